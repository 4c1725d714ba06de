import type { Language } from '../../model/vocabulary/words.ts';
import type { Picture, PictureTie } from '../client/subgraph.ts';
import { type BoardContent, entitiesOf } from '../state/board/board.ts';
import { type Filters, keepsTie, keepsType } from '../state/board/filters.ts';
import { cutLabel } from './labels.ts';
import { type EntityLook, entityLook, type Theme } from './style/entityLook.ts';
import { type LineLook, lineLook, lineText } from './style/tieLook.ts';

/** What the canvas shows, worked out from the board, the picture of its entities and the filters. Plain data: the engine draws it,
 * the table and the legend count it. */
export interface SceneNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly look: EntityLook;
  readonly type: string;
  readonly caption: string;
  readonly label: string;
  readonly second: string | null;
  readonly suspect: boolean;
  readonly official: boolean;
  readonly pinned: boolean;
  readonly noted: boolean;
  readonly dim: boolean;
  /** Ties this reader may see that are not on the picture. */
  readonly more: number;
}
export interface SceneLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly duty: boolean;
  readonly look: LineLook;
  readonly text: string;
  readonly ties: readonly PictureTie[];
  /** Sideways, in pixels: the duty side stands apart from the private one. */
  readonly offset: number;
  readonly dim: boolean;
}
export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly lines: ReadonlyMap<string, SceneLine>;
}
export const emptyScene: Scene = { nodes: new Map(), lines: new Map() };

export interface SceneOptions {
  readonly filters: Filters;
  readonly theme: Theme;
  readonly language: Language;
}

export function sceneOf(content: BoardContent, picture: Picture, options: SceneOptions): Scene {
  const { filters, theme } = options;
  const noted = notedIds(content);
  const shown = new Map<string, SceneNode>();
  const shares = nameShares(picture);
  const drawn = tiesShown(picture);
  for (const [id, item] of entitiesOf(content)) {
    const entity = picture.entities.get(id);
    if (entity === undefined || item.hidden === true) continue;
    const kept = keepsType(filters, entity.type);
    if (!kept && !filters.dim) continue;
    shown.set(id, {
      id,
      x: item.x,
      y: item.y,
      look: entityLook(entity.type, entity.roles, theme),
      type: entity.type,
      caption: entity.caption,
      label: cutLabel(entity.caption),
      second: (shares.get(entity.caption) ?? 0) > 1 ? `…${id.slice(-4)}` : null,
      suspect: entity.roles.includes('suspect'),
      official: entity.roles.includes('official'),
      pinned: item.pinned === true,
      noted: noted.has(id),
      dim: !kept,
      more: Math.max(0, (entity.ties ?? 0) - (drawn.get(id) ?? 0)),
    });
  }
  return { nodes: shown, lines: linesOf(picture, shown, options) };
}

export const lineKey = (a: string, b: string, duty: boolean): string =>
  `${a < b ? `${a}|${b}` : `${b}|${a}`}|${duty ? 'duty' : 'private'}`;

function linesOf(picture: Picture, nodes: ReadonlyMap<string, SceneNode>, { filters, theme, language }: SceneOptions) {
  const bundles = new Map<string, PictureTie[]>();
  for (const tie of picture.ties) {
    if (tie.from === tie.to || !nodes.has(tie.from) || !nodes.has(tie.to)) continue;
    if (!keepsTie(filters, tie) && !filters.dim) continue;
    const key = lineKey(tie.from, tie.to, tie.duty);
    const held = bundles.get(key);
    if (held === undefined) bundles.set(key, [tie]);
    else held.push(tie);
  }
  const lines = new Map<string, SceneLine>();
  for (const [key, ties] of bundles) {
    const { from, to, duty } = ties[0]!; // a bundle is made with its first tie
    const look = lineLook(ties, duty, theme);
    const both = bundles.has(lineKey(from, to, !duty));
    // The sideways direction turns with the line: measured along the sorted pair, so that the two sides never meet.
    const turn = from < to ? 1 : -1;
    const dim = (duty && filters.duty === 'fade') || !ties.some((tie) => keepsTie(filters, tie));
    lines.set(key, {
      key,
      from,
      to,
      duty,
      look,
      text: lineText(look, ties, language),
      ties,
      offset: both ? (duty ? -5 : 5) * turn : 0,
      dim,
    });
  }
  return lines;
}

function nameShares(picture: Picture): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { caption } of picture.entities.values()) shares.set(caption, (shares.get(caption) ?? 0) + 1);
  return shares;
}

function tiesShown(picture: Picture): Map<string, number> {
  const drawn = new Map<string, number>();
  for (const { from, to } of picture.ties) {
    drawn.set(from, (drawn.get(from) ?? 0) + 1);
    drawn.set(to, (drawn.get(to) ?? 0) + 1);
  }
  return drawn;
}

function notedIds(content: BoardContent): Set<string> {
  const ids = Object.values(content).flatMap((item) =>
    typeof item === 'object' && item !== null && 'about' in item ? [String(item.about)] : [],
  );
  return new Set(ids);
}
