import { type Audience, compareText } from '../../../model/audience.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import { lengthOf, normalise } from '../../../model/search/normalise.ts';
import type { Holder } from '../facts.ts';
import type { Connection } from './connection.ts';
import { assertionOf } from './searchValues.ts';
import { heldBy, heldCondition, rulingHeld, type Sight } from './sight.ts';
import type { Words } from './words.ts';

/** Which of these entities have any assertion that this audience may see. */
export function existing(connection: Connection, words: Words, audience: Audience, ids: readonly Id[]): Set<Id> {
  const rows: [Id][] = connection.arrays(existingSql).all({ ...heldBy(words, audience), ids: JSON.stringify(ids) });
  return new Set(rows.map(([id]) => id));
}
const existingSql = `SELECT s.subject FROM json_each($ids) j CROSS JOIN subjects s ON s.subject = j.value
  WHERE EXISTS (SELECT 1 FROM assertions a CROSS JOIN provenance p ON p.id = a.provenance WHERE a.about = s.id AND ${heldCondition})`;

interface HolderRow {
  readonly entity: Id;
  readonly from: string | null;
  readonly to: string | null;
}

/** Whose number it is: by the ties that a register of phones or accounts gave, and for phones also by the number in a
 * person's or organisation's own row. What this audience may not see, or sees taken back, is left out; each holder and period once. */
export function holders(
  connection: Connection,
  words: Words,
  audience: Audience,
  space: 'phone' | 'account',
  numbers: readonly string[],
): Map<string, Holder[]> {
  const held = heldBy(words, audience);
  const found = new Map<string, Holder[]>();
  for (const number of new Set(numbers)) {
    const rows = [
      ...byTie(connection, words, held, space, number),
      ...(space === 'phone' ? byListing(connection, words, held, number) : []),
    ];
    const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]));
    if (distinct.size > 0) found.set(number, [...distinct.values()].sort(compareHolders));
  }
  return found;
}

function byTie(
  connection: Connection,
  words: Words,
  held: Sight['held'],
  space: 'phone' | 'account',
  number: string,
): Holder[] {
  const kind = words.find(space);
  if (kind === undefined) return [];
  const rows: HolderRow[] = connection.statement(tieSql).all({ ...held, kind, thing: entityId('', space, number) });
  return rows.map(({ entity, from, to }) => ({ entity, from, to, register: false }));
}

function byListing(connection: Connection, words: Words, held: Sight['held'], number: string): Holder[] {
  const field = words.find('phone');
  const text = normalise(number);
  if (field === undefined) return [];
  const values: { id: number }[] = connection.statement(valueSql).all({ field, text, length: lengthOf(text), number });
  const statement = connection.statement(listingSql);
  return values.flatMap(({ id }) => {
    const row: HolderRow | undefined = statement.get({ ...held, assertion: assertionOf(id) });
    return row === undefined ? [] : [{ entity: row.entity, from: row.from, to: row.to, register: true }];
  });
}

const compareHolders = (a: Holder, b: Holder): number =>
  compareText(a.entity, b.entity) ||
  compareText(a.from ?? '', b.from ?? '') ||
  compareText(a.to ?? '', b.to ?? '') ||
  Number(a.register) - Number(b.register);

const notTakenBack = `NOT EXISTS (SELECT 1 FROM retractions r WHERE r.assertion = a.id AND ${rulingHeld})`;
const tieSql = `SELECT h.subject AS entity, a.valid_from AS "from", a.valid_to AS "to"
  FROM subjects n CROSS JOIN subjects x ON x.to_id = n.id CROSS JOIN subjects h ON h.id = x.from_id
  CROSS JOIN assertions a ON a.about = x.id CROSS JOIN provenance p ON p.id = a.provenance
  WHERE n.subject = $thing AND x.kind = $kind AND ${heldCondition} AND ${notTakenBack}`;
const valueSql = `SELECT id FROM search_values WHERE length = $length AND text = $text AND field = $field AND coalesce(value, text) = $number`;
const listingSql = `SELECT s.subject AS entity, a.valid_from AS "from", a.valid_to AS "to"
  FROM assertions a CROSS JOIN subjects s ON s.id = a.about CROSS JOIN provenance p ON p.id = a.provenance
  WHERE a.id = $assertion AND ${heldCondition} AND ${notTakenBack}`;
