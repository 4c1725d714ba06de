import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLabel, overlaps, placeLabels } from '../../../viz/canvas/labels.ts';

const asked = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 500 }),
      radius: fc.integer({ min: 4, max: 20 }),
      width: fc.integer({ min: 20, max: 140 }),
      height: fc.constantFrom(16, 32),
      priority: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 80 },
  )
  .map((labels) => labels.map((label, i) => ({ ...label, id: `n${i}` })));

describe('labels', () => {
  it('never cover a label or an entity, in 500 pictures', () => {
    fc.assert(
      fc.property(asked, (labels) => {
        const placed = placeLabels(labels);
        placed.forEach((one, i) => {
          for (const other of placed.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
          for (const { x, y, radius } of labels) {
            expect(overlaps(one, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })).toBe(
              false,
            );
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('the more important one gets the room', () => {
    const at = { x: 100, y: 100, radius: 8, width: 400, height: 16 };
    const placed = placeLabels([
      { ...at, id: 'plain', priority: 0 },
      { ...at, y: 118, id: 'selected', priority: 9 },
    ]);
    expect(placed.map((label) => label.id)).toContain('selected');
  });

  it('are cut at twelve characters, Chinese or not', () => {
    expect(cutLabel('沙河砂石')).toBe('沙河砂石');
    expect(cutLabel('江北县城关镇沙河砂石经营有限公司')).toBe('江北县城关镇沙河砂石经…');
  });
});
