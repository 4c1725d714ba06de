import type { Assertion } from '../../../model/assertion.ts';
import type { Id } from '../../../model/ids.ts';
import { createBulkInsert } from './bulk.ts';
import type { Connection } from './connection.ts';
import { typeBit } from './searchValues.ts';
import type { WritableWords } from './words.ts';

/** Numbers of what assertions are about, made where new. */
export interface Subjects {
  /** Row numbers of the subjects of these assertions; `before` are those that had a row already. */
  resolve(assertions: readonly Assertion[]): { rowOf: (about: Id) => number; before: Map<Id, number> };
}

/** Ties share their ends with ties before them; past this many the memory is emptied and fills again. */
const mostKept = 400_000;

export function createSubjects(connection: Connection, words: WritableWords): Subjects {
  const kept = new Map<Id, number>();
  const insert = createBulkInsert(
    connection,
    'INSERT INTO subjects (id, subject, types, kind, from_id, to_id, role) VALUES',
    7,
    'ON CONFLICT (subject) DO NOTHING',
  );
  let next: number | undefined;
  const nextRow = (): number => {
    next ??= Number(connection.statement('SELECT coalesce(max(id), 0) + 1 AS id FROM subjects').get().id);
    return next++;
  };

  function lookUp(subjects: readonly Id[]): void {
    const rows: [string, number][] = connection.arrays(lookUpSql).all(JSON.stringify(subjects));
    for (const [subject, row] of rows) kept.set(subject, row);
  }

  /** Ends that nothing was said about yet get a row without any assertion: they exist for nobody. */
  function resolveEnds(ties: readonly Assertion[]): void {
    const ends = new Set<Id>();
    for (const { ends: own } of ties) {
      if (own !== null && !kept.has(own.from)) ends.add(own.from);
      if (own !== null && !kept.has(own.to)) ends.add(own.to);
    }
    if (ends.size === 0) return;
    lookUp([...ends]);
    for (const end of ends) {
      if (kept.has(end)) continue;
      const row = nextRow();
      insert.add(row, end, 0, null, null, null, null);
      kept.set(end, row);
    }
    insert.flush();
  }

  /** Tries to insert all that are not known: on a first import nearly all are new, and looking first would cost as much again. */
  function insertAbouts(assertions: readonly Assertion[], before: Map<Id, number>): void {
    const asked = new Map<Id, number>();
    const types = new Map<Id, number>();
    for (const { about, kind } of assertions) types.set(about, (types.get(about) ?? 0) | typeBit(words.id(kind)));
    for (const { about, ends } of assertions) {
      if (asked.has(about) || before.has(about)) continue;
      const row = kept.get(about);
      if (row !== undefined) {
        before.set(about, row);
        continue;
      }
      const made = nextRow();
      asked.set(about, made);
      if (ends === null) insert.add(made, about, types.get(about)!, null, null, null, null);
      else
        insert.add(
          made,
          about,
          types.get(about)!,
          words.id(ends.kind),
          kept.get(ends.from)!,
          kept.get(ends.to)!,
          ends.role,
        );
    }
    if (insert.flush() < asked.size) {
      lookUp([...asked.keys()]);
      for (const [about, made] of asked) if (kept.get(about) !== made) before.set(about, kept.get(about)!);
    } else {
      for (const [about, made] of asked) kept.set(about, made);
    }
    addTypes(before, types);
  }

  function addTypes(before: ReadonlyMap<Id, number>, types: ReadonlyMap<Id, number>): void {
    if (before.size === 0) return;
    const pairs = JSON.stringify([...before].map(([about, row]) => [row, types.get(about) ?? 0]));
    connection.statement(addTypesSql).run(pairs);
  }

  return {
    resolve(assertions) {
      if (kept.size > mostKept) kept.clear();
      const before = new Map<Id, number>();
      insertAbouts(
        assertions.filter(({ ends }) => ends === null),
        before,
      );
      const ties = assertions.filter(({ ends }) => ends !== null);
      resolveEnds(ties);
      insertAbouts(ties, before);
      return { rowOf: (about) => kept.get(about)!, before }; // every subject of the call has just been resolved
    },
  };
}
const lookUpSql = 'SELECT s.subject, s.id FROM json_each(?) j CROSS JOIN subjects s ON s.subject = j.value';
const addTypesSql = `UPDATE subjects SET types = types | (j.value ->> 1) FROM json_each(?) j
  WHERE subjects.id = j.value ->> 0 AND subjects.types & (j.value ->> 1) != (j.value ->> 1)`;
