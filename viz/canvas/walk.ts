import type { Point } from './layout/place.ts';
import type { Scene, SceneNode } from './scene.ts';

/** The next entity in a direction: near and straight ahead wins. Without a start, the one nearest to the middle. */
export function towards(scene: Scene, from: string | null, direction: Point): string | null {
  const start = from === null ? undefined : scene.nodes.get(from);
  const others = [...scene.nodes.values()].filter((node) => node.id !== from);
  const cost =
    start === undefined
      ? (node: SceneNode) => Math.hypot(node.x, node.y)
      : (node: SceneNode) => walkCost(start, node, direction);
  let best: { id: string; cost: number } | null = null;
  for (const node of others) {
    const price = cost(node);
    if (price < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { id: node.id, cost: price };
  }
  return best?.id ?? null;
}

function walkCost(from: Point, to: Point, direction: Point): number {
  const ahead = (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
  if (ahead <= 0) return Number.POSITIVE_INFINITY;
  const aside = Math.abs((to.x - from.x) * direction.y) + Math.abs((to.y - from.y) * direction.x);
  return aside > ahead * 2 ? Number.POSITIVE_INFINITY : ahead + aside * 2;
}
