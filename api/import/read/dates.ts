import { dayText, isPartialDate, localSeconds } from '../../../model/dates.ts';

/** Dates as tables hold them → ISO. A bundle asks for ISO; what a spreadsheet makes of it on saving is read too where it can
 * mean one thing only: `2023/7/1`, `2023.7.1`, `2023年7月1日`, `20230701`, and the spreadsheet's own count of days (five digits). */
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const separated = /^(\d{4})[/.年-](\d{1,2})(?:[/.月-](?:(\d{1,2})日?)?)?$/;
const yearOnly = /^(\d{4})年?$/;
const serial = /^(\d{5})(\.\d+)?$/;
const timed = /^(.+?)(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const serialOfEpoch = 25_569; // 1970-01-01, counted from 1899-12-30

/** A year, a month or a day; undefined when it is none. */
export function readDate(text: string): string | undefined {
  if (isPartialDate(text)) return text;
  const year = yearOnly.exec(text)?.[1];
  if (year !== undefined) return whole(year);
  const parts = compact.exec(text) ?? separated.exec(text);
  if (parts !== null) {
    const [, y, m, d] = parts;
    return whole([y!, m!.padStart(2, '0'), ...(d === undefined ? [] : [d.padStart(2, '0')])].join('-'));
  }
  const days = serial.exec(text);
  return days === null ? undefined : dayText(Number(days[1]) - serialOfEpoch);
}

const whole = (text: string): string | undefined => (isPartialDate(text) ? text : undefined);

/** A partial date, or `YYYY-MM-DDTHH:MM:SS`; undefined when it is neither. */
export function readDateTime(text: string): string | undefined {
  const days = serial.exec(text);
  if (days?.[2] !== undefined) {
    const seconds = Math.round(Number(days[2]) * 86_400);
    return new Date((Number(days[1]) - serialOfEpoch) * 86_400_000 + seconds * 1000).toISOString().slice(0, 19);
  }
  const match = timed.exec(text);
  if (match === null) return readDate(text);
  const day = readDate(match[1]!);
  if (day?.length !== 10) return undefined;
  const time = `${day}T${match[2]!.padStart(2, '0')}:${match[3]}:${match[4] ?? '00'}`;
  return localSeconds(time) === undefined ? undefined : time;
}

/** Days already computed: a record of two years of calls names 731 of them, millions of times. */
const days = new Map<string, number>();
const mostDays = 100_000;

/** Local seconds of a day or a time of an event; undefined when it is neither (a year or a month says too little). */
export function readEventTime(text: string): number | undefined {
  if (text.length === 19 && isClock(text)) {
    const day = text.slice(0, 10);
    let start = days.get(day);
    if (start === undefined) {
      start = localSeconds(day);
      if (start === undefined) return undefined;
      if (days.size >= mostDays) days.clear();
      days.set(day, start);
    }
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    const second = twoDigits(text, 17);
    return hour > 23 || minute > 59 || second > 59 ? undefined : start + hour * 3600 + minute * 60 + second;
  }
  const read = readDateTime(text);
  return read === undefined || read.length < 10 ? undefined : localSeconds(read);
}

function isClock(text: string): boolean {
  const between = text.charCodeAt(10);
  if (between !== 84 && between !== 32) return false;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  for (const at of [11, 12, 14, 15, 17, 18]) {
    const sign = text.charCodeAt(at);
    if (sign < 48 || sign > 57) return false;
  }
  return true;
}

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
