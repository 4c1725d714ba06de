import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audienceOf } from '../model/audience.ts';
import { createClock } from './clock.ts';
import type { ServerSettings } from './environment.ts';
import { createImporter, type Importer } from './import/process.ts';
import { type Installation, openInstallation } from './installation.ts';
import { createWorker } from './jobs/worker.ts';
import type { RunWork } from './jobs/works.ts';
import { takeLock } from './lock.ts';
import { createLog } from './log.ts';
import { startServer } from './server.ts';
import { viewerOf } from './services/access/viewer.ts';
import { createExportShelf } from './services/exports/shelf.ts';
import { createUploads } from './services/imports/uploads.ts';
import { createRuns } from './services/runs/runs.ts';
import { createHandBatch } from './services/writing/batch.ts';
import { createHand } from './services/writing/hand.ts';

/** Built beside the server: dist/api → dist/viz. */
const builtViewer = fileURLToPath(new URL('../viz', import.meta.url));

/** Brings the demonstration county into an empty store. It stands a floor higher, so the entry hands it down. */
export type Demonstrate = (
  installation: Installation,
  parts: { importer: Importer; runWork: RunWork; tell: (text: string) => void },
) => Promise<void>;

export interface Serving {
  readonly settings: ServerSettings;
  /** null: no demonstration in an empty store. */
  readonly demonstrate: Demonstrate | null;
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Opens the data folder, settles what an earlier process left, loads the demonstration where nothing is stored, listens, and
 * returns when told to stop and everything is closed. */
export async function serve({ settings, demonstrate, print, tell, signal }: Serving): Promise<void> {
  const { dataFolder, timeZone, neo4j } = settings;
  const clock = createClock(timeZone);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const release = takeLock(dataFolder);
  try {
    const importer = createImporter({ dataFolder, timeZone });
    const runWork = createWorker({ dataFolder, timeZone });
    await importer.settle();
    const installation = await openInstallation({ dataFolder, access: 'write', graph: 'child', clock, neo4j });
    try {
      const empty = installation.ledger.batches.doneIds().length === 0;
      if (empty && demonstrate !== null) await demonstrate(installation, { importer, runWork, tell });
      await listen(installation, { settings, demonstrate, importer, runWork, print, signal });
    } finally {
      await installation.close();
    }
  } finally {
    release();
  }
}

interface Listening extends Pick<Serving, 'settings' | 'demonstrate' | 'print' | 'signal'> {
  readonly importer: Importer;
  readonly runWork: RunWork;
}

async function listen(
  installation: Installation,
  { settings, demonstrate, importer, runWork, print, signal }: Listening,
): Promise<void> {
  const { ledger, facts, services, clock, dataFolder } = installation;
  const uploads = createUploads(join(dataFolder, 'uploads'));
  await uploads.clear();
  const hand = createHand({
    facts,
    entities: services.entities,
    evidence: services.evidence,
    write: createHandBatch(installation),
  });
  const server = await startServer({
    ledger,
    visible: (reader, ids) => {
      const today = clock.today();
      return services.entities.visible(reader.audience, { trueAt: today, knownAt: today }, ids);
    },
    data: ({ jobs, boards }) => ({
      services,
      ledger,
      clock,
      jobs,
      boards,
      hand,
      runs: createRuns({ ledger, clock }),
      runWork,
      shelf: createExportShelf(),
      importer,
      uploads,
    }),
    clock,
    log: createLog(settings.logLevel),
    host: settings.host,
    port: settings.port,
    viewerFolder: existsSync(builtViewer) ? builtViewer : null,
  });
  await warm(installation);
  const link = demonstrate === null ? undefined : server.demonstrationLink(demonstrationCompartments(installation));
  if (link !== undefined) await screenDemonstration(installation, runWork, signal);
  print(`${link ?? server.origin}\n`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
}

/** Reads who is what and loads the graph before the link is printed: the first question is then as quick as the second. */
async function warm(installation: Installation): Promise<void> {
  const { services, graph, clock } = installation;
  const audience = audienceOf(demonstrationCompartments(installation));
  const clocks = { trueAt: clock.today(), knownAt: clock.today() };
  await Promise.all([services.standing(audience, clocks), graph.tieCounts(audience, clocks, [])]);
}

/** Asks the demonstration's first question ahead, as its user would: the list then opens at once. The same day's next start finds
 * it stored. A stop in the middle is no failure. */
async function screenDemonstration(
  { ledger, clock }: Installation,
  runWork: RunWork,
  signal: AbortSignal,
): Promise<void> {
  const user = ledger.users.byName('demo');
  if (user === undefined) return;
  const today = clock.today();
  const viewer = viewerOf(ledger, today, { user, purpose: null, account: null });
  const asked = { clocks: { trueAt: today, knownAt: today }, options: {} };
  try {
    await createRuns({ ledger, clock }).answer(viewer, { kind: 'screen', ...asked }, (audience, others) =>
      runWork('screen', { audience, ...asked, others }, { signal, onProgress: () => undefined }),
    );
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The demonstration's user may see all of it but the informants. */
function demonstrationCompartments({ ledger }: Installation): string[] {
  return ledger.batches.compartments().filter((name) => name !== 'informants');
}
