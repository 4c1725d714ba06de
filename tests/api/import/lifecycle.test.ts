import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../api/clock.ts';
import { eraseDemonstration } from '../../../api/import/erase.ts';
import { expireApprovals } from '../../../api/import/expire.ts';
import type { ImportDeps } from '../../../api/import/options.ts';
import { readLimits } from '../../../api/import/read/limits.ts';
import { runImport } from '../../../api/import/run.ts';
import { settle } from '../../../api/import/settle.ts';
import { audienceKey, audienceOf } from '../../../model/audience.ts';
import { lawful, openWorld, plainOptions, type World } from './world.ts';
import { zipOf } from './zip.ts';

const full = {
  ...lawful,
  'phones.csv': 'number,person_id,approval_id\n13911112222,P1,A1\n',
  'calls.csv': 'from_id,to_id,at,approval_id\nP1,P3,2024-05-01,A1\nP1,13811112222,2024-05-02,A1\n',
};
const bad = { ...full, 'ties.csv': 'from_id,to_id,kind\nP1,P9,friend\n' };

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** What any reader could find of a batch: facts, event files, columns, outcomes, papers. */
async function left() {
  const { deps, data } = world;
  const list = (folder: string) => (existsSync(join(data, folder)) ? readdirSync(join(data, folder)) : []);
  return {
    facts: (await world.said({}, ['general', 'informants'])).length,
    events: [...list('events/calls'), ...list('events/payments')],
    segments: list('columns'),
    outcomes: list('files'),
    approvals: deps.ledger.approvals.all().length,
    open: deps.ledger.batches.unsettled().length,
    done: deps.ledger.batches.list(audienceOf(deps.ledger.batches.compartments())).length,
  };
}
const nothing = { facts: 0, events: [], segments: [], outcomes: [], approvals: 0, open: 0, done: 0 };

describe('a bundle that is not kept', () => {
  it('--strict refuses all of it for one row', async () => {
    const report = await world.import(bad, { strict: true });
    expect(report).toMatchObject({ batch: null, refused: true, entities: 0, ties: 0, events: 0, rejected: 1 });
    expect(await left()).toEqual(nothing);
  });

  it('--dry-run counts like the import itself and leaves nothing', async () => {
    const tried = await world.import(bad, { dryRun: true });
    expect(await left()).toEqual(nothing);
    const kept = await world.import(bad);
    for (const name of ['entities', 'ties', 'events', 'rejected', 'files', 'rejects'] as const)
      expect(tried[name]).toEqual(kept[name]);
    expect([tried.batch, kept.refused]).toEqual([null, false]);
  });

  it('a stop at any file leaves nothing, and the next import goes on as if it had not been', async () => {
    for (const phase of ['people.csv', 'approvals.csv', 'phones.csv', 'calls.csv']) {
      const abort = new AbortController();
      const stopped = world.import(
        full,
        {},
        { signal: abort.signal, onProgress: (now) => now.phase === phase && abort.abort() },
      );
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
      expect(await left()).toEqual(nothing);
    }
    expect((await world.import(full)).events).toBe(2);
  });

  it('two imports at once: the second waits for the first, and stores nothing twice', async () => {
    const path = await world.bundle(full);
    const both = await Promise.all([1, 2].map(() => runImport(world.deps, { ...plainOptions, paths: [path] })));
    expect(both.map(({ events }) => events).sort()).toEqual([0, 2]);
  });

  it('a writer that does not let go: busy, after a while', async () => {
    const { batches } = world.deps.ledger;
    batches.intend({
      batch: 'b_aaaaaaaaaaaaaaaaaaaaaaaaaa',
      kind: 'hand',
      user: 'u',
      demonstration: false,
      pid: process.pid,
      startedAt: '',
    });
    await expect(world.import(full)).rejects.toMatchObject({ code: 'busy' });
    batches.undone('b_aaaaaaaaaaaaaaaaaaaaaaaaaa', 'test');
    expect(await left()).toEqual(nothing);
  });
});

