import { openBoard, patchBoard } from '../../client/boards.ts';
import { asProblem } from '../../client/problem.ts';
import type { BoardContent } from './board.ts';
import { apply, areDisjoint, between, isEmpty, wireOf } from './diff.ts';
import { type OpenBoard, useBoard } from './store.ts';

/** Saves 2 s after the last act, as a diff against what the server holds, under its tag. A clash with another editor is merged
 * where the two touched different things; else both are shown and the person decides. Offline, the diff waits and is tried again. */
const quietMs = 2_000;
const retryMs = 10_000;

export function startAutosave(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = false;

  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
  async function run() {
    if (saving) return later(quietMs);
    saving = true;
    const wait = await save();
    saving = false;
    if (wait !== null) later(wait);
  }
  const stopListening = useBoard.subscribe((now, before) => {
    const changed = now.content !== before.content || now.name !== before.name;
    if (changed && now.id !== '' && now.id === before.id && now.saveState === 'waiting') later(quietMs);
  });
  return () => {
    clearTimeout(timer);
    stopListening();
    if (useBoard.getState().saveState === 'waiting') void save();
  };
}

/** Saves now. Answers how long to wait before the next try, or null when nothing is left to do. */
export async function save(): Promise<number | null> {
  const board = useBoard.getState();
  const diff = between(board.saved.content, board.content);
  if (isEmpty(diff) && board.name === board.saved.name) {
    if (board.saveState === 'waiting') board.setSaveState('saved');
    return null;
  }
  board.setSaveState('saving');
  const name = board.name === board.saved.name ? {} : { name: board.name };
  try {
    const answer = await patchBoard(board.id, { ...name, ...wireOf(diff) }, board.saved.etag);
    return settle(board, answer.etag ?? (await openBoard(board.id)).etag ?? '');
  } catch (error) {
    return trouble(board, asProblem(error).code);
  }
}

function settle(sent: OpenBoard, etag: string): number | null {
  const now = useBoard.getState();
  if (now.id !== sent.id) return null;
  now.setSaved({ content: sent.content, name: sent.name, etag });
  const movedOn = now.content !== sent.content || now.name !== sent.name;
  now.setSaveState(movedOn ? 'waiting' : 'saved');
  return movedOn ? quietMs : null;
}

async function trouble(sent: OpenBoard, code: string): Promise<number | null> {
  const { setSaveState } = useBoard.getState();
  if (code === 'precondition_failed') return rebase(sent);
  setSaveState(code === 'offline' || code === 'busy' ? 'offline' : 'failed');
  return code === 'offline' || code === 'busy' ? retryMs : null;
}

async function rebase(sent: OpenBoard): Promise<number | null> {
  const { setSaveState, setSaved, name } = useBoard.getState();
  try {
    const { data, etag } = await openBoard(sent.id);
    const merged = mergeBoards(sent.saved.content, useBoard.getState().content, data.content);
    if (merged === undefined) {
      setSaveState('clash');
      return null;
    }
    setSaved({ content: data.content, name: name === sent.saved.name ? name : data.name, etag: etag ?? '' }, merged);
    setSaveState('waiting');
    return 0;
  } catch {
    setSaveState('offline');
    return retryMs;
  }
}

/** Mine on top of theirs, or undefined when both changed the same item. */
export function mergeBoards(common: BoardContent, mine: BoardContent, theirs: BoardContent): BoardContent | undefined {
  const myDiff = between(common, mine);
  return areDisjoint(myDiff, between(common, theirs)) ? apply(theirs, myDiff) : undefined;
}

/** After a clash: keep what stands here, or take what the server holds. */
export async function resolveClash(keep: 'mine' | 'theirs'): Promise<void> {
  const { id, content, name, setSaved, setSaveState } = useBoard.getState();
  const { data, etag } = await openBoard(id);
  if (keep === 'theirs') {
    useBoard.getState().open({ id, name: data.name, content: data.content, etag: etag ?? '' });
    return;
  }
  setSaved({ content: data.content, name: data.name, etag: etag ?? '' }, content);
  useBoard.getState().rename(name);
  setSaveState('waiting');
  await save();
}
