import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addYears, dayText, firstDay, isPartialDate, lastDay, localSeconds, localTimeText } from '../../model/dates.ts';

describe('partial dates', () => {
  it('a year covers its first to its last day', () => {
    expect(dayText(firstDay('2023'))).toBe('2023-01-01');
    expect(dayText(lastDay('2023'))).toBe('2023-12-31');
  });
  it('a month covers its own days, February of a leap year too', () => {
    expect(dayText(firstDay('2024-02'))).toBe('2024-02-01');
    expect(dayText(lastDay('2024-02'))).toBe('2024-02-29');
    expect(dayText(lastDay('2023-12'))).toBe('2023-12-31');
  });
  it('refuses days that no calendar has', () => {
    for (const text of ['2023-02-29', '2023-13', '2023-00', '23-01-01', '2023-1-1', '', '2023-04-31'])
      expect(isPartialDate(text)).toBe(false);
  });
  it('a day number and its text are one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 60_000 }),
        (day) => firstDay(dayText(day)) === day && lastDay(dayText(day)) === day,
      ),
    );
  });
  it('the first day is never after the last', () => {
    const date = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.boolean());
    fc.assert(
      fc.property(date, ([year, month, whole]) => {
        const text = whole ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
        return firstDay(text) <= lastDay(text) && dayText(lastDay(text) + 1).endsWith('-01');
      }),
    );
  });
  it('adds years, 29 February falling back', () => {
    expect(dayText(addYears(firstDay('2024-02-29'), 1))).toBe('2025-02-28');
    expect(dayText(addYears(firstDay('2010-06-15'), 18))).toBe('2028-06-15');
  });
  it('reads local times and refuses what is none', () => {
    expect(localTimeText(localSeconds('2023-07-01T22:10:00')!)).toBe('2023-07-01T22:10:00');
    expect(localSeconds('2023-07-01')).toBe(localSeconds('2023-07-01 00:00'));
    expect(localSeconds('2023-07-01T24:00:00')).toBeUndefined();
    expect(localSeconds('yesterday')).toBeUndefined();
  });
});
