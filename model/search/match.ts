import { compareText } from '../audience.ts';
import type { FieldReach } from './fields.ts';
import { lengthOf, normalise } from './normalise.ts';
import { type HitClass, hitClasses, parseQuery, type Query } from './query.ts';
import { readingsOf } from './readings.ts';

/** Whether, and how well, a value answers a query: decided on the text itself, never on tokens.
 * A query of letters or digits shorter than four is found at the beginning of a word or number only. */
export function matchOf(
  query: string | Query,
  value: string,
  reach: FieldReach = 'text',
): { class: HitClass } | undefined {
  const asked = typeof query === 'string' ? parseQuery(query) : query;
  const found = classOf(asked, normalise(value), reach);
  return found === undefined ? undefined : { class: found };
}

function classOf(query: Query, text: string, reach: FieldReach): HitClass | undefined {
  if (query.stages.length === 0) return undefined;
  if (text === query.text) return hitClasses.exact;
  if (text.startsWith(query.text)) return hitClasses.prefix;
  if (reach === 'whole') return undefined;
  if (contains(query, text)) return hitClasses.contains;
  return query.letters === '' ? undefined : pinyinClass(query.letters, text);
}

const endsInRun = /(?!\p{Script=Han})[\p{L}\p{N}\p{M}]$/u;

function contains(query: Query, text: string): boolean {
  let at = text.indexOf(query.text);
  while (at > 0 && query.atRunStart && endsInRun.test(text.slice(0, at))) at = text.indexOf(query.text, at + 1);
  return at >= 0;
}

function pinyinClass(letters: string, text: string): HitClass | undefined {
  const readings = readingsOf(text);
  if (readings === undefined) return undefined;
  if (readings.fullCovers && readings.full.includes(letters)) return hitClasses.pinyin;
  if (readings.initialsCover && readings.initials.includes(letters)) return hitClasses.initials;
  if (letters.length > 1 && readings.full.some((one) => one.startsWith(letters))) return hitClasses.pinyinPrefix;
  return readings.initials.some((one) => one.startsWith(letters)) ? hitClasses.initialsPrefix : undefined;
}

export interface RankedHit {
  readonly class: HitClass;
  readonly entity: string;
  readonly field: string;
  readonly value: string;
}

/** The one order of hits: class, then the shorter, then code points, then the entity's id; field and spelling last, so that it is total. */
export function compareHits(a: RankedHit, b: RankedHit): number {
  if (a.class !== b.class) return a.class - b.class;
  const left = textOf(a);
  const right = textOf(b);
  return (
    lengthOf(left) - lengthOf(right) ||
    compareText(left, right) ||
    compareText(a.entity, b.entity) ||
    compareText(a.field, b.field) ||
    compareText(a.value, b.value)
  );
}

/** The form a hit was compared in: a key counts without its namespace. */
const textOf = (hit: RankedHit): string =>
  normalise(hit.field === 'key' ? hit.value.slice(hit.value.lastIndexOf('/') + 1) : hit.value);
