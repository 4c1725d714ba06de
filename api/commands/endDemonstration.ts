import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOptions } from '../import/options.ts';
import { createImporter, type Importer } from '../import/process.ts';
import type { ImportReport } from '../import/rows/report.ts';
import { openLedger } from '../installation.ts';

interface Ending {
  readonly dataFolder: string;
  readonly timeZone: string;
  readonly importer: Importer;
  readonly account: string;
  readonly tell: (text: string) => void;
}

/** The first real import ends the demonstration: county, accounts, sessions and links go. One that will be refused whole ends
 * nothing: with `--strict` it is tried in an empty folder first, and the report of a refusal is handed back. */
export async function endDemonstration(
  { dataFolder, timeZone, importer, account, tell }: Ending,
  options: ImportOptions,
): Promise<ImportReport | undefined> {
  if (!holdsDemonstration(dataFolder)) return undefined;
  if (options.strict) {
    const tried = await inEmptyFolder(timeZone, (empty) => empty.run({ ...options, dryRun: true }));
    if (tried.refused) return { ...tried, dryRun: false };
  }
  tell('演示县已清除 / the demonstration county is erased');
  await importer.eraseDemonstration({ account });
  return undefined;
}

function holdsDemonstration(dataFolder: string): boolean {
  const ledger = openLedger(dataFolder);
  try {
    return ledger.batches.holdsDemonstration() || ledger.users.list().some((user) => user.demonstration);
  } finally {
    ledger.close();
  }
}

async function inEmptyFolder<T>(timeZone: string, work: (importer: Importer) => Promise<T>): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'powang-trial-'));
  try {
    return await work(createImporter({ dataFolder, timeZone }));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
