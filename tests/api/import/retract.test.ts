import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportDeps } from '../../../api/import/options.ts';
import { type RetractOptions, retractBatch } from '../../../api/import/retract.ts';
import { settle } from '../../../api/import/settle.ts';
import { type Audience, audienceOf } from '../../../model/audience.ts';
import { ever, lawful, openWorld, today, type World } from './world.ts';

const full = {
  ...lawful,
  'calls.csv': 'from_id,to_id,at,approval_id\nP1,P3,2024-05-01T10:00:00,A1\nP1,13811112222,2024-05-02T10:00:00,A1\n',
};
/** Rests on the first bundle: a tie to one of its people, calls under its approval, a second word about P1. */
const later = {
  'sources.csv': 'id,name,kind,grade\nS2,走访,other,C3\n',
  'people.csv': 'id,name,source_id\nP1,周一,S2\nP8,冯八,S2\n',
  'ties.csv': 'from_id,to_id,kind\nP8,P4,friend\nP8,P1,friend\n',
  'calls.csv': 'from_id,to_id,at,approval_id\nP1,P8,2024-05-03T10:00:00,A1\n',
};
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const options = (batch: string, more: Partial<RetractOptions> = {}): RetractOptions => ({
  batch,
  reason: '来源有误',
  dryRun: false,
  audience: audienceOf([]),
  userId: 'u_anna',
  userName: 'anna',
  account: null,
  purpose: 'review:test',
  demonstration: false,
  ...more,
});
async function imported(files: Record<string, string>, more: Parameters<World['import']>[1] = {}): Promise<string> {
  const { batch, rejects } = await world.import(files, more);
  expect(rejects).toEqual([]);
  return batch!;
}
const calls = async (audience: Audience, knownAt = today): Promise<number> => {
  const { ledger, events } = world.deps;
  const session = await events.open(audience, { ...ever, knownAt }, ledger.batches.eventsRead(knownAt));
  const rows = await session.facts('folds', { kind: 'calls' });
  await session.close();
  return rows.reduce((sum, { n }) => sum + n, 0);
};
const people = async (audience: Audience, knownAt = today) =>
  (await world.deps.facts.counts(audience, { trueAt: today, knownAt })).entities.Person ?? 0;

