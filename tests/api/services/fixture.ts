import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClock } from '../../../api/clock.ts';
import type { ImportOptions } from '../../../api/import/options.ts';
import { runImport } from '../../../api/import/run.ts';
import { openInstallation } from '../../../api/installation.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import { plainOptions } from '../import/world.ts';

export const today = '2026-01-15';
export const party = (key: string): Id => entityId('', 'party', key);

/** An installation in this process with a bundle in it, gone when the test ends. */
export async function installed(files: Readonly<Record<string, string>>, options: Partial<ImportOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'powang-service-'));
  const bundle = join(folder, 'bundle');
  for (const path of ['data', 'bundle']) await mkdir(join(folder, path));
  for (const [name, text] of Object.entries(files)) await writeFile(join(bundle, name), text);
  const installation = await openInstallation({
    dataFolder: join(folder, 'data'),
    access: 'write',
    graph: 'here',
    clock: createClock('Asia/Shanghai', () => new Date(`${today}T04:00:00Z`)),
    eventsMemoryMb: 256,
  });
  onTestFinished(async () => {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const report = await runImport(installation, { ...plainOptions, paths: [bundle], ...options });
  return { ...installation, report };
}
