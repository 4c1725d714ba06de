import type { AbstractGraph } from 'graphology-types';
import type { Scene, SceneLine, SceneNode } from './scene.ts';
import { shapeCodes } from './style/entityLook.ts';
import { patternCodes } from './style/tieLook.ts';

/** Brings the graph that sigma draws to the scene, touching only what differs. */
export function syncGraph(graph: AbstractGraph, before: Scene, after: Scene): void {
  for (const key of before.lines.keys()) if (!after.lines.has(key) && graph.hasEdge(key)) graph.dropEdge(key);
  for (const id of before.nodes.keys()) if (!after.nodes.has(id) && graph.hasNode(id)) graph.dropNode(id);
  for (const [id, node] of after.nodes) {
    const attributes = nodeAttributes(node);
    if (!graph.hasNode(id)) graph.addNode(id, attributes);
    else if (!isSameNode(before.nodes.get(id), node)) graph.replaceNodeAttributes(id, attributes);
  }
  for (const [key, line] of after.lines) {
    const attributes = lineAttributes(line);
    if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, line.from, line.to, attributes);
    else if (!isSameLine(before.lines.get(key), line)) graph.replaceEdgeAttributes(key, attributes);
  }
}

function nodeAttributes({ x, y, look, dim }: SceneNode) {
  return { x, y, size: look.size, color: withAlpha(look.colour, dim ? 0.22 : 1), shape: shapeCodes[look.shape] };
}

function lineAttributes({ look, offset, duty, dim }: SceneLine) {
  return {
    size: look.width,
    color: withAlpha(look.colour, dim ? 0.2 : 1),
    pattern: patternCodes[look.pattern],
    arrow: look.arrow,
    offset,
    zIndex: duty ? 0 : 1,
  };
}

const isSameNode = (a: SceneNode | undefined, b: SceneNode): boolean =>
  a !== undefined &&
  a.x === b.x &&
  a.y === b.y &&
  a.dim === b.dim &&
  a.look.colour === b.look.colour &&
  a.look.shape === b.look.shape;

const isSameLine = (a: SceneLine | undefined, b: SceneLine): boolean =>
  a !== undefined &&
  a.dim === b.dim &&
  a.offset === b.offset &&
  a.look.width === b.look.width &&
  a.look.colour === b.look.colour &&
  a.look.pattern === b.look.pattern &&
  a.look.arrow === b.look.arrow;

/** `#RRGGBB` with an alpha, in the form sigma parses. */
export function withAlpha(hex: string, alpha: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${(value >> 16) & 255},${(value >> 8) & 255},${value & 255},${alpha})`;
}
