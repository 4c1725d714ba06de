import type { Said } from '../../../model/assertion.ts';
import type { ClockDays } from '../../../model/clocks.ts';
import { firstDay, lastDay, localSeconds } from '../../../model/dates.ts';
import type { Id } from '../../../model/ids.ts';
import { compareAssertions, isKnown } from '../../../model/merge.ts';

/** Several assertions about one entity, tie or record, read as one: the value of the best assertion that has one, and the ids of all. */
export interface Merged {
  readonly best: Said;
  readonly all: readonly Said[];
  readonly assertions: readonly Id[];
  readonly text: (name: string) => string | null;
  readonly list: (name: string) => readonly string[];
  readonly number: (name: string) => number | null;
  readonly truth: (name: string) => boolean | null;
  /** First day of a date or time property. */
  readonly day: (name: string) => number | null;
  readonly seconds: (name: string) => number | null;
}

/** Known by then, begun by then, and inside the window where one is asked. A tie that has ended still says what was. */
export function counts(said: Said, clocks: ClockDays): boolean {
  if (!isKnown(said, clocks) || firstDay(said.validFrom) > clocks.trueTo) return false;
  return clocks.trueFrom === null || lastDay(said.validTo) >= clocks.trueFrom;
}

export function merged(said: readonly Said[]): Merged {
  const all = said.length < 2 ? said : [...said].sort(compareAssertions);
  const list = (name: string): readonly string[] =>
    all.find((one) => (one.properties[name] ?? []).length > 0)?.properties[name] ?? [];
  const text = (name: string): string | null => list(name)[0] ?? null;
  return {
    best: all[0]!,
    all,
    assertions: all.map((one) => one.id),
    text,
    list,
    number: (name) => finite(text(name)),
    truth: (name) => truthOf(text(name)),
    day: (name) => {
      const value = text(name);
      return value === null ? null : firstDay(value.slice(0, 10));
    },
    seconds: (name) => {
      const value = text(name);
      return value === null ? null : (localSeconds(value) ?? firstDay(value.slice(0, 10)) * 86_400);
    },
  };
}

/** Groups by what they are about, in the order of first appearance. */
export function mergedByAbout(said: readonly Said[], keyOf: (one: Said) => string): Map<string, Merged> {
  const groups = new Map<string, Said[]>();
  for (const one of said) {
    const key = keyOf(one);
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [one]);
    else held.push(one);
  }
  return new Map([...groups].map(([key, list]) => [key, merged(list)]));
}

export const dayOrNull = (date: string | null): number | null =>
  date === null || date === '' ? null : firstDay(date.slice(0, 10));
export const lastDayOrNull = (date: string | null): number | null =>
  date === null || date === '' ? null : lastDay(date.slice(0, 10));

function finite(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

const noes: ReadonlySet<string> = new Set(['false', '0', 'no', 'none', '否', '无', '未退赔', '没有']);
/** Free text such as restitution or illness: anything said is yes, unless it says no. */
function truthOf(text: string | null): boolean | null {
  if (text === null || text.trim() === '') return null;
  return !noes.has(text.trim().toLowerCase());
}
