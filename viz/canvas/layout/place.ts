/** Where newcomers go: into the free directions around their anchor, ring by ring. Nobody who stands is moved.
 * Every candidate spot keeps `gap` to all that stand and to the newcomers placed before. Cost O(newcomers × candidates × near),
 * with a grid of cells of one gap, so "near" is the few in the nine cells around. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export const gap = 92;

class Occupied {
  readonly #cells = new Map<string, Point[]>();

  add(point: Point): void {
    const key = cellOf(point.x, point.y);
    const held = this.#cells.get(key);
    if (held === undefined) this.#cells.set(key, [point]);
    else held.push(point);
  }

  isFree(x: number, y: number): boolean {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const point of this.#cells.get(cellOf(x + dx * gap, y + dy * gap)) ?? []) {
          if (Math.hypot(point.x - x, point.y - y) < gap * 0.96) return false;
        }
      }
    }
    return true;
  }
}
const cellOf = (x: number, y: number): string => `${Math.floor(x / gap)}:${Math.floor(y / gap)}`;

/** Places `newcomers` around `anchor` (or around the middle of what stands). */
export function place(
  standing: ReadonlyMap<string, Point>,
  newcomers: readonly string[],
  anchor?: Point,
): Map<string, Point> {
  const occupied = new Occupied();
  for (const point of standing.values()) occupied.add(point);
  const centre = anchor ?? middle([...standing.values()]);
  const away = anchor === undefined ? 0 : directionOfFreedom(anchor, [...standing.values()]);
  const placed = new Map<string, Point>();
  let ring = standing.size === 0 && anchor === undefined ? 0 : 1;
  let waiting = newcomers.filter((id) => !standing.has(id));
  while (waiting.length > 0) {
    const spots = spotsOfRing(centre, ring, away);
    const left = [...waiting];
    for (const spot of spots) {
      if (left.length === 0) break;
      if (!occupied.isFree(spot.x, spot.y)) continue;
      const id = left.shift()!; // length was just checked
      placed.set(id, spot);
      occupied.add(spot);
    }
    waiting = left;
    ring++;
  }
  return placed;
}

/** Spots on the n-th ring, from the freest direction outwards to both sides. */
function spotsOfRing(centre: Point, ring: number, away: number): Point[] {
  if (ring === 0) return [centre];
  const radius = ring * gap * 1.25;
  const count = Math.max(6, Math.floor((2 * Math.PI * radius) / gap));
  return Array.from({ length: count }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    // Every other ring is turned by half a step, so that nobody stands behind another as seen from the anchor.
    const turn = ring % 2 === 0 ? Math.PI / count : 0;
    const angle = away + turn + (side * Math.ceil(index / 2) * 2 * Math.PI) / count;
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
}

/** Away from the weight of those near: the opposite of their summed directions, nearer ones counting more. */
function directionOfFreedom(anchor: Point, others: readonly Point[]): number {
  let x = 0;
  let y = 0;
  for (const other of others) {
    const distance = Math.hypot(other.x - anchor.x, other.y - anchor.y);
    if (distance === 0 || distance > gap * 8) continue;
    x -= (other.x - anchor.x) / distance ** 2;
    y -= (other.y - anchor.y) / distance ** 2;
  }
  return x === 0 && y === 0 ? 0 : Math.atan2(y, x);
}

function middle(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
