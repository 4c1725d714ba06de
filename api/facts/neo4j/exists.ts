import type { Id } from '../../../model/ids.ts';
import type { Run } from './connection.ts';
import { type Sight, speaksCondition } from './sight.ts';

interface Ended {
  readonly fromId: Id | null;
  readonly toId: Id | null;
}
export interface Existence {
  among(run: Run, abouts: readonly Id[]): Promise<Set<Id>>;
  withEnds<T>(run: Run, rows: readonly T[], endsOf: (row: T) => Ended): Promise<T[]>;
}

/** Whether entities exist for a reader: something about them speaks. Asked for many at once and remembered within one read,
 * as ties share their ends. */
export function createExistence(sight: Sight): Existence {
  const known = new Map<Id, boolean>();

  async function learn(run: Run, abouts: readonly Id[]): Promise<void> {
    const asked = [...new Set(abouts)].filter((about) => !known.has(about));
    if (asked.length === 0) return;
    const rows = await run<{ about: Id }>(existsCypher, { ...sight, abouts: asked });
    for (const about of asked) known.set(about, false);
    for (const { about } of rows) known.set(about, true);
  }

  return {
    /** Those that exist. */
    async among(run, abouts) {
      await learn(run, abouts);
      return new Set(abouts.filter((about) => known.get(about) === true));
    },
    /** Ties whose both ends exist; of anything else there is nothing to ask. */
    async withEnds(run, rows, endsOf) {
      const ends = rows.map(endsOf);
      await learn(
        run,
        ends.flatMap(({ fromId, toId }) => (fromId === null || toId === null ? [] : [fromId, toId])),
      );
      return rows.filter((_, at) => {
        const { fromId, toId } = ends[at]!;
        return fromId === null || toId === null || (known.get(fromId) === true && known.get(toId) === true);
      });
    },
  };
}
const existsCypher = `UNWIND $abouts AS about MATCH (a:Assertion {about: about}) WHERE a.fromId IS NULL AND ${speaksCondition}
  RETURN DISTINCT about`;
