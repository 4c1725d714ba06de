import { type Audience, compareText } from '../../../model/audience.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import { normalise } from '../../../model/search/normalise.ts';
import type { Holder } from '../facts.ts';
import type { Run } from './connection.ts';
import { relationshipOf } from './labels.ts';
import { searchIndex } from './schema.ts';
import { exactQuery, unpacked } from './searchTokens.ts';
import { type Held, heldBy, heldCondition, notTakenBack, rulingHeld, type View } from './sight.ts';

/** Which of these entities have any assertion that this audience may see. */
export async function existing(run: Run, view: View, audience: Audience, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await run<{ about: Id }>(existingCypher, { ...heldBy(view, audience), abouts: [...new Set(ids)] });
  return new Set(rows.map(({ about }) => about));
}
const existingCypher = `UNWIND $abouts AS about MATCH (a:Assertion {about: about}) WHERE ${heldCondition} RETURN DISTINCT about`;

/** Numbers looked up by one query of the full-text index. */
const together = 200;

/** Whose number it is: by the ties that a register of phones or accounts gave, and for phones also by the number in a
 * person's or organisation's own row. What this audience may not see, or sees taken back, is left out; each holder and period once. */
export async function holders(
  run: Run,
  view: View,
  audience: Audience,
  space: 'phone' | 'account',
  numbers: readonly string[],
): Promise<Map<string, Holder[]>> {
  const held = heldBy(view, audience);
  const asked = [...new Set(numbers)];
  const rows = await byTie(run, held, space, asked);
  if (space === 'phone') {
    for (let from = 0; from < asked.length; from += together)
      rows.push(...(await byListing(run, held, asked.slice(from, from + together))));
  }
  const byNumber = new Map<string, Map<string, Holder>>();
  for (const { number, ...holder } of rows) {
    const own = byNumber.get(number) ?? new Map<string, Holder>();
    own.set(JSON.stringify(holder), holder);
    byNumber.set(number, own);
  }
  const found = new Map<string, Holder[]>();
  for (const number of asked) {
    const own = byNumber.get(number);
    if (own !== undefined) found.set(number, [...own.values()].sort(compareHolders));
  }
  return found;
}

type HolderRow = Holder & { readonly number: string };

async function byTie(
  run: Run,
  held: Held,
  space: 'phone' | 'account',
  numbers: readonly string[],
): Promise<HolderRow[]> {
  const things = numbers.map((number) => ({ number, id: entityId('', space, number) }));
  const rows = await run<{ number: string; entity: Id; from: string | null; to: string | null }>(tieCypher(space), {
    ...held,
    things,
  });
  return rows.map(({ number, entity, from, to }) => ({ number, entity, from, to, register: false }));
}

async function byListing(run: Run, held: Held, numbers: readonly string[]): Promise<HolderRow[]> {
  const asked = new Set(numbers);
  const query = numbers.filter((number) => normalise(number) !== '').map((number) => exactQuery(normalise(number)));
  if (query.length === 0) return [];
  const rows = await run<{ entity: Id; from: string | null; to: string | null; found: readonly string[] }>(
    listingCypher,
    { ...held, query: query.join(' OR ') },
  );
  return rows.flatMap(({ entity, from, to, found }) =>
    found
      .map(unpacked)
      .filter(({ field, value }) => field === 'phone' && asked.has(value))
      .map(({ value }) => ({ number: value, entity, from, to, register: true })),
  );
}

const compareHolders = (a: Holder, b: Holder): number =>
  compareText(a.entity, b.entity) ||
  compareText(a.from ?? '', b.from ?? '') ||
  compareText(a.to ?? '', b.to ?? '') ||
  Number(a.register) - Number(b.register);

const seen = `${heldCondition} AND ${notTakenBack(rulingHeld)}`;
const tieCypher = (space: 'phone' | 'account'): string => `UNWIND $things AS thing
  MATCH (:Entity {id: thing.id})<-[x:${relationshipOf(space)}]-(holder:Entity)
  WITH DISTINCT thing, holder, x.tie AS tie MATCH (a:Assertion {about: tie}) WHERE ${seen}
  RETURN thing.number AS number, holder.id AS entity, a.validFrom AS from, a.validTo AS to`;
const listingCypher = `CALL db.index.fulltext.queryNodes('${searchIndex}', $query) YIELD node
  WITH node AS a WHERE ${seen} RETURN a.about AS entity, a.validFrom AS from, a.validTo AS to, a.found AS found`;
