import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PowangError } from '../model/errors.ts';
import { isAlive, processMark } from './ledger/sqlite/processes.ts';

/** One server a data folder: it owns the resident graph, so a second one would serve an old picture. */
export class FolderInUse extends PowangError {
  readonly pid: number;
  constructor(pid: number) {
    super('busy', `this data folder is served already, by process ${pid}`);
    this.pid = pid;
  }
}

const holderSchema = z.object({ pid: z.int(), process: z.string(), nonce: z.string() });
type Holder = z.infer<typeof holderSchema>;
/** Locks of this very process: another under our own pid was left by a process before us. */
const heldHere = new Set<string>();

/** Takes the lock of a data folder, from a dead process too; returns how to let go of it. */
export function takeLock(dataFolder: string): () => void {
  const path = join(dataFolder, 'lock');
  const own: Holder = { pid: process.pid, process: processMark(process.pid), nonce: randomBytes(8).toString('hex') };
  for (let tries = 0; tries < 20; tries++) {
    if (created(path, own)) {
      heldHere.add(own.nonce);
      return () => {
        heldHere.delete(own.nonce);
        if (read(path)?.nonce === own.nonce) rmSync(path, { force: true });
      };
    }
    const holder = read(path);
    if (holder !== undefined && lives(holder)) throw new FolderInUse(holder.pid);
    setAside(path, holder);
  }
  throw new PowangError('busy', 'the lock of this data folder cannot be taken');
}

const lives = (holder: Holder): boolean =>
  holder.pid === process.pid ? heldHere.has(holder.nonce) : isAlive(holder.pid, holder.process);

/** Written aside and linked in, so that no one reads half a lock; false when there is one already. */
function created(path: string, own: Holder): boolean {
  const aside = `${path}.${own.nonce}`;
  writeFileSync(aside, JSON.stringify(own));
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Moves a dead lock away. Two servers may both have found it dead: whoever moves the other's new one puts it back. */
function setAside(path: string, dead: Holder | undefined): void {
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // gone already: try again
  }
  const moved = read(aside);
  if (moved !== undefined && moved.nonce !== dead?.nonce) {
    try {
      linkSync(aside, path);
    } catch {
      // a third one was quicker; the next look tells who holds it
    }
  }
  rmSync(aside, { force: true });
}

function read(path: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined; // not there, or no lock of ours
  }
}
