import { z } from 'zod';
import type { Audience } from '../../../model/audience.ts';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import { Conflict, StoreBusy } from '../../../model/errors.ts';
import type { Audit, Batches, BatchIntent, BatchOutcome, BatchRecord } from '../ledger.ts';
import { sha256 } from './canonical.ts';
import { isAlive, processMark } from './processes.ts';
import type { Store } from './store.ts';
import { createTakenBack } from './takenBack.ts';

const intentRow = z.object({
  batch: z.string(),
  kind: z.enum(['import', 'hand', 'retraction', 'judgement', 'erasure', 'objection']),
  user: z.string(),
  demonstration: z.number(),
  pid: z.number(),
  process: z.string(),
  started_at: z.string(),
});
const doneRow = intentRow.extend({
  rejected: z.number(),
  report: z.string(),
  event_kinds: z.string(),
  finished_at: z.string(),
});
const countsRow = z.object({
  compartment: z.string(),
  entities: z.number(),
  ties: z.number(),
  events: z.number(),
  digest: z.string(),
});
const hashRow = z.object({ compartment: z.string(), hash: z.string() });
const hashRows = z.array(hashRow);
const countsRows = z.array(countsRow);
const intentRows = z.array(intentRow);
const doneRows = z.array(doneRow);
const oneDone = doneRow.optional();
const oneHash = hashRow.optional();
const names = z.array(z.string());

/** Open batches of this very process, whichever connection opened them: another one under our own pid was left by a process before us. */
const openedHere = new Set<string>();

const toIntent = (row: z.infer<typeof intentRow>): BatchIntent => ({
  batch: row.batch,
  kind: row.kind,
  user: row.user,
  demonstration: row.demonstration === 1,
  pid: row.pid,
  startedAt: row.started_at,
});

/** The list of writes, and the right to write. `done` is the commit point of a batch: its counts, the running hash of each
 * compartment it touched and its audit record stand in one transaction, so that either all of it happened or none. */
