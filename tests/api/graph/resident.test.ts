import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../api/clock.ts';
import { createResident, type Resident } from '../../../api/graph/resident.ts';
import { type Installation, openInstallation } from '../../../api/installation.ts';
import type { Assertion } from '../../../model/assertion.ts';
import { batchId, entity, everyone, inScratch, person, tie, today, writeStory } from './story.ts';

const built = existsSync(fileURLToPath(new URL('../../../dist/api/graph/residentChild.js', import.meta.url)));
const asked = {
  from: [person('fang')],
  to: [person('lei')],
  k: 5,
  maxHops: 4,
  duty: 'include',
  deadlineMs: 5_000,
} as const;

/** One batch the way a write goes: intended, facts, columns, done. */
async function write(store: Installation, name: string, assertions: readonly Assertion[]): Promise<void> {
  const batch = batchId(name);
  const now = '2024-06-01T08:00:00';
  store.ledger.batches.intend({
    batch,
    kind: 'import',
    user: 'local',
    demonstration: false,
    pid: process.pid,
    startedAt: now,
  });
  const facts = await store.facts.begin(batch);
  await facts.put(assertions.map((one) => ({ ...one, batch })));
  await facts.commit();
  await writeStory(store.columnsFolder, { assertions }, batch);
  const byCompartment = { general: { entities: 1, ties: 1, events: 0, digest: batch } };
  store.ledger.batches.done(
    batch,
    { byCompartment, rejected: 0, report: null, eventKinds: [], finishedAt: now },
    { at: now, user: 'local', account: null, action: 'import', purpose: null, subjects: [], outcome: 'ok', detail: {} },
  );
}

// Forks what `npm run build:server` built.
describe.skipIf(!built)('the resident graph process', () => {
  const withResident = (work: (store: Installation, resident: Resident) => Promise<void>) =>
    inScratch(async (dataFolder) => {
      const store = await openInstallation({ dataFolder, access: 'write', graph: 'here', clock: createClock('UTC') });
      const resident = createResident({ dataFolder });
      try {
        await work(store, resident);
      } finally {
        await resident.graph.close();
        await store.close();
      }
    });

  it('answers as the engine in this process does, sees a new batch at once, and lives again after its death', () =>
    withResident(async (store, resident) => {
      await write(store, 'one', [entity('fang'), entity('lei'), entity('mao'), tie('fang', 'kin', 'mao')]);
      expect((await resident.graph.paths(everyone, today, asked)).paths).toEqual([]);
      await write(store, 'two', [tie('mao', 'friend', 'lei')]);
      const answer = await resident.graph.paths(everyone, today, asked);
      expect(answer.paths[0]!.entities).toEqual([person('fang'), person('mao'), person('lei')]);
      expect(answer).toEqual(await store.graph.paths(everyone, today, asked));

      process.kill(resident.pid()!, 'SIGKILL');
      await expect
        .poll(() => resident.graph.paths(everyone, today, asked).catch(() => undefined), { timeout: 20_000 })
        .toEqual(answer);
    }));

  it('keeps errors by name', () =>
    withResident(async (_, resident) => {
      await expect(resident.graph.paths(everyone, today, { ...asked, fromDate: 'soon' })).rejects.toMatchObject({
        code: 'invalid_input',
        faults: [expect.objectContaining({ path: 'fromDate' })],
      });
    }));

  it('makes a lost segment again from the facts', () =>
    withResident(async (store, resident) => {
      await write(store, 'one', [entity('fang'), entity('lei'), tie('fang', 'friend', 'lei')]);
      await rm(join(store.columnsFolder, `${batchId('one')}.columns`));
      expect((await resident.graph.paths(everyone, today, asked)).paths).toHaveLength(1);
    }));

  it('opens event sessions, which end with it', () =>
    withResident(async (_, resident) => {
      const session = await resident.events.open(everyone, today, []);
      expect(await session.facts('folds', { kind: 'calls', entities: null })).toEqual([]);
      await expect(session.facts('folds', { kind: 'calls', entities: null, fromSeconds: 0.5 })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      process.kill(resident.pid()!, 'SIGKILL');
      await expect(session.facts('folds', { kind: 'calls', entities: null })).rejects.toMatchObject({
        code: 'engine_unavailable',
      });
    }));
});
