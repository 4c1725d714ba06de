import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { typesOfClass } from '../../../model/vocabulary/types.ts';
import { type Counts, inOrder } from '../answers.ts';
import { createEntityTypes } from './entityType.ts';
import { withNames } from './errors.ts';
import type { Reading } from './read.ts';
import { type Sight, sightOf, speaksCondition } from './sight.ts';

/** Subjects looked at in one go; between two, others have their turn. */
const span = 20_000;

/** Counts what exists: entities by the type of their best assertion, then ties that speak and whose both ends exist.
 * Cost: one pass over the assertions; a bit of memory a subject. */
export async function counts(open: () => Reading, audience: Audience, clocks: Clocks): Promise<Counts> {
  const reading = withNames(open);
  try {
    reading.connection.database.exec('BEGIN');
    const sight = sightOf(reading.words, audience, clocks);
    const { most }: { most: number | null } = reading.connection
      .statement('SELECT max(id) AS most FROM subjects')
      .get();
    const existing = new Uint8Array((most ?? 0) + 1);
    const byType = new Map<string, number>();
    const byKind = new Map<string, number>();
    for (let from = 0; from < existing.length; from += span) {
      withNames(() => countEntities(reading, sight, from, existing, byType));
      await nextTurn();
    }
    for (let from = 0; from < existing.length; from += span) {
      withNames(() => countTies(reading, sight, from, existing, byKind));
      await nextTurn();
    }
    return { entities: inOrder(typesOfClass('entity'), byType), ties: inOrder(tieKindNames, byKind) };
  } finally {
    reading.connection.close();
  }
}

function countEntities(
  reading: Reading,
  sight: Sight,
  from: number,
  existing: Uint8Array,
  byType: Map<string, number>,
): void {
  const rows: [number, number, number][] = reading.connection
    .arrays(entitySql)
    .all({ ...sight.speaking, first: from, last: from + span - 1 });
  const several = createEntityTypes(reading, sight)(rows.filter(([, , types]) => types > 1).map(([about]) => about));
  for (const [about, type, types] of rows) {
    existing[about] = 1;
    const name = types === 1 ? reading.words.text(type) : several.get(about);
    if (name !== undefined) byType.set(name, (byType.get(name) ?? 0) + 1);
  }
}
const entitySql = `SELECT a.about, min(a.type), count(DISTINCT a.type) FROM assertions a INDEXED BY assertions_about
  CROSS JOIN provenance p ON p.id = a.provenance
  WHERE a.about BETWEEN $first AND $last AND a.kind IS NULL AND ${speaksCondition} GROUP BY a.about`;

function countTies(
  reading: Reading,
  sight: Sight,
  from: number,
  existing: Uint8Array,
  byKind: Map<string, number>,
): void {
  const rows: [number, number, number][] = reading.connection
    .arrays(tieSql)
    .all({ ...sight.speaking, first: from, last: from + span - 1 });
  for (const [kind, fromId, toId] of rows) {
    if (existing[fromId] !== 1 || existing[toId] !== 1) continue;
    const name = reading.words.text(kind);
    byKind.set(name, (byKind.get(name) ?? 0) + 1);
  }
}
const tieSql = `SELECT s.kind, s.from_id, s.to_id FROM subjects s
  WHERE s.id BETWEEN $first AND $last AND s.kind IS NOT NULL AND EXISTS (
    SELECT 1 FROM assertions a CROSS JOIN provenance p ON p.id = a.provenance WHERE a.about = s.id AND ${speaksCondition})`;
