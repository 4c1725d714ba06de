import { gap, type Point } from './place.ts';

/** A force layout for a board: ties pull, all push, and it cools (Fruchterman & Reingold 1991). Deterministic: no chance enters,
 * it starts from where things stand. Pinned ones stay. O(rounds × n²), meant for the some hundreds a person arranges by hand. */
export interface SettleOptions {
  readonly rounds?: number;
  readonly pinned?: ReadonlySet<string>;
}

export function settle(
  standing: ReadonlyMap<string, Point>,
  ties: readonly { readonly from: string; readonly to: string }[],
  { rounds = 160, pinned = new Set() }: SettleOptions = {},
): Map<string, Point> {
  const ids = [...standing.keys()];
  const index = new Map(ids.map((id, i) => [id, i]));
  const x = Float64Array.from(ids, (id) => standing.get(id)?.x ?? 0);
  const y = Float64Array.from(ids, (id) => standing.get(id)?.y ?? 0);
  const ends = pairsOf(ties, index);
  const reach = gap * 1.35;
  for (let round = 0; round < rounds; round++) {
    const dx = new Float64Array(ids.length);
    const dy = new Float64Array(ids.length);
    for (let a = 0; a < ids.length; a++) for (let b = a + 1; b < ids.length; b++) push(x, y, dx, dy, a, b, reach);
    for (const [a, b] of ends) pull(x, y, dx, dy, a, b, reach);
    drawTogether(x, y, dx, dy);
    const heat = reach * 0.5 * (1 - round / rounds) + 0.5;
    for (let a = 0; a < ids.length; a++) {
      if (pinned.has(ids[a]!)) continue;
      const length = Math.hypot(dx[a]!, dy[a]!);
      if (length === 0) continue;
      const step = Math.min(length, heat) / length;
      x[a]! += dx[a]! * step;
      y[a]! += dy[a]! * step;
    }
  }
  return new Map(ids.map((id, i) => [id, { x: x[i]!, y: y[i]! }]));
}

/** A pair pulls once, however many ties it has. */
function pairsOf(ties: readonly { readonly from: string; readonly to: string }[], index: ReadonlyMap<string, number>) {
  const pairs = new Map<string, readonly [number, number]>();
  for (const { from, to } of ties) {
    const a = index.get(from);
    const b = index.get(to);
    if (a !== undefined && b !== undefined && a !== b) pairs.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b]);
  }
  return [...pairs.values()];
}

function push(
  x: Float64Array,
  y: Float64Array,
  dx: Float64Array,
  dy: Float64Array,
  a: number,
  b: number,
  reach: number,
) {
  let vx = x[a]! - x[b]!;
  const vy = y[a]! - y[b]!;
  if (vx === 0 && vy === 0) vx = 0.01 * (b - a); // two on one spot part along a line
  const squared = vx * vx + vy * vy;
  if (squared > (reach * 9) ** 2) return;
  const force = (reach * reach) / squared;
  dx[a]! += vx * force;
  dy[a]! += vy * force;
  dx[b]! -= vx * force;
  dy[b]! -= vy * force;
}

function pull(
  x: Float64Array,
  y: Float64Array,
  dx: Float64Array,
  dy: Float64Array,
  a: number,
  b: number,
  reach: number,
) {
  const vx = x[a]! - x[b]!;
  const vy = y[a]! - y[b]!;
  const force = Math.hypot(vx, vy) / reach;
  dx[a]! -= vx * force;
  dy[a]! -= vy * force;
  dx[b]! += vx * force;
  dy[b]! += vy * force;
}

/** What nothing ties would drift away for ever: a weak pull towards the common middle. */
function drawTogether(x: Float64Array, y: Float64Array, dx: Float64Array, dy: Float64Array) {
  const middleX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const middleY = y.reduce((sum, value) => sum + value, 0) / y.length;
  for (let a = 0; a < x.length; a++) {
    dx[a]! -= (x[a]! - middleX) * 0.18;
    dy[a]! -= (y[a]! - middleY) * 0.18;
  }
}
