import type { BoardContent, BoardItem } from './board.ts';

/** One act on a board with what it takes to undo it. `apply` and `reverse` are the only writers. */
export interface BoardDiff {
  readonly added: Readonly<Record<string, BoardItem>>;
  readonly updated: Readonly<Record<string, { readonly from: BoardItem; readonly to: BoardItem }>>;
  readonly removed: Readonly<Record<string, BoardItem>>;
}
/** The same as the API takes it: it keeps no old values. */
export interface WireDiff {
  readonly name?: string;
  readonly added: Readonly<Record<string, BoardItem>>;
  readonly updated: Readonly<Record<string, BoardItem>>;
  readonly removed: readonly string[];
}

export const emptyDiff: BoardDiff = { added: {}, updated: {}, removed: {} };

export const isEmpty = (diff: BoardDiff): boolean => touchedKeys(diff).length === 0;
export const touchedKeys = (diff: BoardDiff): string[] => [
  ...Object.keys(diff.added),
  ...Object.keys(diff.updated),
  ...Object.keys(diff.removed),
];

export function apply(content: BoardContent, diff: BoardDiff): BoardContent {
  const next: Record<string, BoardItem> = { ...content, ...diff.added };
  for (const [key, change] of Object.entries(diff.updated)) next[key] = change.to;
  for (const key of Object.keys(diff.removed)) delete next[key];
  return next;
}

export function reverse(diff: BoardDiff): BoardDiff {
  const updated = Object.entries(diff.updated).map(([key, { from, to }]) => [key, { from: to, to: from }] as const);
  return { added: diff.removed, updated: Object.fromEntries(updated), removed: diff.added };
}

/** What leads from one content to another. */
export function between(before: BoardContent, after: BoardContent): BoardDiff {
  const added: Record<string, BoardItem> = {};
  const updated: Record<string, { from: BoardItem; to: BoardItem }> = {};
  const removed: Record<string, BoardItem> = {};
  for (const [key, to] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) added[key] = to;
    else if (!sameItem(before[key], to)) updated[key] = { from: before[key], to };
  }
  for (const [key, from] of Object.entries(before)) if (!Object.hasOwn(after, key)) removed[key] = from;
  return { added, updated, removed };
}

export function wireOf(diff: BoardDiff): WireDiff {
  return {
    added: diff.added,
    updated: Object.fromEntries(Object.entries(diff.updated).map(([key, { to }]) => [key, to])),
    removed: Object.keys(diff.removed),
  };
}

/** Two editors' diffs that touch nothing in common can both stand. */
export function areDisjoint(mine: BoardDiff, theirs: BoardDiff): boolean {
  const taken = new Set(touchedKeys(theirs));
  return touchedKeys(mine).every((key) => !taken.has(key));
}

/** Items are plain JSON with few fields; the order of their fields does not matter. */
export function sameItem(a: BoardItem, b: BoardItem): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameItem(value, right.get(key)));
}
