import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportMethods } from '../../../api/import/importMethods.ts';
import type { ImportProgress } from '../../../api/import/options.ts';
import { createImporter } from '../../../api/import/process.ts';
import { connectChild } from '../../../api/process/connectChild.ts';
import { childEntry } from '../../../api/process/entry.ts';
import { lawful, openWorld, plainOptions, type World } from './world.ts';

/** Forks what `npm run build:server` built. */
const entry = childEntry(new URL('../../../api/import/process.ts', import.meta.url).href, './child.ts');

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Enough calls for the child to be met in the middle of them. */
async function longBundle(): Promise<string> {
  const path = await world.bundle(lawful);
  const calls = join(path, 'calls.csv');
  appendFileSync(calls, 'from_id,to_id,at,seconds,approval_id\n');
  for (let piece = 0; piece < 20; piece++) {
    const lines = Array.from({ length: 10_000 }, (_, at) => `P1,P3,2024-05-01T10:00:00,${piece * 10_000 + at},A1\n`);
    appendFileSync(calls, lines.join(''));
  }
  return path;
}
const importer = () => createImporter({ dataFolder: world.data, timeZone: 'Asia/Shanghai' });

describe.skipIf(!existsSync(entry))('an import in its own process (skipped where the server was not built)', () => {
  it('does what an import does, and tells how far it is', async () => {
    const seen: ImportProgress[] = [];
    const report = await importer().run(
      { ...plainOptions, paths: [await longBundle()] },
      { onProgress: (now) => seen.push(now) },
    );
    expect([report.events, report.rejected]).toEqual([200_000, 0]);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
  });

  it('stops on request and leaves nothing', async () => {
    const abort = new AbortController();
    const stopped = importer().run(
      { ...plainOptions, paths: [await longBundle()] },
      { signal: abort.signal, onProgress: ({ phase }) => phase === 'calls.csv' && abort.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(world.deps.ledger.batches.unsettled()).toEqual([]);
    expect(await world.said({}, ['general'])).toEqual([]);
    expect(readdirSync(join(world.data, 'events')).filter((name) => name === 'calls')).toEqual([]);
  });

  it('killed in the middle, is undone by the next', async () => {
    const path = await longBundle();
    const child = connectChild<ImportMethods>(entry, { args: [world.data, 'Asia/Shanghai', '256'] });
    const killed = child.call('run', [{ ...plainOptions, paths: [path] }], {
      onProgress: (now) => {
        // The child sends what `ImportProgress` says.
        if ((now as ImportProgress).phase === 'calls.csv' && child.pid() !== undefined)
          process.kill(child.pid()!, 'SIGKILL');
      },
    });
    await expect(killed).rejects.toMatchObject({ code: 'engine_unavailable' });
    await child.close();
    expect(world.deps.ledger.batches.unsettled()).toHaveLength(1);
    expect(await importer().settle()).toEqual({ finished: 0, undone: 1 });
    expect(await world.said({}, ['general'])).toEqual([]);
    const report = await importer().run({ ...plainOptions, paths: [path] });
    expect([report.events, report.entities]).toEqual([200_000, 6]);
  });
});