describe('a process that ended in the middle', () => {
  /** A ledger whose *done* never comes: what a kill after the commit of the facts leaves behind. */
  const dyingAt = (step: 'done' | 'commit'): ImportDeps => ({
    ...world.deps,
    facts:
      step === 'done'
        ? world.deps.facts
        : {
            ...world.deps.facts,
            begin: async (batch) => {
              const open = await world.deps.facts.begin(batch);
              return {
                ...open,
                commit: () => Promise.reject(new Error('killed')),
              };
            },
          },
    ledger:
      step === 'commit'
        ? world.deps.ledger
        : {
            ...world.deps.ledger,
            batches: {
              ...world.deps.ledger.batches,
              done: () => {
                throw new Error('killed');
              },
              // The process that made it is this very one: for the test it counts as gone.
              unsettled: () => world.deps.ledger.batches.unsettled(),
            },
          },
  });

  it('before the commit: nothing is left', async () => {
    const path = await world.bundle(full);
    await expect(runImport(dyingAt('commit'), { ...plainOptions, paths: [path] })).rejects.toThrow('killed');
    expect(await left()).toEqual(nothing);
  });

  it('after the commit: nobody sees it until a restart says done, with its counts', async () => {
    const path = await world.bundle(full);
    const deps = dyingAt('done');
    await expect(runImport(deps, { ...plainOptions, paths: [path] })).rejects.toThrow('killed');
    const { ledger } = world.deps;
    expect(ledger.batches.withEvents()).toEqual([]);
    const [open] = readdirSync(join(world.data, 'files')).map((name) => name.split('.')[0]!);
    const restarted: ImportDeps = {
      ...world.deps,
      ledger: {
        ...ledger,
        batches: {
          ...ledger.batches,
          unsettled: () => [
            { batch: open!, kind: 'import', user: 'local', demonstration: false, pid: 1, startedAt: '' },
          ],
        },
      },
    };
    expect(await settle(restarted)).toEqual({ finished: 1, undone: 0 });
    expect(ledger.batches.withEvents()).toEqual([open]);
    expect(ledger.batches.find(audienceOf([]), open!)?.outcome.byCompartment.general).toMatchObject({
      entities: 8,
      ties: 1,
      events: 2,
    });
    expect(readdirSync(join(world.data, 'files'))).toEqual([]);
    expect((await world.import(full)).entities).toBe(0);
  });
});

describe('what may no longer be kept', () => {
  const later = (day: string): ImportDeps => ({
    ...world.deps,
    clock: createClock('Asia/Shanghai', () => new Date(`${day}T04:00:00Z`)),
  });
  const reader = audienceOf([]);

  it('goes past retain_until: facts, events, columns, stored results; a tombstone stays', async () => {
    await world.import(full);
    const { ledger } = world.deps;
    ledger.runs.put({
      id: 'r_aaaaaaaaaaaaaaaaaaaaaaaaaa',
      kind: 'screen',
      question: 'q',
      owner: 'u',
      audience: audienceKey(reader),
      dataVersion: 'v',
      result: 1,
      day: '2026-01-15',
    });
    const version = ledger.batches.dataVersion(reader);
    expect(await expireApprovals(world.deps, { account: null })).toEqual({ erased: 0, assertions: 0, events: 0 });
    // The phone, its holder, the number called; two calls.
    expect(await expireApprovals(later('2031-01-01'), { account: null })).toEqual({
      erased: 1,
      assertions: 3,
      events: 2,
    });
    expect(await world.said({ types: ['Phone'] })).toEqual([]);
    expect(await world.said({ kinds: ['phone'] })).toEqual([]);
    expect((await world.said({ types: ['Person'] })).length).toBe(4);
    expect(ledger.approvals.all()[0]?.erased).toMatchObject({ rows: 5, at: '2031-01-01T04:00:00.000Z' });
    expect(ledger.runs.find('q')).toBeUndefined();
    expect(ledger.batches.dataVersion(reader)).not.toBe(version);
    const again = await expireApprovals(later('2031-01-02'), { account: null });
    expect(again.erased).toBe(0);
    // and its rows do not come back
    const report = await runImport(later('2031-01-02'), {
      ...plainOptions,
      paths: [await world.bundle({ 'calls.csv': full['calls.csv'] })],
    });
    expect(report.rejects.map(({ code }) => code)).toEqual(['no_basis', 'no_basis']);
  });

  it('goes when the approval was ended, and others stay', async () => {
    const second = `${lawful['approvals.csv']}A2,2号,县局,county,K1,calls,P1,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31\n`;
    await world.import({
      ...full,
      'approvals.csv': second,
      'calls.csv': 'from_id,to_id,at,approval_id\nP1,P3,2024-05-01,A1\nP1,P4,2024-05-02,A2\n',
    });
    world.deps.ledger.approvals.end('A1', '2026-01-15', 'cleared');
    expect(await expireApprovals(world.deps, { account: null })).toEqual({ erased: 1, assertions: 2, events: 1 });
    expect(world.deps.ledger.approvals.all().map(({ id, erased }) => [id, erased !== null])).toEqual([
      ['A1', true],
      ['A2', false],
    ]);
  });

  it('the demonstration goes as a whole', async () => {
    await world.import(full, { demonstration: true });
    const real = await world.import({ 'people.csv': 'id,name\nR1,真\n' });
    await eraseDemonstration(world.deps, { account: null });
    expect((await world.said({}, ['general'])).map((one) => one.key)).toEqual(['R1']);
    const { batches, approvals } = world.deps.ledger;
    expect(
      batches
        .list(reader)
        .filter(({ kind }) => kind === 'import')
        .map(({ batch }) => batch),
    ).toEqual([real.batch]);
    expect(approvals.all()).toEqual([]);
    expect(batches.demonstrationOnly()).toBe(false);
  });
});

