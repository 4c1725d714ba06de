/** Places labels by their measured width so that none covers another label or an entity. Greedy by priority: each label tries
 * below, above, right, left; one that finds no room is left out (its entity still has a tooltip). O(labels × placed near). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface LabelAsk {
  readonly id: string;
  /** Middle of the entity and its radius, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly priority: number;
}
export interface PlacedLabel extends Box {
  readonly id: string;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const margin = 4;
const cell = 64;

class Taken {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const held = this.#cells.get(key);
      if (held === undefined) this.#cells.set(key, [box]);
      else held.push(box);
    }
  }
  isFree(box: Box): boolean {
    return keysOf(box).every((key) => (this.#cells.get(key) ?? []).every((other) => !overlaps(box, other)));
  }
}

function keysOf(box: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++) {
    for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) keys.push(`${x}:${y}`);
  }
  return keys;
}

function spots({ x, y, radius, width, height }: LabelAsk): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    at(x - width / 2, y + radius + margin),
    at(x - width / 2, y - radius - margin - height),
    at(x + radius + margin, y - height / 2),
    at(x - radius - margin - width, y - height / 2),
  ];
}

export function placeLabels(asked: readonly LabelAsk[], obstacles: readonly Box[] = []): PlacedLabel[] {
  const taken = new Taken();
  for (const box of obstacles) taken.add(box);
  for (const { x, y, radius } of asked)
    taken.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const placed: PlacedLabel[] = [];
  for (const label of [...asked].sort((a, b) => b.priority - a.priority)) {
    const free = spots(label).find((spot) => taken.isFree(spot));
    if (free === undefined) continue;
    taken.add(free);
    placed.push({ id: label.id, ...free });
  }
  return placed;
}

/** Cut at 12 characters; a full-width character counts once, the whole text is in the tooltip. */
export function cutLabel(text: string, most = 12): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
