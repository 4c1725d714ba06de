/**
 * Days and times of the county, with no clock.
 *
 * A day is a whole number: 0 is the first day of the two recorded years, LAST_DAY the last. Earlier days (births, terms of
 * office) are negative. The calendar arithmetic is Hinnant's days_from_civil (2013), so no time zone can shift a date.
 */
export const FIRST_DAY = 0;
/** 2025-12-31, whatever day the generator runs on. */
export const LAST_DAY = 730;
const ORIGIN = civilDay(2024, 1, 1);

export const dayOf = (year: number, month: number, day: number): number => civilDay(year, month, day) - ORIGIN;

export function isoDay(day: number): string {
  return RECORDED[day] ?? isoText(day);
}

function isoText(day: number): string {
  const shifted = Math.floor(day) + ORIGIN + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
}

export function isoTime(day: number, second: number): string {
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => pad(part));
  return `${isoDay(day)}T${clock.join(':')}`;
}

/** The days of the two recorded years, which events ask for by the million. */
const RECORDED = Array.from({ length: LAST_DAY + 1 }, (_, day) => isoText(day));

/** 0 is Monday: the first day was one. */
export const weekday = (day: number): number => ((day % 7) + 7) % 7;

function civilDay(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
