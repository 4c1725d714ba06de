import { createHash } from 'node:crypto';
import { NotFound } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger, Snapshot } from '../../ledger/ledger.ts';
import type { Stamp } from '../access/stamp.ts';
import type { Viewer } from '../access/viewer.ts';
import type { VisibleEntities } from './boards.ts';
import { entitiesIn, seenContent } from './seen.ts';

/** A snapshot as its viewer sees it today; `version` is a digest of just that. */
export type SeenSnapshot = Snapshot & { readonly version: string };

export interface SnapshotService {
  /** Keeps the board as it stands: what its maker cannot see of it is kept too, and shown to nobody who may not see it. */
  make(viewer: Viewer, board: Id, name: string, stamp: Stamp): Promise<SeenSnapshot>;
  list(viewer: Viewer, board: Id): Promise<Omit<SeenSnapshot, 'content'>[]>;
  get(viewer: Viewer, board: Id, id: Id): Promise<SeenSnapshot>;
}

/** Boards as they once stood. Fixed when made; re-checked item by item whenever they are read, like boards. */
export function createSnapshotService(deps: {
  ledger: Ledger;
  clock: Clock;
  visible: VisibleEntities;
}): SnapshotService {
  const { ledger, clock, visible } = deps;

  async function shown(viewer: Viewer, snapshot: Snapshot): Promise<SeenSnapshot> {
    const ids = [...entitiesIn(snapshot.content)];
    const content = seenContent(snapshot.content, ids.length === 0 ? new Set() : await visible(viewer, ids));
    const version = createHash('sha256')
      .update(JSON.stringify([snapshot.id, snapshot.name, content]))
      .digest('base64url')
      .slice(0, 22);
    return { ...snapshot, content, version };
  }
  function ofBoard(viewer: Viewer, board: Id): Snapshot[] {
    const found = ledger.boards.snapshots(viewer.user.id, board);
    if (found === undefined) throw new NotFound();
    return found;
  }

  return {
    async make(viewer, board, name, stamp) {
      const made = { name, madeAt: clock.now().toISOString(), ...stamp };
      return shown(viewer, ledger.boards.snapshot(viewer.user.id, board, made));
    },
    async list(viewer, board) {
      const all = await Promise.all(ofBoard(viewer, board).map((one) => shown(viewer, one)));
      return all.map(({ content: _content, ...head }) => head);
    },
    async get(viewer, board, id) {
      const found = ofBoard(viewer, board).find((one) => one.id === id);
      if (found === undefined) throw new NotFound();
      return shown(viewer, found);
    },
  };
}
