import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Conflict, EngineUnavailable } from '../../../model/errors.ts';
import { type Id, isId } from '../../../model/ids.ts';
import { type EventKind, eventKinds } from '../../../model/standing/kinds.ts';
import { checkedBatch } from './literals.ts';

/** Where event files lie: `<kind>/batch=<id>/part-0000.parquet`; removed batches leave an empty mark in `erased/`, so that a
 * batch whose files are merely missing is an error and never an empty answer. What is being written lies in `.scratch/<pid>-…`. */
export interface Layout {
  readonly folder: string;
  readonly scratch: string;
}

export const partName = (part: number) => `part-${String(part).padStart(4, '0')}.parquet`;
export const setFolder = ({ folder }: Layout, kind: EventKind, batch: Id) =>
  join(folder, kind, `batch=${checkedBatch(batch)}`);
const erasedMark = ({ folder }: Layout, batch: Id) => join(folder, 'erased', checkedBatch(batch));

/** Files of one set, in order; undefined when there is no such set. */
export async function partsOf(layout: Layout, kind: EventKind, batch: Id): Promise<string[] | undefined> {
  const folder = setFolder(layout, kind, batch);
  if (!existsSync(folder)) return undefined;
  const names = await readdir(folder);
  return names
    .filter((name) => /^part-\d+\.parquet$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Files of these batches by kind. A batch without a set of any kind, and not erased, is missing: the answer would be wrong. */
export async function filesOf(layout: Layout, batches: readonly Id[]): Promise<Record<EventKind, string[]>> {
  const files: Record<EventKind, string[]> = { calls: [], payments: [], copresence: [] };
  for (const batch of new Set(batches)) {
    let found = existsSync(erasedMark(layout, batch));
    for (const kind of eventKinds) {
      const parts = await partsOf(layout, kind, batch);
      if (parts === undefined) continue;
      found = true;
      files[kind].push(...parts);
    }
    if (!found) throw new EngineUnavailable('the event files of a stored batch are missing');
  }
  return files;
}

export async function batchesOf({ folder }: Layout, kind: EventKind): Promise<Id[]> {
  if (!existsSync(join(folder, kind))) return [];
  const names = await readdir(join(folder, kind));
  return names.map((name) => name.slice('batch='.length)).filter((name) => isId(name, 'b'));
}

/** Puts a written set in its place: on disk first, then under its name, in one rename. */
export async function publishSet(layout: Layout, aside: string, kind: EventKind, batch: Id): Promise<void> {
  const target = setFolder(layout, kind, batch);
  for (const name of await readdir(aside)) await syncToDisk(join(aside, name));
  await syncToDisk(aside);
  await mkdir(join(layout.folder, kind), { recursive: true });
  if (existsSync(target)) throw new Conflict('this batch has events of this kind already');
  await rename(aside, target);
  await syncToDisk(join(layout.folder, kind));
}

/** Puts a rewritten file over the old one; readers that hold the old one keep it. */
export async function replacePart(aside: string, target: string): Promise<void> {
  await syncToDisk(aside);
  await rename(aside, target);
  await syncToDisk(join(target, '..'));
}

export async function removeBatch(layout: Layout, batch: Id): Promise<void> {
  await mkdir(join(layout.folder, 'erased'), { recursive: true });
  await writeFile(erasedMark(layout, batch), '');
  await syncToDisk(erasedMark(layout, batch));
  await syncToDisk(join(layout.folder, 'erased'));
  for (const kind of eventKinds) await rm(setFolder(layout, kind, batch), { recursive: true, force: true });
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
