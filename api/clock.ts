import type { Day } from '../model/dates.ts';

/** The only two readings of time in the service; tests bring a fixed one. */
export interface Clock {
  now(): Date;
  /** Today where the office is, not where the machine thinks it is. */
  today(): Day;
}

export function createClock(timeZone: string, now: () => Date = () => new Date()): Clock {
  // Sweden writes dates as ISO 8601 does.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  // Formatting is slow and asked for by every request; no zone shifts its day inside a minute.
  let minute = Number.NaN;
  let day = '';
  return {
    now,
    today() {
      const present = now();
      const asked = Math.floor(present.getTime() / 60_000);
      if (asked !== minute) {
        day = days.format(present);
        minute = asked;
      }
      return day;
    },
  };
}