export function createBatches(store: Store, audit: Audit): Batches {
  const takenBack = createTakenBack(store);
  const lives = (row: z.infer<typeof intentRow>) =>
    row.pid === process.pid ? openedHere.has(row.batch) : isAlive(row.pid, row.process);
  const open = () => intentRows.parse(store.all("SELECT * FROM batches WHERE state = 'intended'"));

  function settle(batch: string, state: 'done' | 'undone', finishedAt: string | null, reason: string | null): void {
    const changed = store.run(
      "UPDATE batches SET state = ?, finished_at = ?, reason = ? WHERE batch = ? AND state = 'intended'",
      state,
      finishedAt,
      reason,
      batch,
    );
    if (changed === 0) throw new Conflict('this batch is not open');
    openedHere.delete(batch);
  }

  function enterCompartment(batch: string, compartment: string, counts: BatchOutcome['byCompartment'][string]): void {
    store.run(
      'INSERT INTO batch_counts (batch, compartment, entities, ties, events, digest) VALUES (?, ?, ?, ?, ?, ?)',
      batch,
      compartment,
      counts.entities,
      counts.ties,
      counts.events,
      counts.digest,
    );
    if (counts.digest === '') return;
    const before = oneHash.parse(
      store.get('SELECT compartment, hash FROM running_hashes WHERE compartment = ?', compartment),
    );
    store.run(
      'INSERT INTO running_hashes (compartment, hash) VALUES (?, ?) ON CONFLICT (compartment) DO UPDATE SET hash = excluded.hash',
      compartment,
      sha256(before?.hash ?? '', counts.digest),
    );
  }

  function erase(batches: readonly string[]): void {
    for (const batch of batches) {
      store.run("UPDATE batches SET state = 'erased', report = 'null' WHERE batch = ? AND state = 'done'", batch);
      store.run('DELETE FROM approvals WHERE batch = ?', batch);
      store.run('DELETE FROM batches_taken_back WHERE batch = ?', batch);
    }
  }

  function toRecord(
    audience: Audience,
    row: z.infer<typeof doneRow>,
    maker: string | undefined,
  ): BatchRecord | undefined {
    const counts = countsRows.parse(
      store.all(
        'SELECT compartment, entities, ties, events, digest FROM batch_counts WHERE batch = ? ORDER BY compartment',
        row.batch,
      ),
    );
    const seen = counts.filter(
      ({ compartment, digest }) => digest !== '' && audience.compartments.includes(compartment),
    );
    const isMaker = maker === row.user;
    if (seen.length === 0 && !isMaker) return undefined;
    return {
      ...toIntent(row),
      outcome: {
        byCompartment: Object.fromEntries(seen.map(({ compartment, ...rest }) => [compartment, rest])),
        // The report speaks of every row of the file, whatever its compartment: it is the maker's alone.
        rejected: isMaker ? row.rejected : null,
        report: isMaker ? JSON.parse(row.report) : null,
        finishedAt: row.finished_at,
      },
      takenBack: takenBack.of(row.batch).filter(({ compartment }) => audience.compartments.includes(compartment)),
    };
  }

  const withEvents = () =>
    z
      .array(z.object({ batch: z.string() }))
      .parse(store.all("SELECT batch FROM batches WHERE state = 'done' AND event_kinds <> '[]' ORDER BY sequence"))
      .map(({ batch }) => batch);

  return {
    intend: (intent) =>
      store.write(() => {
        if (open().some(lives)) throw new StoreBusy();
        store.run(
          "INSERT INTO batches (batch, kind, user, demonstration, pid, process, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'intended')",
          intent.batch,
          intent.kind,
          intent.user,
          intent.demonstration ? 1 : 0,
          intent.pid,
          processMark(intent.pid),
          intent.startedAt,
        );
        if (intent.pid === process.pid) openedHere.add(intent.batch);
      }),
    done: (batch, outcome, entry) =>
      store.write(() => {
        store.run(
          "UPDATE batches SET rejected = ?, report = ?, event_kinds = ? WHERE batch = ? AND state = 'intended'",
          outcome.rejected,
          canonicalJson(outcome.report),
          JSON.stringify(outcome.eventKinds),
          batch,
        );
        settle(batch, 'done', outcome.finishedAt, null);
        for (const [compartment, counts] of Object.entries(outcome.byCompartment))
          enterCompartment(batch, compartment, counts);
        erase(outcome.erases ?? []);
        if (outcome.takesBack !== undefined) takenBack.enter(batch, outcome.takesBack);
        audit.record(entry);
      }),
    undone: (batch, reason) =>
      store.write(() => {
        settle(batch, 'undone', null, reason);
        store.run('DELETE FROM approvals WHERE batch = ?', batch);
      }),
    unsettled: () =>
      open()
        .filter((row) => !lives(row))
        .map(toIntent),
    find(audience, batch, maker) {
      const row = oneDone.parse(store.get("SELECT * FROM batches WHERE batch = ? AND state = 'done'", batch));
      return row === undefined ? undefined : toRecord(audience, row, maker);
    },
    list: (audience, maker) =>
      doneRows
        .parse(store.all("SELECT * FROM batches WHERE state = 'done' ORDER BY sequence"))
        .flatMap((row) => toRecord(audience, row, maker) ?? []),
    doneIds: () =>
      z
        .array(z.object({ batch: z.string() }))
        .parse(store.all("SELECT batch FROM batches WHERE state = 'done' ORDER BY sequence"))
        .map(({ batch }) => batch),
    eventKindsOf(batch) {
      const row = z
        .object({ event_kinds: z.string() })
        .optional()
        .parse(store.get("SELECT event_kinds FROM batches WHERE batch = ? AND state = 'done'", batch));
      return row === undefined ? [] : names.parse(JSON.parse(row.event_kinds));
    },
    compartments: () =>
      hashRows
        .parse(store.all('SELECT compartment, hash FROM running_hashes ORDER BY compartment'))
        .map(({ compartment }) => compartment),
    withEvents,
    eventsRead: (knownAt) => takenBack.leftOf(withEvents(), knownAt),
    dataVersion: (audience) =>
      sha256(
        ...hashRows
          .parse(store.all('SELECT compartment, hash FROM running_hashes ORDER BY compartment'))
          .filter(({ compartment }) => audience.compartments.includes(compartment))
          .flatMap(({ compartment, hash }) => [compartment, hash]),
      ).slice(0, 32),
    demonstrationOnly: () =>
      store.get("SELECT 1 FROM batches WHERE state = 'done' AND demonstration = 0") === undefined,
    holdsDemonstration: () =>
      store.get("SELECT 1 FROM batches WHERE state = 'done' AND demonstration = 1") !== undefined,
  };
}
