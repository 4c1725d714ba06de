import { compareText } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Run } from './connection.ts';
import { type Sight, speaksCondition } from './sight.ts';

interface TypeRow {
  readonly about: Id;
  readonly kind: TypeName;
  readonly grade: number;
  readonly knownAt: string;
  readonly id: Id;
}

/** The types of entities for this reader: each that of its best speaking assertion (as model/merge.ts has it); those that do not
 * exist for him are left out. */
export function createEntityTypes(run: Run, sight: Sight) {
  const known = new Map<Id, TypeName | undefined>();
  return async (abouts: readonly Id[]): Promise<ReadonlyMap<Id, TypeName | undefined>> => {
    const asked = [...new Set(abouts)].filter((about) => !known.has(about));
    if (asked.length === 0) return known;
    const best = new Map<Id, TypeRow>();
    for (const row of await run<TypeRow>(typesCypher, { ...sight, abouts: asked })) {
      const held = best.get(row.about);
      if (held === undefined || compareTypes(row, held) < 0) best.set(row.about, row);
    }
    for (const about of asked) known.set(about, best.get(about)?.kind);
    return known;
  };
}
const typesCypher = `UNWIND $abouts AS about MATCH (a:Assertion {about: about}) WHERE a.fromId IS NULL AND ${speaksCondition}
  RETURN about, a.kind AS kind, a.grade AS grade, a.knownAt AS knownAt, a.id AS id`;

/** As model/merge.ts `compareAssertions`. */
const compareTypes = (a: TypeRow, b: TypeRow): number =>
  a.grade - b.grade || compareText(b.knownAt, a.knownAt) || compareText(a.id, b.id);
