import { type Box, cutLabel, type LabelAsk, type PlacedLabel, placeLabels } from '../labels.ts';
import type { SceneLine } from '../scene.ts';
import { canvasFont, type Palette } from '../style/palette.ts';
import type { ScreenNode } from './marks.ts';

const lineHeight = 16;
const widths = new Map<string, number>();
/** Widths change when a part of the font arrives. */
export const forgetWidths = (): void => widths.clear();

function widthOf(context: CanvasRenderingContext2D, text: string, weight: number): number {
  const key = `${weight}${text}`;
  const held = widths.get(key);
  if (held !== undefined) return held;
  context.font = `${weight} 12px ${canvasFont}`;
  const width = context.measureText(text).width;
  widths.set(key, width);
  return width;
}

export interface LabelOrder {
  readonly selected: (id: string) => boolean;
  readonly hovered: string | null;
}

/** Names of entities: selected ones first, then hovered, pinned, larger; none covers another. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly ScreenNode[],
  order: LabelOrder,
  palette: Palette,
): readonly PlacedLabel[] {
  const asked = nodes.map(({ node, x, y, radius }): LabelAsk => {
    const text = order.hovered === node.id ? node.caption : node.label;
    const width =
      Math.max(widthOf(context, text, 500), node.second === null ? 0 : widthOf(context, node.second, 500)) + 6;
    const priority =
      (order.hovered === node.id ? 8 : 0) + (order.selected(node.id) ? 16 : 0) + (node.pinned ? 4 : 0) + radius / 100;
    return {
      id: node.id,
      x,
      y,
      radius: radius * 1.15,
      width,
      height: lineHeight * (node.second === null ? 1 : 2),
      priority,
    };
  });
  const byId = new Map(nodes.map((screen) => [screen.node.id, screen]));
  const placed = placeLabels(asked);
  for (const box of placed) {
    const screen = byId.get(box.id);
    if (screen !== undefined) drawLabel(context, box, screen, order.hovered === box.id, palette);
  }
  return placed;
}

function drawLabel(
  context: CanvasRenderingContext2D,
  box: PlacedLabel,
  { node }: ScreenNode,
  whole: boolean,
  palette: Palette,
) {
  context.globalAlpha = node.dim ? 0.45 : 1;
  context.fillStyle = palette.plate;
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `500 12px ${canvasFont}`;
  context.fillStyle = palette.text;
  const middle = (box.left + box.right) / 2;
  context.fillText(whole ? node.caption : cutLabel(node.caption), middle, box.top + lineHeight / 2);
  if (node.second !== null) {
    context.fillStyle = palette.faint;
    context.fillText(node.second, middle, box.top + lineHeight * 1.5);
  }
  context.globalAlpha = 1;
}

/** Letter of the family and the count, at mid-line; left out where a name stands. */
export function drawLineTexts(
  context: CanvasRenderingContext2D,
  lines: readonly { line: SceneLine; x: number; y: number; length: number }[],
  taken: readonly Box[],
  palette: Palette,
): void {
  const asked = lines
    .filter(({ length }) => length > 70)
    .map(
      ({ line, x, y }): LabelAsk => ({
        id: line.key,
        x,
        y: y - 9 - 4,
        radius: 0,
        width: widthOf(context, line.text, 500) * 0.86 + 4,
        height: 13,
        priority: line.ties.length,
      }),
    );
  const placed = placeLabels(asked, taken);
  const byKey = new Map(lines.map(({ line }) => [line.key, line]));
  context.font = `500 10.5px ${canvasFont}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const box of placed) {
    const line = byKey.get(box.id);
    if (line === undefined || line.dim) continue;
    context.fillStyle = palette.plate;
    context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.fillStyle = line.look.colour;
    context.fillText(line.text, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  }
}
