import { firstDay, isPartialDate, lastDay } from './dates.ts';
import { InvalidInput } from './errors.ts';

/** Two clocks: when a thing was true in the world, and when we knew it.
 * `trueAt` is a day `D` (the world as it stood on D) or a window `D..D` (true at some moment in it).
 * A dated happening (a call, a decision, a tender) holds from its day on: seen at `D` if it lies on or before D,
 * seen in a window if it lies inside it. */
export interface Clocks {
  readonly trueAt: string;
  readonly knownAt: string;
}

/** The same clocks as day numbers; `trueFrom` is null when a single day was asked. */
export interface ClockDays {
  readonly trueFrom: number | null;
  readonly trueTo: number;
  readonly knownTo: number;
}

export function parseClocks(
  asked: { trueAt?: string | undefined; knownAt?: string | undefined },
  today: string,
): Clocks {
  const trueAt = asked.trueAt ?? today;
  const knownAt = asked.knownAt ?? today;
  const ends = trueAt.split('..');
  if (ends.length > 2 || !ends.every(isPartialDate))
    throw new InvalidInput('trueAt', 'trueAt is a date or two dates joined by ..');
  if (ends.length === 2 && firstDay(ends[0]!) > lastDay(ends[1]!))
    throw new InvalidInput('trueAt', 'the window ends before it starts');
  if (!isPartialDate(knownAt)) throw new InvalidInput('knownAt', 'knownAt is a date');
  return { trueAt, knownAt };
}

export function clockDays(clocks: Clocks): ClockDays {
  const [from, to] = clocks.trueAt.split('..') as [string, string | undefined];
  return to === undefined
    ? { trueFrom: null, trueTo: lastDay(from), knownTo: lastDay(clocks.knownAt) }
    : { trueFrom: firstDay(from), trueTo: lastDay(to), knownTo: lastDay(clocks.knownAt) };
}

/** Whether something valid over whole days [from, to] was true at some moment the clocks ask for. */
export function validAt(clocks: ClockDays, from: number, to: number): boolean {
  return from <= clocks.trueTo && to >= (clocks.trueFrom ?? clocks.trueTo);
}

/** Whether a happening on `day` is seen: up to the day asked, or inside the window asked. */
export function happenedBy(clocks: ClockDays, day: number): boolean {
  return day <= clocks.trueTo && (clocks.trueFrom === null || day >= clocks.trueFrom);
}
