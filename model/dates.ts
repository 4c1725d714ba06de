/** Partial dates: a year, a month or a day, kept as given; compared as whole-day intervals.
 * Day numbers count from 1970-01-01 in the proleptic Gregorian calendar; no time zone enters here. */
export type PartialDate = string;
/** A whole day, `YYYY-MM-DD`. */
export type Day = string;

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dateTimePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/** Days before the earliest and after the latest date we can hold: open ends of validity. */
export const earliestDay = -1_000_000;
export const latestDay = 1_000_000;

export function isPartialDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (match === null) return false;
  return isCalendarDay(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1));
}

/** First day a partial date covers; an absent one is open. */
export function firstDay(date: PartialDate | null): number {
  if (date === null || date === '') return earliestDay;
  const [year, month, day] = parts(date);
  return dayFromParts(year, month ?? 1, day ?? 1);
}

/** Last day a partial date covers; an absent one is open. */
export function lastDay(date: PartialDate | null): number {
  if (date === null || date === '') return latestDay;
  const [year, month, day] = parts(date);
  if (day !== undefined) return dayFromParts(year, month ?? 1, day);
  if (month !== undefined)
    return month === 12 ? dayFromParts(year + 1, 1, 1) - 1 : dayFromParts(year, month + 1, 1) - 1;
  return dayFromParts(year + 1, 1, 1) - 1;
}

export function dayText(day: number): Day {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export const addDays = (day: Day, days: number): Day => dayText(firstDay(day) + days);

/** Adds whole years to a day number; 29 February falls back to the 28th. */
export function addYears(day: number, years: number): number {
  const [year, month, dayOfMonth] = parts(dayText(day)) as [number, number, number];
  return dayFromParts(year + years, month, Math.min(dayOfMonth, daysInMonth(year + years, month)));
}

/** Local seconds since 1970 of `YYYY-MM-DD[THH:MM[:SS]]`, or undefined when it is no such time. A bare day is its midnight. */
export function localSeconds(text: string): number | undefined {
  const match = dateTimePattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  return dayFromParts(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
}

/** `YYYY-MM-DDTHH:MM:SS` of local seconds since 1970. */
export function localTimeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

function parts(date: string): [number, number | undefined, number | undefined] {
  const match = datePattern.exec(date.slice(0, 10));
  if (match === null) throw new RangeError(`not a date: ${date}`);
  return [
    Number(match[1]),
    match[2] === undefined ? undefined : Number(match[2]),
    match[3] === undefined ? undefined : Number(match[3]),
  ];
}

function dayFromParts(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
