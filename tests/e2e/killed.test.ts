import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBulk } from '../../seed/index.ts';
import { bundleOf, counts, filesAs, type ImportSaid, nothing, smallFiles, stories } from './bundles.ts';
import { powang, type Started, said, serve, startPowang, temporaryFolder, until } from './processes.ts';
import { lookInto } from './store.ts';

/** kill -9 in the middle of an import: the next start or import finishes or undoes it. Never anything in between. */
const folder = temporaryFolder();
const data = join(folder, 'data');
const big = join(folder, 'big');
const out = ['--data', data, '--out', join(folder, 'rejected.csv')] as const;

const { list, batches, factsHave, stored } = lookInto(data);

async function startImport(): Promise<{ started: Started; batch: string }> {
  const before = new Set(batches('intended'));
  const started = startPowang(['import', join(big, 'bundle'), ...out], { group: true });
  const batch = await until(() => batches('intended').find((one) => !before.has(one)));
  return { started, batch };
}
async function kill({ pid, ended }: Started): Promise<void> {
  process.kill(-pid, 'SIGKILL');
  expect((await ended).signal).toBe('SIGKILL');
}
const doctor = async () => {
  const ran = await powang('doctor', '--data', data);
  return { code: ran.code, ...said<{ healthy: boolean; findings: { check: string; ok: boolean }[] }>(ran) };
};

let before: ReturnType<typeof stored>;
beforeAll(async () => {
  const small = await bundleOf(stories(), join(folder, 'small'));
  expect((await powang('import', small, ...out)).code).toBe(0);
  await writeBulk(big, { people: 3_000, ties: 3_000, calls: 20_000 });
  before = stored();
});

describe('kill -9 in the middle of an import', () => {
  it('while facts are read: nothing of it is seen, and the next import undoes it', async () => {
    const { started, batch } = await startImport();
    await kill(started);
    expect(factsHave(batch)).toBe(false);
    const sick = await doctor();
    expect([sick.code, sick.findings.filter(({ ok }) => !ok).map(({ check }) => check)]).toEqual([1, ['writes']]);
    const tried = await powang('import', await filesAs(join(folder, 'tried'), smallFiles), '--dry-run', ...out);
    expect([tried.code, said<ImportSaid>(tried).entities]).toEqual([0, 4]);
    expect(stored()).toEqual(before);
  });

  it('while events are written aside, and once they are in their place: a server that starts undoes it', async () => {
    const first = await startImport();
    await until(
      () => list('events', '.scratch').some((one) => list('events', '.scratch', one).length > 0) || undefined,
    );
    await kill(first.started);
    const second = await startImport();
    await until(() => list('events', 'calls').includes(`batch=${second.batch}`) || undefined);
    await kill(second.started);
    const served = await serve(data);
    await served.stop();
    expect(stored()).toEqual(before);
    expect(list('events', '.scratch')).toEqual([]);
    expect(list('events', 'erased')).toEqual(expect.arrayContaining([second.batch]));
  });

  it('the working child alone: the command says so, exit 1, and has undone it', async () => {
    const { started } = await startImport();
    const children = readFileSync(`/proc/${started.pid}/task/${started.pid}/children`, 'utf8').trim().split(' ');
    for (const child of children) process.kill(Number(child), 'SIGKILL');
    const ran = await started.ended;
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(/^powang: engine_unavailable: /m);
    expect(stored()).toEqual(before);
  });

  it('Ctrl-C: stopped on request, exit 1, nothing of it left', async () => {
    const { started } = await startImport();
    process.kill(started.pid, 'SIGINT');
    const ran = await started.ended;
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, '', expect.stringMatching(/^powang: cancelled: /m)]);
    expect(stored()).toEqual(before);
  });

  it('after its facts are committed and before it is said done: the next start finishes it', async () => {
    const { started, batch } = await startImport();
    await until(() => list('events', 'calls').includes(`batch=${batch}`) || undefined);
    // Whoever holds the ledger keeps the import from saying *done*.
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'), { timeout: 5_000 });
    ledger.exec('BEGIN IMMEDIATE');
    await until(() => factsHave(batch) || undefined);
    expect(batches('intended')).toEqual([batch]);
    await kill(started);
    ledger.exec('ROLLBACK');
    ledger.close();

    await (await serve(data)).stop();
    const after = stored();
    expect({ done: after.done, open: after.open, outcomes: after.outcomes }).toEqual({
      done: [...before.done, batch],
      open: [],
      outcomes: [],
    });
    const again = await powang('import', join(big, 'bundle'), ...out);
    expect([again.code, counts(said(again))]).toEqual([0, nothing]);
    expect(stored().assertions).toEqual(after.assertions);
    expect(await doctor()).toMatchObject({ code: 0, healthy: true });
  });
});
