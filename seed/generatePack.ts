/** `powang generate agency-pack`: the records of one approval of a generated county as agencies return them. */
import { join } from 'node:path';
import { type PackExpectation, writeAgencyPack } from './agency/pack.ts';
import { generateCounty } from './county/generate.ts';
import type { CountyOptions } from './county/parameters.ts';

export interface GeneratedPack extends PackExpectation {
  readonly bundle: string;
  readonly returned: string;
}

export async function generatePack({ out, ...options }: CountyOptions & { out: string }): Promise<GeneratedPack> {
  const expected = await writeAgencyPack(generateCounty(options), out);
  return { bundle: join(out, 'bundle'), returned: join(out, 'returned'), ...expected };
}
