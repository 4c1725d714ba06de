import type { Connection } from './connection.ts';
import { type Sight, speaksCondition } from './sight.ts';

/** Whether entities exist for a reader: something about them speaks. Asked for many at once and remembered within one read,
 * as ties share their ends. */
export function createExistence(connection: Connection, sight: Sight) {
  const known = new Map<number, boolean>();
  const statement = connection.arrays(existsSql);

  function learn(abouts: Iterable<number>): void {
    const asked = [...new Set(abouts)].filter((about) => !known.has(about));
    if (asked.length === 0) return;
    for (const about of asked) known.set(about, false);
    const rows: [number][] = statement.all({ ...sight.speaking, abouts: JSON.stringify(asked) });
    for (const [about] of rows) known.set(about, true);
  }

  return {
    /** Those that exist. */
    among(abouts: readonly number[]): Set<number> {
      learn(abouts);
      return new Set(abouts.filter((about) => known.get(about) === true));
    },
    /** Ties whose both ends exist; of anything else there is nothing to ask. */
    withEnds<T extends { readonly fromId: number | null; readonly toId: number | null }>(rows: readonly T[]): T[] {
      learn(rows.flatMap(({ fromId, toId }) => (fromId === null || toId === null ? [] : [fromId, toId])));
      return rows.filter(
        ({ fromId, toId }) =>
          fromId === null || toId === null || (known.get(fromId) === true && known.get(toId) === true),
      );
    },
  };
}
const existsSql = `SELECT j.value FROM json_each($abouts) j WHERE EXISTS (
    SELECT 1 FROM assertions a CROSS JOIN provenance p ON p.id = a.provenance WHERE a.about = j.value AND a.kind IS NULL AND ${speaksCondition})`;
