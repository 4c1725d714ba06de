import Graph from 'graphology';
import { describe, expect, it } from 'vitest';
import { emptyScene, lineKey, sceneOf } from '../../../viz/canvas/scene.ts';
import { syncGraph } from '../../../viz/canvas/sync.ts';
import { towards } from '../../../viz/canvas/walk.ts';
import type { Picture, PictureTie } from '../../../viz/client/subgraph.ts';
import type { BoardContent } from '../../../viz/state/board/board.ts';
import { noFilters } from '../../../viz/state/board/filters.ts';

const person = (id: string, caption: string, roles: string[] = [], ties = 3) =>
  [id, { id, type: 'Person', caption, roles, ties }] as const;
const tie = (from: string, to: string, kind: string, duty = false, count = 1): PictureTie => ({
  id: `${from}${to}${kind}${duty}`,
  from,
  to,
  kind,
  duty,
  count,
  suspected: false,
});

const picture: Picture = {
  entities: new Map([person('a', '甲', ['official'], 10), person('b', '乙', ['suspect']), person('c', '甲')]),
  ties: [
    tie('a', 'b', 'calls', false, 30),
    tie('a', 'b', 'kin'),
    tie('a', 'b', 'calls', true, 4),
    tie('b', 'c', 'friend'),
  ],
  complete: true,
  limit: null,
  cutAt: null,
};
const content: BoardContent = {
  'entity:a': { x: 0, y: 0 },
  'entity:b': { x: 100, y: 0 },
  'entity:c': { x: 0, y: 100 },
  'entity:unseen': { x: 5, y: 5 },
};
const options = { filters: noFilters, theme: 'light' as const, language: 'zh' as const };

describe('the scene', () => {
  const scene = sceneOf(content, picture, options);

  it('shows one line a pair and side: duty is never bundled with private', () => {
    expect([...scene.lines.keys()].sort()).toEqual(
      [lineKey('a', 'b', false), lineKey('a', 'b', true), lineKey('b', 'c', false)].sort(),
    );
    expect(scene.lines.get(lineKey('b', 'a', true))!.look.pattern).toBe('hollow');
    expect(scene.lines.get(lineKey('a', 'b', false))!.ties.length).toBe(2);
  });

  it('sets the two sides apart', () => {
    const [own, duty] = [scene.lines.get(lineKey('a', 'b', false))!, scene.lines.get(lineKey('a', 'b', true))!];
    expect(Math.sign(own.offset)).toBe(-Math.sign(duty.offset));
  });

  it('does not show what the reader may not see', () => {
    expect(scene.nodes.has('unseen')).toBe(false);
  });

  it('counts the ties that are not on the picture, and tells namesakes apart', () => {
    expect(scene.nodes.get('a')!.more).toBe(7);
    expect(scene.nodes.get('a')!.second).not.toBeNull();
    expect(scene.nodes.get('b')!.second).toBeNull();
  });

  it('leaves out what is filtered, or dims it', () => {
    const families = new Set(['contact'] as const);
    expect(
      sceneOf(content, picture, { ...options, filters: { ...noFilters, families, duty: 'hide' } }).lines.size,
    ).toBe(2);
    const dimmed = sceneOf(content, picture, { ...options, filters: { ...noFilters, families, dim: true } });
    expect(dimmed.lines.get(lineKey('a', 'b', true))!.dim).toBe(true);
  });

  it('a suspect has no colour, size or place of his own', () => {
    expect(scene.nodes.get('b')!.look).toEqual(
      sceneOf(content, { ...picture, entities: new Map([person('b', '乙')]) }, options).nodes.get('b')!.look,
    );
  });
});

describe('the drawn graph', () => {
  it('follows the scene and touches only what differs', () => {
    const graph = new Graph({ multi: true, type: 'undirected' });
    const first = sceneOf(content, picture, options);
    syncGraph(graph, emptyScene, first);
    expect([graph.order, graph.size]).toEqual([3, 3]);
    let touched = 0;
    graph.on('nodeAttributesUpdated', () => touched++);
    const moved = sceneOf({ ...content, 'entity:c': { x: 50, y: 100 } }, picture, options);
    syncGraph(graph, first, moved);
    expect([touched, graph.getNodeAttribute('c', 'x')]).toEqual([1, 50]);
    syncGraph(graph, moved, sceneOf({ 'entity:a': { x: 0, y: 0 } }, picture, options));
    expect([graph.order, graph.size]).toEqual([1, 0]);
  });
});

describe('walking with the arrow keys', () => {
  it('goes to the nearest in that direction and stays where there is none', () => {
    const scene = sceneOf(content, picture, options);
    expect(towards(scene, 'a', { x: 1, y: 0 })).toBe('b');
    expect(towards(scene, 'a', { x: 0, y: 1 })).toBe('c');
    expect(towards(scene, 'b', { x: 1, y: 0 })).toBeNull();
  });
});
