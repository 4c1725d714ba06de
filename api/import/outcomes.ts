import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, isId } from '../../model/ids.ts';
import type { AuditEntry, BatchOutcome } from '../ledger/ledger.ts';

/** The outcome of a write, on disk before its facts are committed: a restart that finds the facts but no *done* says *done* with it. */
export interface PendingOutcome {
  readonly outcome: BatchOutcome;
  readonly audit: AuditEntry;
}

export function createOutcomes(folder: string) {
  const pathOf = (batch: Id): string => {
    if (!isId(batch, 'b')) throw new RangeError('not a batch');
    return join(folder, `${batch}.outcome.json`);
  };
  return {
    async save(batch: Id, pending: PendingOutcome): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const aside = `${pathOf(batch)}.part`;
      const handle = await open(aside, 'w', 0o600);
      try {
        await handle.writeFile(JSON.stringify(pending));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, pathOf(batch));
      const directory = await open(folder, 'r');
      try {
        await directory.sync();
      } finally {
        await directory.close();
      }
    },
    /** Written by this program alone, aside and renamed: what is there is whole. */
    async load(batch: Id): Promise<PendingOutcome | undefined> {
      if (!existsSync(pathOf(batch))) return undefined;
      const pending: PendingOutcome = JSON.parse(await readFile(pathOf(batch), 'utf8'));
      return pending;
    },
    async remove(batch: Id): Promise<void> {
      await rm(pathOf(batch), { force: true });
      await rm(`${pathOf(batch)}.part`, { force: true });
    },
  };
}
export type Outcomes = ReturnType<typeof createOutcomes>;
