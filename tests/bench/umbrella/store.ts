import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock } from '../../../api/clock.ts';
import { createDuckdbEvents } from '../../../api/events/duckdb/createDuckdbEvents.ts';
import { openSqliteFacts } from '../../../api/facts/sqlite/open.ts';
import { runImport } from '../../../api/import/run.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import { readStanding, type StandingSource } from '../../../api/services/standing.ts';

/** A data folder with one bundle in it, opened in this process. */
export async function importedStore(folder: string, bundle: string) {
  for (const name of ['columns', 'files']) await mkdir(join(folder, name), { recursive: true });
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'));
  const facts = openSqliteFacts(join(folder, 'facts.sqlite'));
  const events = await createDuckdbEvents({ folder: join(folder, 'events') });
  const report = await runImport(
    {
      facts,
      events,
      ledger,
      columnsFolder: join(folder, 'columns'),
      filesFolder: join(folder, 'files'),
      clock: createClock('Asia/Shanghai'),
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
      user: 'bench',
      account: null,
      purpose: null,
      demonstration: true,
      allowedCompartments: null,
    },
  );
  const standing: StandingSource = (audience, clocks) => readStanding(facts, audience, clocks);
  return {
    report,
    deps: { facts, events, ledger, services: { standing } },
    async close() {
      await events.close();
      await facts.close();
      ledger.close();
    },
  };
}