describe('taking a batch back', () => {
  it('a dry run says what would go and changes nothing', async () => {
    const batch = await imported(full);
    await imported(later);
    const version = world.deps.ledger.batches.dataVersion(audienceOf([]));
    const impact = await retractBatch(world.deps, options(batch, { dryRun: true }));
    expect(impact).toMatchObject({
      takenBackBy: null,
      // P2, P3, P4, the company, the case and the phones go; P1 is said by the second bundle too.
      events: 2,
      approvals: 1,
      others: { events: 1 },
    });
    expect(impact.entities).toBeGreaterThanOrEqual(5);
    expect(impact.ties).toBeGreaterThanOrEqual(1); // P8 – P4 loses an end
    expect(await calls(audienceOf([]))).toBe(3);
    expect(world.deps.ledger.batches.dataVersion(audienceOf([]))).toBe(version);
  });

  it('takes statements, event rows and approvals back; what others say stays', async () => {
    const batch = await imported(full);
    const second = await imported(later);
    const { ledger } = world.deps;
    const version = ledger.batches.dataVersion(audienceOf([]));
    const { takenBackBy, assertions } = await retractBatch(world.deps, options(batch));
    const seen = audienceOf([], ledger.approvals.endedOn(today));
    expect(seen.endedApprovals).toEqual(['A1']);
    expect(await people(seen)).toBe(2); // P1 and P8
    expect(await calls(seen)).toBe(0); // the second bundle's call rested on the approval
    expect(ledger.batches.eventsRead(today)).toEqual([second]);
    expect(ledger.batches.dataVersion(audienceOf([]))).not.toBe(version);
    const back = (await world.said({})).filter((one) => one.batch === batch);
    expect(back).toHaveLength(assertions);
    expect(back.every(({ retraction }) => retraction?.by === 'anna' && retraction.reason === '来源有误')).toBe(true);
    expect(ledger.batches.find(audienceOf([]), batch)?.takenBack).toEqual([
      { compartment: 'general', by: 'anna', reason: '来源有误', day: today },
    ]);
    expect(ledger.audit.list({ limit: 500 }).at(-1)?.entry).toMatchObject({
      action: 'batch retraction',
      subjects: [batch],
      detail: { batch: takenBackBy },
    });
  });

  it('as known the day before, it is all still there', async () => {
    const batch = await imported({ 'people.csv': 'id,name,known_at\nP1,周一,2026-01-01\n' });
    await retractBatch(world.deps, options(batch));
    expect(await people(audienceOf([]))).toBe(0);
    expect(await people(audienceOf([]), '2026-01-14')).toBe(1);
  });

  it('event rows too are read as known the day before', async () => {
    const approvals = await imported(lawful);
    const batch = await imported({
      'calls.csv': 'from_id,to_id,at,approval_id,known_at\nP1,P3,2024-05-01T10:00:00,A1,2026-01-01\n',
    });
    await retractBatch(world.deps, options(batch));
    expect(await calls(audienceOf([]))).toBe(0);
    expect(await calls(audienceOf([]), '2026-01-14')).toBe(1);
    expect(world.deps.ledger.approvals.endedOn(today)).toEqual([]); // it came with the other batch
    expect(world.deps.ledger.batches.find(audienceOf([]), approvals)?.takenBack).toEqual([]);
  });

  it('once: a second time there is nothing left to take', async () => {
    const batch = await imported(full);
    await retractBatch(world.deps, options(batch));
    await expect(retractBatch(world.deps, options(batch))).rejects.toMatchObject({ code: 'conflict' });
    expect((await world.said({})).filter((one) => one.batch === batch && one.retraction === null)).toEqual([]);
  });

  it('the same rows imported again stay taken back', async () => {
    const batch = await imported(full);
    await retractBatch(world.deps, options(batch));
    const again = await world.import({ 'people.csv': lawful['people.csv'] });
    expect(again.entities).toBe(0);
    expect(await people(audienceOf([]))).toBe(0);
  });

  it('what the writer does not see stays, and shows in no count', async () => {
    const files = {
      'people.csv': 'id,name,compartment\nP1,周一,\nP2,吴二,sealed\n',
      'ties.csv': 'from_id,to_id,kind,compartment\nP1,P2,friend,sealed\n',
    };
    const batch = await imported(files);
    const tried = await retractBatch(world.deps, options(batch, { dryRun: true }));
    expect(tried).toMatchObject({ assertions: 1, entities: 1, ties: 0 });
    await retractBatch(world.deps, options(batch));
    const sealed = audienceOf(['sealed']);
    expect(await people(sealed)).toBe(1);
    const { batches } = world.deps.ledger;
    expect(batches.find(sealed, batch)?.takenBack.map(({ compartment }) => compartment)).toEqual(['general']);
    // Whoever sees the rest can take it back as well.
    expect(await retractBatch(world.deps, options(batch, { audience: sealed }))).toMatchObject({
      assertions: 1,
      entities: 1,
    });
    expect(await people(sealed)).toBe(0);
  });

  it('event rows of a compartment go, those of another stay', async () => {
    await imported(lawful);
    const batch = await imported({
      'calls.csv':
        'from_id,to_id,at,approval_id,compartment\nP1,P3,2024-05-01T10:00:00,A1,\nP1,P3,2024-05-02T10:00:00,A1,sealed\n',
    });
    const sealed = audienceOf(['sealed']);
    expect(await calls(sealed)).toBe(2);
    expect(await retractBatch(world.deps, options(batch))).toMatchObject({ events: 1, assertions: 0 });
    expect(await calls(sealed)).toBe(1);
    expect(world.deps.ledger.batches.eventsRead(today)).toContainEqual({ batch, without: ['general'] });
  });

  it('what is not there, what is not seen, and what is no import', async () => {
    const batch = await imported({ 'people.csv': 'id,name\nP2,吴二\n' }, { compartment: 'sealed', source: '走访' });
    for (const id of [batch, 'b_aaaaaaaaaaaaaaaaaaaaaaaaaa'])
      await expect(retractBatch(world.deps, options(id))).rejects.toMatchObject({ code: 'not_found' });
    const { takenBackBy } = await retractBatch(world.deps, options(batch, { audience: audienceOf(['sealed']) }));
    await expect(
      retractBatch(world.deps, options(takenBackBy!, { audience: audienceOf(['sealed']) })),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a process that ended in the middle of it', () => {
  const dyingAtDone = (): ImportDeps => ({
    ...world.deps,
    ledger: {
      ...world.deps.ledger,
      batches: {
        ...world.deps.ledger.batches,
        done: () => {
          throw new Error('killed');
        },
      },
    },
  });

  it('after the commit: the next start says done, and events and approvals go', async () => {
    const batch = await imported(full);
    await expect(retractBatch(dyingAtDone(), options(batch))).rejects.toThrow('killed');
    const { ledger } = world.deps;
    expect(ledger.batches.eventsRead(today)).toEqual([batch]);
    const [open] = readdirSync(join(world.data, 'files')).map((name) => name.split('.')[0]!);
    const restarted: ImportDeps = {
      ...world.deps,
      ledger: {
        ...ledger,
        batches: {
          ...ledger.batches,
          unsettled: () => [
            { batch: open!, kind: 'retraction', user: 'u_anna', demonstration: false, pid: 1, startedAt: '' },
          ],
        },
      },
    };
    expect(await settle(restarted)).toEqual({ finished: 1, undone: 0 });
    expect(ledger.batches.eventsRead(today)).toEqual([]);
    expect(ledger.approvals.endedOn(today)).toEqual(['A1']);
    expect(await people(audienceOf([]))).toBe(0);
  });

  it('before the commit: nothing is taken back', async () => {
    const batch = await imported(full);
    const deps: ImportDeps = {
      ...world.deps,
      facts: {
        ...world.deps.facts,
        begin: async (id) => ({
          ...(await world.deps.facts.begin(id)),
          commit: () => Promise.reject(new Error('killed')),
        }),
      },
    };
    await expect(retractBatch(deps, options(batch))).rejects.toThrow('killed');
    expect(readdirSync(join(world.data, 'files'))).toEqual([]);
    expect((await world.said({})).some(({ retraction }) => retraction !== null)).toBe(false);
    expect(world.deps.ledger.batches.eventsRead(today)).toEqual([batch]);
    await retractBatch(world.deps, options(batch));
    expect(await people(audienceOf([]))).toBe(0);
  });
});
