import type { ImportOptions } from '../../../../api/import/options.ts';
import { audienceOf } from '../../../../model/audience.ts';
import { entityId } from '../../../../model/ids.ts';
import type { EventKind } from '../../../../model/standing/kinds.ts';
import { ever, openWorld } from '../world.ts';
import { store } from './tables.ts';

export const party = (id: string) => entityId('', 'party', id);
export const account = (number: string) => entityId('', 'account', number);
export const phone = (number: string) => entityId('', 'phone', number);

/** A store that holds the people and the approval which agency files rest on. */
export async function openAgencyWorld() {
  const world = await openWorld();
  await world.import(store);
  return {
    ...world,
    take: (files: Readonly<Record<string, string | Uint8Array>>, options: Partial<ImportOptions> = {}) =>
      world.import(files, { approval: 'A1', ...options }),
    /** Pairs of the batch with their counts and sums, as the graph will see them. */
    async pairs(batch: string | null, kind: EventKind) {
      const found: (readonly [string, string, number, number])[] = [];
      for await (const rows of world.deps.events.foldBatch(batch ?? '', kind))
        for (const { from, to, count, sum } of rows) found.push([from, to, count, sum]);
      return found.sort();
    },
    /** Where the rows between these two stand. */
    async placesOf(batch: string | null, kind: EventKind, from: string, to: string) {
      const session = await world.deps.events.open(audienceOf(['general']), ever, [batch ?? '']);
      try {
        const rows = await session.facts('rowsBehind', { kind, from, to, side: null, limit: 10 });
        return rows.map(({ file, line, note }) => [file, line, note]);
      } finally {
        await session.close();
      }
    },
  };
}
export type AgencyWorld = Awaited<ReturnType<typeof openAgencyWorld>>;

export const told = (list: readonly { file: string; line: number | null; field: string | null; why: string }[]) =>
  list.map(({ file, line, field, why }) => [file, line, field, why]);
