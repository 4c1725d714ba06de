import { NotFound } from '../../../model/errors.ts';
import { type Id, randomId } from '../../../model/ids.ts';
import type { Viewer } from '../access/viewer.ts';
import { type ExportFiles, zipOf } from './exports.ts';

interface Kept {
  readonly owner: Id;
  readonly purpose: string | null;
  readonly archive: Uint8Array;
}

/** Finished exports wait in memory for their maker, the last few of all; nothing of them is left on disk. */
export function createExportShelf(most = 20) {
  const kept = new Map<Id, Kept>();
  return {
    put(viewer: Viewer, files: ExportFiles): Id {
      const id = randomId('x');
      kept.set(id, { owner: viewer.user.id, purpose: viewer.purpose, archive: zipOf(files) });
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return id;
    },
    get(viewer: Viewer, id: Id): Kept {
      const found = kept.get(id);
      if (found === undefined || found.owner !== viewer.user.id) throw new NotFound();
      return found;
    },
    clear: () => kept.clear(),
  };
}
export type ExportShelf = ReturnType<typeof createExportShelf>;
