import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Reading } from './read.ts';
import { compareSaid, saidColumns, saidJoins, saidRows } from './said.ts';
import { type Sight, speaksCondition } from './sight.ts';

/** The types of entities for this reader: each that of its best speaking assertion (as model/merge.ts has it); those that do not
 * exist for him are left out. Hardly any entity is said to be of two types: only then are its assertions compared. */
export function createEntityTypes({ connection, said, words }: Reading, sight: Sight) {
  const known = new Map<number, TypeName | undefined>();

  function best(about: number): TypeName | undefined {
    return said.read(sight, saidRows(connection, allSql, { ...sight.speaking, about })).sort(compareSaid)[0]?.kind;
  }

  return function typesOf(abouts: readonly number[]): ReadonlyMap<number, TypeName | undefined> {
    const asked = [...new Set(abouts)].filter((about) => !known.has(about));
    if (asked.length === 0) return known;
    for (const about of asked) known.set(about, undefined);
    const rows: [number, number, number][] = connection
      .arrays(typesSql)
      .all({ ...sight.speaking, abouts: JSON.stringify(asked) });
    // The word was written from a TypeName.
    for (const [about, type, types] of rows)
      known.set(about, types === 1 ? (words.text(type) as TypeName) : best(about));
    return known;
  };
}
const typesSql = `SELECT a.about, min(a.type), count(DISTINCT a.type) FROM json_each($abouts) j CROSS JOIN assertions a ON a.about = j.value
  CROSS JOIN provenance p ON p.id = a.provenance WHERE a.kind IS NULL AND ${speaksCondition} GROUP BY a.about`;
const allSql = `SELECT ${saidColumns} FROM assertions a CROSS JOIN subjects s ON s.id = a.about ${saidJoins}
  WHERE a.about = $about AND a.kind IS NULL AND ${speaksCondition}`;
