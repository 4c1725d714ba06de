import { z } from 'zod';
import { compartmentsOfKey } from '../../../model/audience.ts';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import type { Runs } from '../ledger.ts';
import type { Store } from './store.ts';

const row = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.string(),
  audience: z.string(),
  data_version: z.string(),
  result: z.string(),
});
const oneRow = row.optional();
const audienceRows = z.array(row.pick({ id: true, audience: true }));

/** Stored results of jobs. They can be dropped at any time (an erasure does), so how many were made is counted apart. */
export function createRuns(store: Store): Runs {
  return {
    find(question) {
      const found = oneRow.parse(store.get('SELECT * FROM runs WHERE question = ?', question));
      return found === undefined ? undefined : { id: found.id, result: JSON.parse(found.result) };
    },
    get(id) {
      const found = oneRow.parse(store.get('SELECT * FROM runs WHERE id = ?', id));
      if (found === undefined) return undefined;
      const { data_version, result, ...rest } = found;
      return { ...rest, dataVersion: data_version, result: JSON.parse(result) };
    },
    put: (run) =>
      store.write(() => {
        const added = store.run(
          'INSERT INTO runs (id, kind, question, owner, audience, data_version, result, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (question) DO NOTHING',
          run.id,
          run.kind,
          run.question,
          run.owner,
          run.audience,
          run.dataVersion,
          canonicalJson(run.result),
          run.day,
        );
        if (added === 0) return row.parse(store.get('SELECT * FROM runs WHERE question = ?', run.question)).id;
        store.run(
          'INSERT INTO run_counts (kind, audience, day, count) VALUES (?, ?, ?, 1) ON CONFLICT (kind, audience, day) DO UPDATE SET count = count + 1',
          run.kind,
          run.audience,
          run.day,
        );
        return run.id;
      }),
    countSince: (kind, audience, day) =>
      z
        .object({ count: z.number() })
        .parse(
          store.get(
            'SELECT coalesce(sum(count), 0) AS count FROM run_counts WHERE kind = ? AND audience = ? AND day >= ?',
            kind,
            audience,
            day,
          ),
        ).count,
    clear: (compartment) =>
      store.write(() => {
        const all = audienceRows.parse(store.all('SELECT id, audience FROM runs'));
        for (const { id, audience } of all)
          if (compartment === undefined || compartmentsOfKey(audience).includes(compartment))
            store.run('DELETE FROM runs WHERE id = ?', id);
      }),
  };
}
