import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A scratch folder of this process inside the event folder: half-written sets and what does not fit in memory.
 * Folders of processes that are gone go first, so that nothing of a broken import or an erasure stays on disk. */
export async function makeScratch(folder: string): Promise<string> {
  const root = join(folder, '.scratch');
  await mkdir(root, { recursive: true });
  await sweepScratch(folder);
  return mkdtemp(join(root, `${process.pid}-`));
}

export async function sweepScratch(folder: string): Promise<void> {
  const root = join(folder, '.scratch');
  if (!existsSync(root)) return;
  for (const name of await readdir(root)) {
    if (!isRunning(Number.parseInt(name, 10))) await rm(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0); // asks only
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // another user's, so it runs
  }
}
