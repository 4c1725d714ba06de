import { type Point, place } from '../../canvas/layout/place.ts';
import { settle } from '../../canvas/layout/settle.ts';
import type { Picture } from '../../client/subgraph.ts';
import {
  addEntities,
  hideEntities,
  moveEntities,
  pinEntities,
  placeEntities,
  removeEntities,
  showAll,
  writeNote,
} from '../../state/board/acts.ts';
import { entitiesOf, entityItem, unplacedIds } from '../../state/board/board.ts';
import { useBoard } from '../../state/board/store.ts';

/** The acts of the open board, as buttons and keys do them. Each is one named step that can be taken back. */
export function addToBoard(ids: Iterable<string>, anchor?: string): boolean {
  const { content, act } = useBoard.getState();
  const places = place(entitiesOf(content), [...ids], anchor === undefined ? undefined : entityItem(content, anchor));
  return act('step.add', addEntities(content, places), { fresh: true });
}

export function addAt(places: ReadonlyMap<string, Point>): boolean {
  const { content, act } = useBoard.getState();
  return act('step.add', addEntities(content, places), { fresh: true });
}

/** A board made from a list of ids has them without places. */
export function placeUnplaced(): boolean {
  const { content, act } = useBoard.getState();
  const ids = unplacedIds(content);
  return ids.length > 0 && act('step.add', placeEntities(content, place(entitiesOf(content), ids)));
}

export function moveOnBoard(places: ReadonlyMap<string, Point>): boolean {
  const { content, act } = useBoard.getState();
  return act('step.move', moveEntities(content, places));
}

export function removeSelected(): boolean {
  const { content, act, selection } = useBoard.getState();
  return act('step.remove', removeEntities(content, selection));
}

export function hideSelected(): boolean {
  const { content, act, selection, select } = useBoard.getState();
  const done = act('step.hide', hideEntities(content, selection, true));
  if (done) select(new Set());
  return done;
}

export function showHidden(): boolean {
  const { content, act } = useBoard.getState();
  return act('step.show', showAll(content));
}

/** Pins all that are selected, or frees them when all are pinned. */
export function pinSelected(): boolean {
  const { content, act, selection } = useBoard.getState();
  const isAllPinned = [...selection].every((id) => entityItem(content, id)?.pinned === true);
  return act(isAllPinned ? 'step.unpin' : 'step.pin', pinEntities(content, selection, !isAllPinned));
}

/** A layout is an act: of the selection, or of all when little is selected. Pinned ones stay. */
export function tidyBoard(picture: Picture): boolean {
  const { content, act, selection } = useBoard.getState();
  const shown = new Map([...entitiesOf(content)].filter(([, item]) => item.hidden !== true));
  const held = selection.size > 2 ? [...shown.keys()].filter((id) => !selection.has(id)) : [];
  const pinned = new Set([...held, ...[...shown].filter(([, item]) => item.pinned === true).map(([id]) => id)]);
  return act('step.tidy', moveEntities(content, settle(shown, picture.ties, { pinned })));
}

export function noteOn(about: string, text: string): boolean {
  const { content, act } = useBoard.getState();
  return act('step.note', writeNote(content, about, { about, text, at: new Date().toISOString() }));
}