describe('an archive', () => {
  const entries = Object.entries(full).map(([name, data]) => ({ name: `bundle/${name}`, data }));
  async function fromArchive(bytes: Uint8Array, limits = readLimits) {
    const path = join(world.folder, 'upload');
    writeFileSync(path, bytes);
    return runImport(world.deps, { ...plainOptions, paths: [{ path, name: 'bundle.zip' }], limits });
  }

  it('is a bundle like a folder', async () => {
    const report = await fromArchive(zipOf([...entries, { name: '__MACOSX/bundle/people.csv', data: 'x' }]));
    expect([report.rejected, report.entities, report.events]).toEqual([0, 8, 2]);
  });

  it('that unpacks to more than it may is refused whole', async () => {
    const bomb = zipOf([...entries, { name: 'ties.csv', data: Buffer.alloc(8_000_000, 'a'), said: 5 }]);
    const limits = { ...readLimits, inflated: 4_000_000 };
    await expect(fromArchive(bomb, limits)).rejects.toMatchObject({
      code: 'too_large',
      faults: [{ code: 'archive_bomb' }],
    });
    await expect(fromArchive(bomb, { ...readLimits, ratioFrom: 1_000_000, ratio: 50 })).rejects.toMatchObject({
      code: 'too_large',
    });
    expect(await left()).toEqual(nothing);
  });

  it.each([
    ['a name that leads out', zipOf([{ name: '../people.csv', data: 'id,name\n1,a\n' }])],
    ['an absolute name', zipOf([{ name: '/people.csv', data: 'id,name\n1,a\n' }])],
    ['no archive at all', Buffer.from('PK, but no archive')],
    ['half an archive', zipOf(entries).subarray(0, 300)],
  ])('%s is a named error', async (_name, bytes) => {
    await expect(fromArchive(bytes)).rejects.toMatchObject({ code: 'invalid_input', faults: [{ code: 'unreadable' }] });
    expect(await left()).toEqual(nothing);
  });

  it('with a damaged entry keeps the other files', async () => {
    const bytes = zipOf([
      { name: 'organisations.csv', data: `id,name\n${'O,o\n'.repeat(2000)}` },
      { name: 'people.csv', data: 'id,name\n1,a\n' },
    ]);
    bytes.fill(0xff, 60, 70);
    const report = await fromArchive(bytes);
    expect(report.rejects.map(({ file, code }) => [file, code])).toContainEqual(['organisations.csv', 'unreadable']);
    expect(await world.said({ types: ['Person'] })).toHaveLength(1);
  });
});
