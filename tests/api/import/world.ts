import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../../api/clock.ts';
import { createDuckdbEvents } from '../../../api/events/duckdb/createDuckdbEvents.ts';
import { openSqliteFacts } from '../../../api/facts/sqlite/open.ts';
import type { ImportDeps, ImportOptions } from '../../../api/import/options.ts';
import { runImport } from '../../../api/import/run.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import type { Said } from '../../../model/assertion.ts';
import { audienceOf } from '../../../model/audience.ts';

export const today = '2026-01-15';
export const ever = { trueAt: '1000-01-01..9999-12-31', knownAt: '9999-12-31' };

/** A data folder of its own with its stores opened, and a place to write bundles. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'powang-import-'));
  const data = join(folder, 'data');
  await mkdir(data);
  const facts = openSqliteFacts(join(data, 'facts.sqlite'));
  const ledger = openSqliteLedger(join(data, 'ledger.sqlite'));
  const events = await createDuckdbEvents({ folder: join(data, 'events'), memoryLimitMb: 256, threads: 1 });
  const deps: ImportDeps = {
    facts,
    ledger,
    events,
    columnsFolder: join(data, 'columns'),
    filesFolder: join(data, 'files'),
    clock: createClock('Asia/Shanghai', () => new Date(`${today}T04:00:00Z`)),
    everyCompartment: () => ledger.batches.compartments(),
  };
  let bundles = 0;

  async function bundle(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    bundles += 1;
    const path = join(folder, `bundle${bundles}`);
    await mkdir(path);
    for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
    return path;
  }

  return {
    folder,
    data,
    deps,
    bundle,
    /** Imports the files as one bundle; what is left out is as on the shell. */
    async import(
      files: Readonly<Record<string, string | Uint8Array>>,
      options: Partial<ImportOptions> = {},
      more: Partial<ImportDeps> = {},
    ) {
      return runImport({ ...deps, ...more }, { ...plainOptions, paths: [await bundle(files)], ...options });
    },
    /** Everything said about entities of these types or ties of these kinds, whoever may see it. */
    async said(what: Parameters<typeof facts.scan>[2], compartments: readonly string[] = []): Promise<Said[]> {
      const found: Said[] = [];
      const audience = audienceOf([...compartments, ...ledger.batches.compartments()]);
      for await (const chunk of facts.scan(audience, ever, what)) found.push(...chunk);
      return found;
    },
    async close() {
      await events.close();
      await facts.close();
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

export const plainOptions: Omit<ImportOptions, 'paths'> = {
  namespace: '',
  source: null,
  compartment: null,
  approval: null,
  strict: false,
  dryRun: false,
  rejectsPath: null,
  user: 'local',
  account: 'tester',
  purpose: null,
  demonstration: false,
  allowedCompartments: null,
};

/** A small lawful world: two subjects of one approval for everything, a third person outside, a criminal case. */
export const lawful = {
  'people.csv': 'id,name,phones\nP1,周一,13800000001\nP2,吴二,13800000002\nP3,郑三,13800000003\nP4,王四,\n',
  'organisations.csv': 'id,name,kind\nC1,甲公司,company\n',
  'cases.csv': 'id,kind,opened\nK1,criminal,2024-03-01\n',
  'approvals.csv':
    'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,obtained_on,retain_until\n' +
    'A1,1号,县局,county,K1,calls;bank;copresence,P1;P2,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31\n',
} as const;
