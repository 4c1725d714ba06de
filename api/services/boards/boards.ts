import { createHash } from 'node:crypto';
import { NotFound, PowangError } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Clock } from '../../clock.ts';
import type { BoardContent, BoardDiff, Ledger, StoredBoard } from '../../ledger/ledger.ts';
import type { Viewer } from '../access/viewer.ts';
import { entitiesIn, seenContent, storedDiff } from './seen.ts';

/** Which of these entities exist for the viewer today. */
export type VisibleEntities = (viewer: Viewer, ids: readonly Id[]) => Promise<ReadonlySet<Id>>;

/** A board as its viewer sees it; `version` is a digest of just that. */
export interface SeenBoard {
  readonly id: Id;
  readonly name: string;
  readonly content: BoardContent;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: string;
}
/** Somebody (another window) changed it in between; holds the present one. */
export class BoardClash extends PowangError {
  readonly present: SeenBoard;
  constructor(present: SeenBoard) {
    super('precondition_failed', 'the board was changed in the meantime');
    this.present = present;
  }
}
export interface BoardService {
  create(viewer: Viewer, name: string, ids: readonly Id[]): Promise<SeenBoard>;
  list(viewer: Viewer): Promise<Omit<SeenBoard, 'content'>[]>;
  get(viewer: Viewer, id: Id): Promise<SeenBoard>;
  /** `expected` is the version the change was made on; null takes any. */
  patch(viewer: Viewer, id: Id, diff: BoardDiff, expected: string | null): Promise<SeenBoard>;
  remove(viewer: Viewer, id: Id): void;
}

/** Saved canvases, re-checked item by item whenever they are read. A board is its owner's alone. */
export function createBoardService(deps: { ledger: Ledger; clock: Clock; visible: VisibleEntities }): BoardService {
  const { ledger, clock, visible } = deps;
  const now = () => clock.now().toISOString();

  async function visibleIn(viewer: Viewer, ...values: unknown[]): Promise<ReadonlySet<Id>> {
    const ids = [...entitiesIn(values)];
    return ids.length === 0 ? new Set() : visible(viewer, ids);
  }
  async function shown(viewer: Viewer, board: StoredBoard): Promise<SeenBoard> {
    return asSeen(board, await visibleIn(viewer, board.content));
  }
  function stored(viewer: Viewer, id: Id): StoredBoard {
    const board = ledger.boards.find(viewer.user.id, id);
    if (board === undefined) throw new NotFound();
    return board;
  }

  return {
    async create(viewer, name, ids) {
      const seenIds = await visibleIn(viewer, ids);
      const content = Object.fromEntries(ids.filter((id) => seenIds.has(id)).map((id) => [`entity:${id}`, {}]));
      const board = ledger.boards.create(
        viewer.user.id,
        { name, demonstration: viewer.user.demonstration },
        content,
        now(),
      );
      return asSeen(board, seenIds);
    },
    async list(viewer) {
      const boards = await Promise.all(ledger.boards.list(viewer.user.id).map((board) => shown(viewer, board)));
      return boards.map(({ content: _content, ...rest }) => rest);
    },
    get: async (viewer, id) => shown(viewer, stored(viewer, id)),
    async patch(viewer, id, diff, expected) {
      const seenIds = await visibleIn(viewer, stored(viewer, id).content, diff);
      try {
        const board = ledger.boards.patch(viewer.user.id, id, now(), (present) => {
          const version = asSeen(present, seenIds).version;
          if (expected !== null && version !== expected) throw new BoardClash(asSeen(present, seenIds));
          return storedDiff(present.content, diff, seenIds);
        });
        return asSeen(board, seenIds);
      } catch (error) {
        // What another window added is looked up afresh before it is shown.
        throw error instanceof BoardClash ? new BoardClash(await shown(viewer, stored(viewer, id))) : error;
      }
    },
    remove(viewer, id) {
      if (!ledger.boards.remove(viewer.user.id, id)) throw new NotFound();
    },
  };
}

/** Not a digest of when it was changed: a change of what is hidden, or none at all, leaves the version as it is. */
function asSeen(board: StoredBoard, visible: ReadonlySet<Id>): SeenBoard {
  const { id, name, createdAt, changedAt } = board;
  const content = seenContent(board.content, visible);
  const version = createHash('sha256')
    .update(JSON.stringify([id, name, content]))
    .digest('base64url')
    .slice(0, 22);
  return { id, name, content, createdAt, changedAt, version };
}
