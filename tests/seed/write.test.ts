import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBulk } from '../../seed/bulk.ts';
import { generateCounty } from '../../seed/county/generate.ts';
import { type County, emptyTables } from '../../seed/county/tables.ts';
import { generateFiles } from '../../seed/generate.ts';
import { writeBundle } from '../../seed/write.ts';
import { basisFaults } from './basis.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'powang-seed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(root, 'bundle')).sort())
    hash.update(name).update(readFileSync(join(root, 'bundle', name)));
  return hash.update(readFileSync(join(root, 'truth.json'))).digest('hex');
}

async function written(name: string, options: Parameters<typeof generateCounty>[0]): Promise<string> {
  await writeBundle(generateCounty(options), join(folder, name));
  return digest(join(folder, name));
}

describe('writing a bundle', () => {
  it('gives the same bytes for the same seed and others for another', async () => {
    const options = { seed: 21, people: 800, umbrellas: 3 };
    const first = await written('first', options);
    expect(await written('again', options)).toBe(first);
    expect(await written('other seed', { ...options, seed: 22 })).not.toBe(first);
    expect(await written('other mechanisms', { ...options, mechanisms: 'b' })).not.toBe(first);
  });

  it('says where the files lie and how many rows each holds', async () => {
    const made = await generateFiles({ out: folder, seed: 21, people: 600, umbrellas: 2 });
    expect(made).toMatchObject({ bundle: join(folder, 'bundle'), truth: join(folder, 'truth.json') });
    expect(made.rows.people).toBe(600);
    expect(readdirSync(made.bundle).length).toBe(Object.keys(made.rows).length);
    expect(JSON.parse(readFileSync(made.truth, 'utf8')).umbrellas.length).toBe(2);
  });

  it('quotes what RFC 4180 wants quoted and leaves the unknown empty', async () => {
    const name = '甲,"乙"\n丙';
    const county: County = {
      tables: { ...emptyTables(), people: [{ id: 'P1', name, prior_convictions: 0, phones: undefined }] },
      truth: { seed: 0, mechanisms: 'a', umbrellas: [], gangs: [], lookalikes: [] },
    };
    await writeBundle(county, folder);
    const source = readFileSync(join(folder, 'bundle/people.csv'), 'utf8');
    expect(source).toContain('P1,"甲,""乙""\n丙",,');
    const [row] = parse(source, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ id: 'P1', name, prior_convictions: '0', phones: '' });
  });

  it('fails with the reason when the folder cannot be written', async () => {
    const county = generateCounty({ seed: 1, people: 600, umbrellas: 0 });
    await expect(writeBundle(county, '/dev/null/nowhere')).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/);
    mkdirSync(join(folder, 'bundle/calls.csv'), { recursive: true });
    await expect(writeBundle(county, folder)).rejects.toThrow(/EISDIR/);
  });
});

describe('the bulk bundle', () => {
  it('has the sizes asked for, each call under an approval that names one end', async () => {
    const counts = await writeBulk(folder, { people: 2000, ties: 700, calls: 5000, seed: 3 });
    expect(counts).toMatchObject({ people: 2000, ties: 700, calls: 5000, approvals: 4, cases: 4 });
    const tables = emptyTables();
    for (const name of ['people', 'ties', 'calls', 'approvals', 'cases', 'case_parties'] as const) {
      tables[name] = parse(readFileSync(join(folder, `bundle/${name}.csv`)), { columns: true });
      expect(tables[name].length).toBe(counts[name]);
    }
    const truth = { seed: 3, mechanisms: 'a' as const, umbrellas: [], gangs: [], lookalikes: [] };
    expect(basisFaults({ tables, truth })).toEqual([]);
    expect(new Set(tables.people.map((row) => row.id_number)).size).toBe(2000);
  });
});
