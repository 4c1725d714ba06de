import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../clock.ts';
import { readNeo4j } from '../environment.ts';
import { createDuckdbEvents } from '../events/duckdb/createDuckdbEvents.ts';
import type { Facts } from '../facts/facts.ts';
import { factsFile, openFacts } from '../facts/open.ts';
import { openSqliteLedger } from '../ledger/sqlite/open.ts';
import { serveMethods } from '../process/serveMethods.ts';
import { eraseDemonstration } from './erase.ts';
import { expireApprovals } from './expire.ts';
import type { ImportMethods } from './importMethods.ts';
import type { ImportDeps } from './options.ts';
import { retractBatch } from './retract.ts';
import { runImport } from './run.ts';
import { settle } from './settle.ts';
import { openThreadedFacts } from './thread/threadedFacts.ts';

/** The import child: hostile files are read here, in a process with bounds that may be ended at any moment. Arguments: data folder,
 * time zone, megabytes for DuckDB. The stores are opened for each call and closed after it. */
const [dataFolder, timeZone, eventsMemoryMb] = process.argv.slice(2);
if (dataFolder === undefined || timeZone === undefined || eventsMemoryMb === undefined)
  throw new Error('started without its arguments');
const progressEveryMs = 100;

async function withStores<T>(work: (deps: ImportDeps) => Promise<T>): Promise<T> {
  mkdirSync(dataFolder!, { recursive: true, mode: 0o700 });
  const ledger = openSqliteLedger(join(dataFolder!, 'ledger.sqlite'));
  const facts = await openWritable(dataFolder!);
  const events = await createDuckdbEvents({
    folder: join(dataFolder!, 'events'),
    memoryLimitMb: Number(eventsMemoryMb),
  });
  try {
    return await work({
      facts,
      events,
      ledger,
      columnsFolder: join(dataFolder!, 'columns'),
      filesFolder: join(dataFolder!, 'files'),
      clock: createClock(timeZone!),
      everyCompartment: () => ledger.batches.compartments(),
    });
  } finally {
    await events.close();
    await facts.close();
    ledger.close();
  }
}

/** SQLite works in a thread of its own; a Neo4j is a process of its own already. */
function openWritable(folder: string): Promise<Facts> {
  const neo4j = readNeo4j(process.env);
  return neo4j === undefined ? openThreadedFacts(factsFile(folder)) : openFacts({ dataFolder: folder, neo4j }, false);
}

serveMethods<ImportMethods>(
  {
    run: (options, { signal, progress }) => {
      let told = 0;
      return withStores((deps) =>
        runImport(
          {
            ...deps,
            signal,
            onProgress: (now) => {
              if (Date.now() - told < progressEveryMs) return;
              told = Date.now();
              progress(now);
            },
          },
          options,
        ),
      );
    },
    settle: () => withStores(settle),
    retract: (options) => withStores((deps) => retractBatch(deps, options)),
    expire: (options) => withStores((deps) => expireApprovals(deps, options)),
    eraseDemonstration: (options) => withStores((deps) => eraseDemonstration(deps, options)),
  },
  process,
);
