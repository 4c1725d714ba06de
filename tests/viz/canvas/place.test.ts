import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gap, place } from '../../../viz/canvas/layout/place.ts';
import { settle } from '../../../viz/canvas/layout/settle.ts';

const point = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) });
const board = fc
  .array(point, { maxLength: 60 })
  .map((points) => new Map(points.map((at, i) => [`s${i}`, at] as const)));
const newcomers = fc.integer({ min: 0, max: 60 }).map((n) => Array.from({ length: n }, (_, i) => `n${i}`));

describe('placing newcomers', () => {
  it('moves nobody, places everybody, and keeps its distance', () => {
    fc.assert(
      fc.property(board, newcomers, (standing, ids) => {
        const before = new Map(standing);
        const anchor = standing.get('s0');
        const placed = place(standing, ids, anchor);
        expect(standing).toEqual(before);
        expect([...placed.keys()].sort()).toEqual([...ids].sort());
        const all = [...standing.values()];
        for (const at of placed.values()) {
          const nearest = Math.min(...all.map((other) => Math.hypot(at.x - other.x, at.y - other.y)));
          expect(nearest).toBeGreaterThan(gap * 0.9);
          all.push(at);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves alone who is there already', () => {
    const standing = new Map([['a', { x: 0, y: 0 }]]);
    expect(place(standing, ['a', 'b'], { x: 0, y: 0 }).has('a')).toBe(false);
  });

  it('puts the first one of an empty board in the middle', () => {
    expect(place(new Map(), ['a']).get('a')).toEqual({ x: 0, y: 0 });
  });

  it('goes to the free side of its anchor', () => {
    const standing = new Map([
      ['anchor', { x: 0, y: 0 }],
      ['left', { x: -120, y: 0 }],
    ]);
    expect(place(standing, ['new'], { x: 0, y: 0 }).get('new')!.x).toBeGreaterThan(60);
  });
});

describe('tidying', () => {
  const standing = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 1, y: 0 }],
    ['c', { x: 900, y: 0 }],
  ]);
  it('never moves a pinned one and is the same every time', () => {
    const ties = [{ from: 'a', to: 'c' }];
    const once = settle(standing, ties, { pinned: new Set(['a']) });
    expect(once.get('a')).toEqual({ x: 0, y: 0 });
    expect(settle(standing, ties, { pinned: new Set(['a']) })).toEqual(once);
  });

  it('parts two on one spot and draws tied ones together', () => {
    const result = settle(standing, [{ from: 'a', to: 'c' }]);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => result.get(id)!);
    expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThan(60);
    expect(Math.hypot(a!.x - c!.x, a!.y - c!.y)).toBeLessThan(400);
  });
});
