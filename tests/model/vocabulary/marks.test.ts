import { describe, expect, test } from 'vitest';
import { iconOf, markOf, marks } from '../../../model/vocabulary/marks.ts';
import { tieFamilyMarks } from '../../../model/vocabulary/tieMarks.ts';
import { typesOfClass } from '../../../model/vocabulary/types.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const colours = [...Object.values(marks), ...Object.values(tieFamilyMarks)].map(({ colour }) => colour);

describe('marks', () => {
  test('a person is a circle, one holding a post stands in a frame, and nothing else about a person changes the mark', () => {
    expect(markOf('Person')).toBe('person');
    expect(markOf('Person', ['suspect'])).toBe('person');
    expect(markOf('Person', ['official', 'suspect'])).toBe('official');
    expect(marks.official.colour).toEqual(marks.person.colour);
  });

  test('every entity type has a mark and an icon', () => {
    expect(markOf('Company')).toBe('company');
    expect(markOf('Organization')).toBe('company');
    expect(markOf('PublicBody')).toBe('publicBody');
    expect(markOf('Gang')).toBe('gang');
    expect(markOf('Tender')).toBe('case');
    expect(markOf('BankAccount')).toBe('small');
    for (const type of typesOfClass('entity')) expect(iconOf(type), type).toMatch(/^[a-z-]+$/);
  });

  test('lines and shapes stand out 3:1 from the page in both themes', () => {
    for (const { light, dark } of colours) {
      expect(contrast(light, '#FFFFFF'), light).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, '#1B1F27'), dark).toBeGreaterThanOrEqual(3);
    }
  });

  test('no colour is red', () => {
    for (const { light, dark } of colours)
      for (const hex of [light, dark]) {
        const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
        expect(red > 1.8 * green && red > 1.8 * blue, hex).toBe(false);
      }
  });
});
