import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Demonstrate } from '../api/serve.ts';
import { demonstration } from './demonstration.ts';
import { writeBundle } from './write.ts';

/** Brings the demonstration county (and the three stories) into an empty store through the same door as any bundle. */
export const demonstrate: Demonstrate = async (installation, { importer, tell }) => {
  const folder = await mkdtemp(join(installation.dataFolder, 'demonstration-'));
  try {
    tell('演示县：生成… / demonstration county: generating…');
    await writeBundle(demonstration(), folder);
    tell('演示县：导入… / demonstration county: importing…');
    const report = await importer.run({
      paths: [join(folder, 'bundle')],
      namespace: '',
      source: null,
      compartment: null,
      approval: null,
      strict: false,
      dryRun: false,
      rejectsPath: null,
      user: 'u_local',
      account: null,
      purpose: null,
      demonstration: true,
      allowedCompartments: null,
    });
    tell(`${report.entities} · ${report.ties} · ${report.events} (${report.seconds} s)`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
