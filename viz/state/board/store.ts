import { create } from 'zustand';
import type { MessageKey } from '../../i18n/messages.ts';
import type { BoardContent } from './board.ts';
import { entitiesOf } from './board.ts';
import { apply, type BoardDiff, isEmpty, touchedKeys } from './diff.ts';
import { type Filters, noFilters } from './filters.ts';
import { emptyHistory, type History, record, redo, undo } from './history.ts';
import { nothing, type Selection, within } from './selection.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'clash' | 'failed';

/** One open board. Every change of `content` goes through a diff. */
export interface OpenBoard {
  readonly id: string;
  readonly name: string;
  readonly content: BoardContent;
  /** As the server holds it, and under which tag. */
  readonly saved: { readonly content: BoardContent; readonly name: string; readonly etag: string };
  readonly saveState: SaveState;
  readonly history: History;
  readonly selection: Selection;
  /** Key of the chosen line (a pair and a side). */
  readonly line: string | null;
  readonly filters: Filters;
  /** Just added: a halo for a while. */
  readonly fresh: Selection;
  readonly table: boolean;
}

export interface BoardStore extends OpenBoard {
  open(board: { id: string; name: string; content: BoardContent; etag: string }): void;
  /** Does an act: applies its diff and remembers it. Returns whether anything changed. */
  act(name: MessageKey, diff: BoardDiff, options?: { fresh?: boolean }): boolean;
  undo(): void;
  redo(): void;
  rename(name: string): void;
  select(selection: Selection): void;
  chooseLine(line: string | null): void;
  setFilters(filters: Filters): void;
  setTable(table: boolean): void;
  /** The halo of what was just added goes out. */
  settleFresh(): void;
  setSaveState(saveState: SaveState): void;
  /** What the server now holds; content may have moved on meanwhile. */
  setSaved(saved: OpenBoard['saved'], content?: BoardContent): void;
}

export const closedBoard: OpenBoard = {
  id: '',
  name: '',
  content: {},
  saved: { content: {}, name: '', etag: '' },
  saveState: 'saved',
  history: emptyHistory,
  selection: nothing,
  line: null,
  filters: noFilters,
  fresh: nothing,
  table: false,
};

export const useBoard = create<BoardStore>()((set, getState) => {
  const stand = (content: BoardContent, more: Partial<OpenBoard>) => {
    const present = entitiesOf(content);
    set({ content, selection: within(getState().selection, present), saveState: 'waiting', ...more });
  };
  return {
    ...closedBoard,
    open: ({ id, name, content, etag }) => set({ ...closedBoard, id, name, content, saved: { content, name, etag } }),
    act(name, diff, options = {}) {
      if (isEmpty(diff)) return false;
      const { content, history } = getState();
      const keys = touchedKeys(diff);
      const fresh = options.fresh === true ? new Set(keys.map((key) => key.replace(/^entity:/, ''))) : nothing;
      stand(apply(content, diff), { history: record(history, { name, count: keys.length, diff }), fresh });
      return true;
    },
    undo() {
      const back = undo(getState().history);
      if (back !== undefined) stand(apply(getState().content, back.diff), { history: back.history, fresh: nothing });
    },
    redo() {
      const again = redo(getState().history);
      if (again !== undefined) stand(apply(getState().content, again.diff), { history: again.history, fresh: nothing });
    },
    rename: (name) => set({ name, saveState: 'waiting' }),
    select: (selection) => set({ selection, line: null }),
    chooseLine: (line) => set(line === null ? { line } : { line, selection: nothing }),
    setFilters: (filters) => set({ filters }),
    setTable: (table) => set({ table }),
    settleFresh: () => set({ fresh: nothing }),
    setSaveState: (saveState) => set({ saveState }),
    setSaved: (saved, content) => set(content === undefined ? { saved } : { saved, content }),
  };
});
