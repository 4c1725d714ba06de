import { describe, expect, it } from 'vitest';
import { clockDays, happenedBy, parseClocks, validAt } from '../../model/clocks.ts';
import { firstDay, lastDay } from '../../model/dates.ts';

const days = (trueAt: string, knownAt = '2026-01-01') => clockDays({ trueAt, knownAt });

describe('two clocks', () => {
  it('stand on today when nothing is asked', () => {
    expect(parseClocks({}, '2026-03-04')).toEqual({ trueAt: '2026-03-04', knownAt: '2026-03-04' });
  });
  it('a day sees what was valid on it', () => {
    expect(validAt(days('2023-06-01'), firstDay('2023'), lastDay('2023'))).toBe(true);
    expect(validAt(days('2024-01-01'), firstDay('2023'), lastDay('2023'))).toBe(false);
  });
  it('a window sees what was valid at some moment in it', () => {
    expect(validAt(days('2023-12..2024-02'), firstDay('2023'), lastDay('2023'))).toBe(true);
    expect(validAt(days('2024-01..2024-02'), firstDay('2023'), lastDay('2023'))).toBe(false);
  });
  it('a happening is seen from its day on, in a window only inside it', () => {
    expect(happenedBy(days('2025-01-01'), firstDay('2023-05-05'))).toBe(true);
    expect(happenedBy(days('2023-05-04'), firstDay('2023-05-05'))).toBe(false);
    expect(happenedBy(days('2024-01..2024-12'), firstDay('2023-05-05'))).toBe(false);
  });
  it('refuses what is no date, no window, or a window backwards', () => {
    for (const trueAt of ['soon', '2023..2024..2025', '2024..2023', '2023-02-30'])
      expect(() => parseClocks({ trueAt }, '2026-01-01')).toThrow();
    expect(() => parseClocks({ knownAt: '2023..2024' }, '2026-01-01')).toThrow();
  });
});
