import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventQuestion } from '../../../api/services/evidence/eventQuery.ts';
import { gatherFacts } from '../../../api/services/screen/gather.ts';
import { runScreen, type ScreenJson } from '../../../api/services/screen/run.ts';
import { audienceOf } from '../../../model/audience.ts';
import { entityId } from '../../../model/ids.ts';
import { openTestStore, type TestStore } from './store.ts';
import { writeSealed, writeStory } from './story.ts';

const clocks = { trueAt: '2025-01-01', knownAt: '2025-07-01' };
const everybody = audienceOf([]);
const custodian = audienceOf(['informants']);
const id = (key: string): string => entityId('', 'party', key);

let store: TestStore;
let result: ScreenJson;
beforeAll(async () => {
  store = await openTestStore();
  const report = await store.importBundle(await writeStory(join(store.folder, 'story')));
  expect(report.rejects).toEqual([]);
  result = await runScreen(store.deps, everybody, clocks, { runsOnPool90d: 3 });
});
afterAll(() => store.close());

const officialOf = (key: string) => result.officials.find((one) => one.key === key)!;
const partOf = (key: string, indicator: string) => officialOf(key).indicators.find((one) => one.id === indicator)!;

describe('a screen of an imported county', () => {
  it('is the JSON of the contract, with names and keys', () => {
    expect(Object.keys(result)).toEqual([
      'trueAt',
      'knownAt',
      'dataVersion',
      'modelVersion',
      'calibration',
      'complete',
      'limit',
      'cutAt',
      'coverage',
      'runsOnPool90d',
      'officials',
      'gangs',
      'notes',
    ]);
    expect(result).toMatchObject({
      ...clocks,
      runsOnPool90d: 3,
      calibration: 'synthetic',
      complete: true,
      coverage: { calls: 1, bank: 1, copresence: null },
    });
    expect(result.officials[0]).toMatchObject({
      officialId: id('wei'),
      key: 'wei',
      name: '警员1',
      rank: 1,
      level: 'watch',
      p: null,
      q: null,
    });
    expect(result.gangs).toMatchObject([{ gangId: id('gang'), name: '沙场帮', tier: 'evil-group' }]);
    expect(result.gangs[0]!.members.map((one) => one.key).sort()).toEqual(['ding', 'hu']);
  });

  it('takes into the pool who decided, who knew, and who is near, and leaves out the rest', () => {
    expect(Object.fromEntries(result.officials.map((one) => [one.key, one.pool]))).toEqual({
      wei: ['aware', 'near'],
      peer00: ['decided'],
      peer01: ['aware'],
    });
  });

  it('counts calls, payments to the spouse, shares and the call before the raid', () => {
    expect(partOf('wei', 'I1b')).toMatchObject({ observed: 10, n: 2, coverage: 1 });
    expect(partOf('wei', 'I12')).toMatchObject({ observed: 6, family: 'money' });
    expect(partOf('wei', 'I10')).toMatchObject({ observed: 1, n: 1 });
    expect(partOf('wei', 'I15')).toMatchObject({ observed: 1 });
    expect(partOf('wei', 'I10').text.zh).toContain('扑空');
  });

  it('calls on duty and calls left unanswered count for nothing', () => {
    expect(partOf('peer00', 'I1b')).toMatchObject({ observed: 0 });
    expect(partOf('peer00', 'I1b').innocent.find((one) => one.id === 'duty')).toMatchObject({ holds: true });
    expect(result.officials.map((one) => one.key)).not.toContain('peer02');
  });

  it('what speaks for a person stands beside', () => {
    expect(officialOf('peer01').exculpatory.map((one) => one.id)).toEqual(
      expect.arrayContaining(['disclosed:gift', 'no_contact', 'no_payments']),
    );
    expect(officialOf('peer01').exculpatory.every((one) => one.evidence.length > 0)).toBe(true);
  });

  it('every evidence id opens, and rows add up to the figure', async () => {
    const parts = result.officials.flatMap((one) =>
      one.indicators.map((part) => ({ officialId: one.officialId, part })),
    );
    const assertions = parts.flatMap(({ part }) => part.evidence.filter((one) => !one.startsWith('q_')));
    const said = await store.deps.facts.assertionsById(everybody, clocks, assertions);
    expect(new Set(said.map((one) => one.id))).toEqual(new Set(assertions));

    const who = await store.deps.services.standing(everybody, clocks);
    const session = await store.deps.events.open(everybody, clocks, store.deps.ledger.batches.withEvents(), {
      duties: who.duties,
      merged: who.merged,
    });
    const rows = async (evidence: readonly string[]): Promise<number> => {
      let sum = 0;
      for (const one of evidence.filter((item) => item.startsWith('q_'))) {
        const { kind, from, to, either, side, fromSeconds = null, toSeconds = null } = eventQuestion(one);
        const [total] = await session.facts('countBehind', {
          kind,
          from,
          to,
          either,
          side: side === 'all' ? null : side === 'duty' ? 'duty' : '',
          fromSeconds,
          toSeconds,
        });
        sum += total!.n;
      }
      return sum;
    };
    try {
      expect(await rows(partOf('wei', 'I1b').evidence)).toBe(10);
      expect(await rows(partOf('wei', 'I12').evidence)).toBe(6);
      expect(await rows(partOf('wei', 'I10').evidence)).toBe(1);
    } finally {
      await session.close();
    }
  });

  it('refuses suspects who are none: an official, a reporter, nobody known', async () => {
    for (const key of ['wei', 'fang', 'nobody']) {
      await expect(
        runScreen(store.deps, everybody, clocks, { suspects: [id(key)], runsOnPool90d: 0 }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
    }
  });

  it('the same question has the same bytes', async () => {
    expect(JSON.stringify(await runScreen(store.deps, everybody, clocks, { runsOnPool90d: 3 }))).toBe(
      JSON.stringify(result),
    );
  });

  it('stops on request', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(
      runScreen(store.deps, everybody, clocks, { runsOnPool90d: 0 }, { signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await gatherFacts(store.deps, everybody, clocks, {
      onProgress: (phase, done, total) => told.push(`${phase} ${done}/${total}`),
    });
    expect(told).toEqual(['gather 0/4', 'gather 1/4', 'gather 2/4', 'gather 3/4', 'gather 4/4']);
  });
});

describe('registered informants', () => {
  it('change nothing for anybody: two readers who differ in the compartment alone get equal bytes', async () => {
    const before = JSON.stringify(result);
    const report = await store.importBundle(await writeSealed(join(store.folder, 'sealed')));
    expect(report.rejects).toEqual([]);
    const plain = await runScreen(store.deps, everybody, clocks, { runsOnPool90d: 3 });
    const cleared = await runScreen(store.deps, custodian, clocks, { runsOnPool90d: 3 });
    expect(JSON.stringify(cleared)).toBe(JSON.stringify(plain));
    expect(JSON.stringify(plain)).toBe(before);
    // The custodian does see them elsewhere: the compartment is held, only the screen is computed without it.
    expect((await store.deps.facts.assertions(custodian, clocks, [id('mole')])).length).toBeGreaterThan(0);
  });
});
