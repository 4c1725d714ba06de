/** A board is small and serialisable: which entities, where, pinned or hidden, notes and settings. What they are comes by id. */
export interface EntityItem {
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean;
  readonly hidden?: boolean;
}
export type BoardItem = unknown;
/** Items by their own key: `entity:ID`, `note:ID`, `setting:NAME`. */
export type BoardContent = Readonly<Record<string, BoardItem>>;

export const entityKey = (id: string): string => `entity:${id}`;
export const noteKey = (id: string): string => `note:${id}`;
export const settingKey = (name: string): string => `setting:${name}`;

const entityPrefix = 'entity:';

function isEntityItem(item: BoardItem): item is EntityItem {
  return (
    typeof item === 'object' &&
    item !== null &&
    'x' in item &&
    'y' in item &&
    typeof item.x === 'number' &&
    typeof item.y === 'number'
  );
}

/** Entities of a board by id. An item without a place (another program wrote it) is left out. */
export function entitiesOf(content: BoardContent): Map<string, EntityItem> {
  const found = new Map<string, EntityItem>();
  for (const [key, item] of Object.entries(content)) {
    if (key.startsWith(entityPrefix) && isEntityItem(item)) found.set(key.slice(entityPrefix.length), item);
  }
  return found;
}

export function entityItem(content: BoardContent, id: string): EntityItem | undefined {
  const item = content[entityKey(id)];
  return isEntityItem(item) ? item : undefined;
}

/** Ids on the board that have no place yet: a board made from a list of ids. */
export function unplacedIds(content: BoardContent): string[] {
  return Object.entries(content)
    .filter(([key, item]) => key.startsWith(entityPrefix) && !isEntityItem(item))
    .map(([key]) => key.slice(entityPrefix.length));
}
