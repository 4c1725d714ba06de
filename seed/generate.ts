/** `powang generate county`: one county to a folder, and where its parts lie. */
import { join } from 'node:path';
import { generateCounty } from './county/generate.ts';
import type { CountyOptions } from './county/parameters.ts';
import { TABLE_NAMES } from './county/tables.ts';
import { writeBundle } from './write.ts';

export interface GeneratedFiles {
  bundle: string;
  truth: string;
  rows: Record<string, number>;
}

export async function generateFiles({ out, ...options }: CountyOptions & { out: string }): Promise<GeneratedFiles> {
  const county = generateCounty(options);
  await writeBundle(county, out);
  return {
    bundle: join(out, 'bundle'),
    truth: join(out, 'truth.json'),
    rows: Object.fromEntries(TABLE_NAMES.map((name) => [name, county.tables[name].length])),
  };
}
