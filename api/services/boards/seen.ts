import { type Id, isId } from '../../../model/ids.ts';
import type { BoardContent, BoardDiff } from '../../ledger/ledger.ts';

/** What of a board a viewer sees. Boards hold entity ids in their item keys (`entity:ID`), and inside values: members of a
 * group, positions by id. An id he may not see is simply not there, wherever it stands; and a change of his leaves it. */

const isEntity = (text: unknown): text is Id => typeof text === 'string' && isId(text, 'e');
const entityOfKey = (key: string): string => (key.startsWith('entity:') ? key.slice('entity:'.length) : key);

/** Every entity id in items, keys and values alike. */
export function entitiesIn(value: unknown, found = new Set<Id>()): Set<Id> {
  if (isEntity(value)) found.add(value);
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    const named = entityOfKey(key);
    if (isEntity(named)) found.add(named);
    entitiesIn(inner, found);
  }
  return found;
}

type Visible = ReadonlySet<Id>;
const hiddenText = (value: unknown, visible: Visible): boolean => isEntity(value) && !visible.has(value);
const hiddenEntry = (key: string, value: unknown, visible: Visible): boolean =>
  hiddenText(entityOfKey(key), visible) || hiddenText(value, visible);

/** The same value without what is hidden; items that are about one hidden entity (`{entity: ID}`) lose that field. */
export function seen(value: unknown, visible: Visible): unknown {
  if (Array.isArray(value)) return value.filter((one) => !hiddenText(one, visible)).map((one) => seen(one, visible));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !hiddenEntry(key, inner, visible))
      .map(([key, inner]) => [key, seen(inner, visible)]),
  );
}

export const seenContent = (content: BoardContent, visible: Visible): BoardContent =>
  Object.fromEntries(
    Object.entries(content)
      .filter(([key]) => !hiddenText(entityOfKey(key), visible))
      .map(([key, value]) => [key, seen(value, visible)]),
  );

/** What is stored when a viewer writes `next` over `stored`: his own value, with what he could not see put back. */
export function keepingUnseen(stored: unknown, next: unknown, visible: Visible): unknown {
  if (Array.isArray(next)) {
    return Array.isArray(stored) ? [...next, ...stored.filter((one) => hiddenText(one, visible))] : next;
  }
  if (next === null || typeof next !== 'object') return next;
  const before: Readonly<Record<string, unknown>> =
    stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? { ...stored } : {};
  return {
    ...Object.fromEntries(Object.entries(before).filter(([key, inner]) => hiddenEntry(key, inner, visible))),
    ...Object.fromEntries(
      Object.entries(next).map(([key, inner]) => [key, keepingUnseen(before[key], inner, visible)]),
    ),
  };
}

/** A viewer's change, as it is stored: hidden items are neither made, changed nor removed by it. */
export function storedDiff(present: BoardContent, diff: BoardDiff, visible: Visible): BoardDiff {
  const shown = (key: string) => !hiddenText(entityOfKey(key), visible);
  const items = (given: BoardContent): BoardContent =>
    Object.fromEntries(
      Object.entries(given)
        .filter(([key]) => shown(key))
        .map(([key, value]) => [key, keepingUnseen(present[key], seen(value, visible), visible)]),
    );
  return {
    ...(diff.name === undefined ? {} : { name: diff.name }),
    added: items(diff.added),
    updated: items(diff.updated),
    removed: diff.removed.filter(shown),
  };
}
