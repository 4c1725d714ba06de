import { describe, expect, it } from 'vitest';
import { insideLasso, inverted, neighbours, toggled, within } from '../../../viz/state/board/selection.ts';

describe('selections', () => {
  it('toggle, invert, and lose what left the board', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a']), 'a')]).toEqual([]);
    expect([...inverted(new Set(['a']), ['a', 'b', 'c'])]).toEqual(['b', 'c']);
    expect([...within(new Set(['a', 'gone']), new Set(['a']))]).toEqual(['a']);
  });

  it('grow by one tie', () => {
    const ties = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ];
    expect([...neighbours(new Set(['a']), ties)]).toEqual(['a', 'b']);
  });

  it('a lasso holds what lies inside its line, also in a bay', () => {
    const shape = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 3 },
      { x: 0, y: 10 },
    ];
    const points: [string, { x: number; y: number }][] = [
      ['in', { x: 1, y: 2 }],
      ['bay', { x: 5, y: 8 }],
      ['out', { x: 20, y: 2 }],
    ];
    expect(insideLasso(points, shape)).toEqual(['in']);
  });
});
