import { z } from 'zod';
import { lastDay } from '../../../model/dates.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventBatch } from '../../events/events.ts';
import type { TakenBack, TakingBack } from '../ledger.ts';
import type { Store } from './store.ts';

const rows = z.array(
  z.object({ batch: z.string(), compartment: z.string(), said_by: z.string(), reason: z.string(), day: z.string() }),
);
const countRows = z.array(z.object({ batch: z.string(), compartment: z.string() }));

/** Batches taken back, compartment by compartment: whoever takes one back sees no more of it than he holds, and what he does not
 * see stays. The first taking back stands. */
export function createTakenBack(store: Store) {
  return {
    of: (batch: Id): TakenBack[] =>
      rows
        .parse(store.all('SELECT * FROM batches_taken_back WHERE batch = ? ORDER BY compartment', batch))
        .map(({ compartment, said_by, reason, day }) => ({ compartment, by: said_by, reason, day })),

    /** Inside the transaction of the batch that says it. */
    enter(byBatch: Id, { batch, compartments, approvals, by, reason, day }: TakingBack): void {
      for (const compartment of compartments)
        store.run(
          `INSERT INTO batches_taken_back (batch, compartment, by_batch, said_by, reason, day) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
          batch,
          compartment,
          byBatch,
          by,
          reason,
          day,
        );
      for (const id of approvals)
        store.run(
          'UPDATE approvals SET ended_day = ?1, ended_reason = ?2 WHERE id = ?3 AND (ended_day IS NULL OR ended_day > ?1)',
          day,
          reason,
          id,
        );
    },

    /** These batches less the rows that were taken back by `knownAt`; one of which nothing is left is not named. */
    leftOf(batches: readonly Id[], knownAt: string): EventBatch[] {
      const known = lastDay(knownAt);
      const gone = new Map<Id, string[]>();
      for (const { batch, compartment, day } of rows.parse(
        store.all('SELECT * FROM batches_taken_back ORDER BY batch, compartment'),
      ))
        if (lastDay(day) <= known) gone.set(batch, [...(gone.get(batch) ?? []), compartment]);
      if (gone.size === 0) return [...batches];
      const held = new Map<Id, string[]>();
      for (const { batch, compartment } of countRows.parse(
        store.all('SELECT batch, compartment FROM batch_counts WHERE events > 0'),
      ))
        held.set(batch, [...(held.get(batch) ?? []), compartment]);
      return batches.flatMap((batch): EventBatch[] => {
        const without = gone.get(batch);
        if (without === undefined) return [batch];
        return held.get(batch)?.every((compartment) => without.includes(compartment)) === true
          ? []
          : [{ batch, without }];
      });
    },
  };
}
