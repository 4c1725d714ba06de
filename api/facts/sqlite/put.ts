import type { Assertion } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import { validityOf } from '../../../model/merge.ts';
import { typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { PutResult } from '../facts.ts';
import { createBulkInsert } from './bulk.ts';
import type { Connection } from './connection.ts';
import { createProvenances } from './provenance.ts';
import type { SearchIndex } from './searchIndex.ts';
import { createSearchWriter } from './searchValues.ts';
import { heldBy, heldCondition } from './sight.ts';
import { createSubjects } from './subjects.ts';
import type { WritableWords } from './words.ts';

/** Stores assertions, a chunk at a time; made anew for each batch and after an erasure, as it remembers row numbers. An assertion that is there already keeps its row, and so its first knownAt.
 * Row numbers are ours (there is one writer), so that rows go in by the dozen without asking for each number. */
export function createPut(connection: Connection, words: WritableWords, index: SearchIndex) {
  const subjects = createSubjects(connection, words);
  const provenanceOf = createProvenances(connection, words);
  const search = createSearchWriter(connection, words);
  const insert = createBulkInsert(
    connection,
    `INSERT INTO assertions (id, assertion, about, type, kind, properties, key, provenance, valid_from, valid_to,
       from_day, to_for_day, to_for_window) VALUES`,
    13,
    'ON CONFLICT (assertion) DO NOTHING',
  );
  let next: number | undefined;
  let earlier = 0;

  function insertRows(
    assertions: readonly Assertion[],
    rowOf: (about: Id) => number,
    batch: number,
  ): { first: number; inserted: number } {
    if (next === undefined) {
      earlier = Number(connection.statement('SELECT coalesce(max(id), 0) AS id FROM assertions').get().id);
      next = earlier + 1;
    }
    const first = next;
    next += assertions.length;
    for (const [place, said] of assertions.entries()) {
      const days = validityOf(said);
      insert.add(
        first + place,
        said.id,
        rowOf(said.about),
        words.id(said.kind),
        said.ends === null ? null : words.id(said.ends.kind),
        JSON.stringify(said.properties),
        said.key,
        provenanceOf(said, batch),
        said.validFrom,
        said.validTo,
        days.from,
        days.toForDay,
        days.toForWindow,
      );
    }
    return { first, inserted: insert.flush() };
  }

  /** Places of those that are new among the rows given. */
  function storedPlaces(first: number, count: number, inserted: number): readonly number[] {
    if (inserted === count) return Array.from({ length: count }, (_, place) => place);
    const rows: [number][] = connection
      .arrays('SELECT id FROM assertions WHERE id BETWEEN ? AND ?')
      .all(first, first + count - 1);
    return rows.map(([id]) => id - first);
  }

  /** Of subjects that had a row before, those that something was said about, as far as this audience may see. */
  function spokenOf(before: ReadonlyMap<Id, number>, audience: Audience | undefined): Set<number> {
    if (before.size === 0) return new Set();
    const abouts = JSON.stringify([...before.values()]);
    const rows: [number][] =
      audience === undefined
        ? connection.arrays(anySaidSql).all({ abouts })
        : connection.arrays(heldSaidSql).all({ abouts, ...heldBy(words, audience) });
    return new Set(rows.map(([about]) => about));
  }

  function put(assertions: readonly Assertion[], batch: number, audience: Audience | undefined): PutResult {
    const { rowOf, before } = subjects.resolve(assertions);
    const spoken = spokenOf(before, audience);
    const { first, inserted } = insertRows(assertions, rowOf, batch);
    const places = storedPlaces(first, assertions.length, inserted);
    const newSubjects = new Set<Id>();
    let newEntities = 0;
    let newTies = 0;
    const stored = places.map((place) => {
      const said = assertions[place]!;
      const definition = typeDefinitions[said.kind];
      if (said.ends === null && definition.class === 'entity') search.add(first + place, said);
      if (!newSubjects.has(said.about) && !spoken.has(rowOf(said.about))) {
        newSubjects.add(said.about);
        if (said.ends !== null) newTies++;
        else if (definition.class === 'entity') newEntities++;
      }
      return said;
    });
    index.grew(search.flush(), earlier);
    return { stored, newEntities, newTies };
  }

  return put;
}
export type Put = ReturnType<typeof createPut>;

const anySaidSql = 'SELECT DISTINCT a.about FROM json_each($abouts) j CROSS JOIN assertions a ON a.about = j.value';
const heldSaidSql = `SELECT DISTINCT a.about FROM json_each($abouts) j CROSS JOIN assertions a ON a.about = j.value
  CROSS JOIN provenance p ON p.id = a.provenance WHERE ${heldCondition}`;
