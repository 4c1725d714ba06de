import type Sigma from 'sigma';
import type { CanvasState } from './engine.ts';
import { drawGhost, drawHalo, drawLasso } from './layers/ghost.ts';
import { drawIcon, drawMarks, type ScreenNode } from './layers/marks.ts';
import { drawLabels, drawLineTexts } from './layers/texts.ts';
import { type Palette, palettes } from './style/palette.ts';

/** Above this many visible entities only what is selected or hovered keeps icon, marks and name. */
const fullStyleUpTo = 3_000;
const lineTextsUpTo = 150;

/** Everything that is not a plain shape or line: icons, signs, names, halos, previews; on sigma's label layer, which it clears. */
export function drawOverlay(sigma: Sigma, state: CanvasState): void {
  const context = sigma.getCanvases().labels?.getContext('2d');
  if (context === null || context === undefined) return;
  const palette = palettes[state.theme];
  const screen = visibleNodes(sigma, state);
  const full =
    screen.length <= fullStyleUpTo
      ? screen
      : screen.filter(({ node }) => state.selection.has(node.id) || state.hovered === node.id);
  drawChosenLine(sigma, context, state, palette);
  for (const node of screen) drawHalos(context, node, state, palette);
  for (const node of full) drawIcon(context, node, palette);
  for (const node of full) drawMarks(context, node, palette);
  const order = { selected: (id: string) => state.selection.has(id) || state.found.has(id), hovered: state.hovered };
  const placed = drawLabels(context, full, order, palette);
  if (state.scene.lines.size <= lineTextsUpTo) {
    const around = full.map(({ x, y, radius }) => ({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius,
    }));
    drawLineTexts(context, middles(sigma, state), [...placed, ...around], palette);
  }
  if (state.ghost !== null) drawGhost(context, state.ghost, (point) => sigma.graphToViewport(point), palette);
  drawLasso(context, state.lasso, palette);
}

function visibleNodes(sigma: Sigma, { scene }: CanvasState): ScreenNode[] {
  const { width, height } = sigma.getDimensions();
  const graph = sigma.getGraph();
  const found: ScreenNode[] = [];
  for (const node of scene.nodes.values()) {
    // While dragged, a node stands where the graph has it, not yet where the board does.
    if (!graph.hasNode(node.id)) continue;
    const { x, y } = sigma.graphToViewport({
      x: graph.getNodeAttribute(node.id, 'x'),
      y: graph.getNodeAttribute(node.id, 'y'),
    });
    const radius = sigma.scaleSize(node.look.size);
    if (x > -80 && y > -40 && x < width + 80 && y < height + 40) found.push({ node, x, y, radius });
  }
  return found;
}

function drawHalos(
  context: CanvasRenderingContext2D,
  { node, x, y, radius }: ScreenNode,
  state: CanvasState,
  palette: Palette,
) {
  if (state.fresh.has(node.id)) drawHalo(context, x, y, radius * 1.75, palette.freshHalo, 2);
  if (state.found.has(node.id)) drawHalo(context, x, y, radius * 1.8, palette.freshHalo, 4);
  if (state.hovered === node.id) drawHalo(context, x, y, radius * 1.62, palette.faint, 1.5);
  if (state.selection.has(node.id)) drawHalo(context, x, y, radius * 1.62, palette.halo, 2.5);
}

function drawChosenLine(
  sigma: Sigma,
  context: CanvasRenderingContext2D,
  { scene, line }: CanvasState,
  palette: Palette,
) {
  const chosen = line === null ? undefined : scene.lines.get(line);
  const from = chosen && scene.nodes.get(chosen.from);
  const to = chosen && scene.nodes.get(chosen.to);
  if (from === undefined || to === undefined) return;
  const a = sigma.graphToViewport(from);
  const b = sigma.graphToViewport(to);
  context.save();
  context.globalAlpha = 0.35;
  context.strokeStyle = palette.freshHalo;
  context.lineWidth = 14;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
  context.stroke();
  context.restore();
}

function middles(sigma: Sigma, { scene }: CanvasState) {
  return [...scene.lines.values()].flatMap((line) => {
    const from = scene.nodes.get(line.from);
    const to = scene.nodes.get(line.to);
    if (from === undefined || to === undefined) return [];
    const a = sigma.graphToViewport(from);
    const b = sigma.graphToViewport(to);
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    // The same sideways shift as the line itself; the screen's y axis points down.
    const shift = { x: ((b.y - a.y) / length) * line.offset, y: (-(b.x - a.x) / length) * line.offset };
    const nudge = line.offset === 0 ? 0 : line.duty ? 0.12 : -0.12;
    return [
      { line, x: a.x + (b.x - a.x) * (0.5 + nudge) + shift.x, y: a.y + (b.y - a.y) * (0.5 + nudge) + shift.y, length },
    ];
  });
}
