import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../../api/import/run.ts';
import { openWorld, plainOptions, type World } from './world.ts';

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const there = existsSync(`${shared}expected.json`);
const expected = there ? JSON.parse(readFileSync(`${shared}expected.json`, 'utf8')).sets : {};

describe.skipIf(!there)('public bundles (skipped where ../shared/data is absent)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  const bundle = (name: string, namespace = name) =>
    runImport(world.deps, { ...plainOptions, paths: [`${shared}08-bundles/${name}`], namespace });

  it('a gang: people, one organisation, ties of three kinds', async () => {
    const counts = expected['08-bundles/london-gang'];
    const report = await bundle('london-gang');
    expect([report.entities, report.ties, report.rejected]).toEqual([
      counts.people + counts.organisations,
      counts.ties,
      0,
    ]);
    for (const kind of ['associate', 'kin', 'gang_member'] as const)
      expect(await world.said({ kinds: [kind] })).toHaveLength(counts.kinds[kind]);
    expect((await bundle('london-gang')).entities).toBe(0);
  });

  it('cases and their parties: who is victim and suspect of one case is told', async () => {
    const counts = expected['08-bundles/st-louis'];
    const report = await bundle('st-louis');
    expect([report.entities, report.ties, report.rejected]).toEqual([
      counts.people + counts.cases,
      counts.case_parties,
      0,
    ]);
    expect(report.noteCounts.victim_and_suspect).toBe(counts.people_both_victim_and_suspect_of_one_case);
    const said = await world.said({ kinds: ['case'] });
    for (const [role, count] of Object.entries(counts.roles))
      expect(said.filter(({ ends }) => ends?.role === role)).toHaveLength(Number(count));
  });

  it('payments under twenty approvals: every row, equal ones too, folded to pairs', async () => {
    const counts = expected['08-bundles/amlsim'];
    const report = await bundle('amlsim');
    expect([report.events, report.rejected]).toEqual([counts.payments, 0]);
    expect([report.entities, report.ties]).toEqual([counts.people + counts.accounts + 1, counts.accounts]);
    let pairs = 0;
    let fen = 0;
    let toOneself = 0;
    for await (const rows of world.deps.events.foldBatch(report.batch ?? '', 'payments')) {
      const distinct = new Set(rows.map(({ from, to }) => `${from} ${to}`));
      pairs += distinct.size;
      for (const { from, to, sum, count } of rows) {
        fen += sum;
        if (from === to) toOneself += count;
      }
    }
    expect(fen).toBe(Math.round(counts.total_amount * 100));
    expect(pairs).toBeGreaterThanOrEqual(counts.folded_directed_pairs);
    expect(toOneself).toBe(counts.self_payments);
  }, 120_000);
});
