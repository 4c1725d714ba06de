import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckdbEvents } from '../../../api/events/duckdb/createDuckdbEvents.ts';
import { openSqliteFacts } from '../../../api/facts/sqlite/open.ts';
import { runImport } from '../../../api/import/run.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import { readStanding, type StandingSource } from '../../../api/services/standing.ts';

/** A real store in a folder of its own, empty, with an import in this process. */
export async function openTestStore() {
  const folder = await mkdtemp(join(tmpdir(), 'powang-screen-'));
  for (const name of ['columns', 'files']) await mkdir(join(folder, name));
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'));
  const facts = openSqliteFacts(join(folder, 'facts.sqlite'));
  const events = await createDuckdbEvents({ folder: join(folder, 'events'), threads: 1, memoryLimitMb: 256 });
  const standing: StandingSource = (audience, clocks) => readStanding(facts, audience, clocks);
  const clock = { now: () => new Date('2025-07-01T00:00:00Z'), today: () => '2025-07-01' };
  return {
    folder,
    deps: { facts, events, ledger, services: { standing } },
    importBundle: (bundle: string) =>
      runImport(
        {
          facts,
          events,
          ledger,
          columnsFolder: join(folder, 'columns'),
          filesFolder: join(folder, 'files'),
          clock,
          everyCompartment: () => ['general', 'informants'],
        },
        {
          paths: [bundle],
          namespace: '',
          source: null,
          compartment: null,
          approval: null,
          strict: false,
          dryRun: false,
          rejectsPath: null,
          user: 'test',
          account: null,
          purpose: null,
          demonstration: false,
          allowedCompartments: null,
        },
      ),
    async close() {
      await events.close();
      await facts.close();
      ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TestStore = Awaited<ReturnType<typeof openTestStore>>;
