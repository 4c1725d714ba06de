import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../api/import/rows/report.ts';
import { runImport } from '../../api/import/run.ts';
import { generateCounty, type PackExpectation, writeAgencyPack } from '../../seed/index.ts';
import { openWorld, plainOptions, type World } from '../api/import/world.ts';

/** A case's records as two banks and an operator return them, taken in after the county they belong to. */
describe('the records of one approval as agencies return them', () => {
  let folder: string;
  let world: World;
  let expected: PackExpectation;
  let report: ImportReport;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'powang-pack-'));
    expected = await writeAgencyPack(generateCounty({ seed: 7, people: 1000 }), folder);
    world = await openWorld();
    const rest = await runImport(world.deps, { ...plainOptions, paths: [join(folder, 'bundle')] });
    expect(rest.rejects).toEqual([]);
    report = await runImport(world.deps, {
      ...plainOptions,
      paths: [join(folder, 'returned')],
      approval: expected.approval,
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('come to the payments and calls that were made, each once', () => {
    expect(report.events).toBe(expected.payments + expected.calls);
    expect(report.noteCounts).toMatchObject({ reported_twice: expected.toldTwice, left_out: expected.failed });
  });

  it('lose only the rows without another side, told by line and header', () => {
    const rows = report.files.map(({ file, rows, rejected }) => ({ file, rows, rejected }));
    expect(rows).toHaveLength(expected.files.length);
    for (const file of expected.files) expect(rows).toContainEqual(file);
    for (const { file, field, why } of report.rejects)
      expect([file, field, why]).toEqual(['乙银行.csv', '交易对手账卡号', 'missing']);
  });

  it('add up: every row is accepted, rejected or left out', () => {
    for (const { rows, accepted, rejected, leftOut = 0 } of report.files)
      expect(accepted + rejected + leftOut).toBe(rows);
  });

  it('are found without naming a format, beside the files of one bundle or alone', async () => {
    expect((await readdir(join(folder, 'returned'))).sort()).toEqual(expected.files.map(({ file }) => file).sort());
  });
});
