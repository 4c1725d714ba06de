import {
  type BoardContent,
  type EntityItem,
  entitiesOf,
  entityItem,
  entityKey,
  noteKey,
  settingKey,
  unplacedIds,
} from './board.ts';
import type { BoardDiff } from './diff.ts';
import { emptyDiff, sameItem } from './diff.ts';

/** Pure producers: `(board, act) → diff`. What is already so is left out, so an act that changes nothing gives the empty diff. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

export function addEntities(content: BoardContent, places: Places): BoardDiff {
  const fresh = [...places].filter(([id]) => !Object.hasOwn(content, entityKey(id)));
  return {
    ...emptyDiff,
    added: Object.fromEntries(fresh.map(([id, { x, y }]) => [entityKey(id), { x: round(x), y: round(y) }])),
  };
}

/** Gives a place to who has none: a board made from a list of ids. */
export function placeEntities(content: BoardContent, places: Places): BoardDiff {
  const updated = unplacedIds(content).flatMap((id) => {
    const at = places.get(id);
    const key = entityKey(id);
    return at === undefined ? [] : [[key, { from: content[key], to: { x: round(at.x), y: round(at.y) } }] as const];
  });
  return { ...emptyDiff, updated: Object.fromEntries(updated) };
}

/** Removing from the board touches no data; notes on what goes away go with it. */
export function removeEntities(content: BoardContent, ids: Iterable<string>): BoardDiff {
  const gone = new Set(ids);
  const removed = Object.entries(content).filter(([key, item]) => {
    if (key.startsWith('entity:')) return gone.has(key.slice('entity:'.length));
    return (
      key.startsWith('note:') &&
      typeof item === 'object' &&
      item !== null &&
      'about' in item &&
      gone.has(String(item.about))
    );
  });
  return { ...emptyDiff, removed: Object.fromEntries(removed) };
}

export function moveEntities(content: BoardContent, places: Places): BoardDiff {
  return change(content, places.keys(), (item, id) => {
    const { x, y } = places.get(id) ?? item;
    return { ...item, x: round(x), y: round(y) };
  });
}

export function pinEntities(content: BoardContent, ids: Iterable<string>, pinned: boolean): BoardDiff {
  return change(content, ids, ({ pinned: _was, ...item }) => (pinned ? { ...item, pinned } : item));
}

export function hideEntities(content: BoardContent, ids: Iterable<string>, hidden: boolean): BoardDiff {
  return change(content, ids, ({ hidden: _was, ...item }) => (hidden ? { ...item, hidden } : item));
}

export function showAll(content: BoardContent): BoardDiff {
  return hideEntities(content, entitiesOf(content).keys(), false);
}

export function setSetting(content: BoardContent, name: string, value: unknown): BoardDiff {
  const key = settingKey(name);
  if (!Object.hasOwn(content, key)) return { ...emptyDiff, added: { [key]: value } };
  return sameItem(content[key], value)
    ? emptyDiff
    : { ...emptyDiff, updated: { [key]: { from: content[key], to: value } } };
}

export function writeNote(
  content: BoardContent,
  id: string,
  note: { about: string; text: string; at: string },
): BoardDiff {
  const key = noteKey(id);
  if (!Object.hasOwn(content, key)) return { ...emptyDiff, added: { [key]: note } };
  return { ...emptyDiff, updated: { [key]: { from: content[key], to: note } } };
}

function change(
  content: BoardContent,
  ids: Iterable<string>,
  to: (item: EntityItem, id: string) => EntityItem,
): BoardDiff {
  const updated: Record<string, { from: unknown; to: unknown }> = {};
  for (const id of ids) {
    const item = entityItem(content, id);
    if (item === undefined) continue;
    const next = to(item, id);
    if (!sameItem(item, next)) updated[entityKey(id)] = { from: item, to: next };
  }
  return { ...emptyDiff, updated };
}

/** A tenth of a pixel is enough, and short numbers keep diffs small. */
const round = (value: number): number => Math.round(value * 10) / 10;
