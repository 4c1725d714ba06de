import { cornerMarks } from '../../../model/vocabulary/tieMarks.ts';
import type { SceneNode } from '../scene.ts';
import { entityIcons } from '../style/icons.ts';
import { canvasFont, type Palette } from '../style/palette.ts';

/** An entity as it stands on the screen now. */
export interface ScreenNode {
  readonly node: SceneNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const iconPaths = new Map<string, Path2D>();
function iconPath(name: string): Path2D {
  const held = iconPaths.get(name);
  if (held !== undefined) return held;
  const path = new Path2D();
  for (const line of entityIcons[name] ?? []) path.addPath(new Path2D(line));
  iconPaths.set(name, path);
  return path;
}

export function drawIcon(
  context: CanvasRenderingContext2D,
  { node, x, y, radius }: ScreenNode,
  palette: Palette,
): void {
  if (radius < 7) return;
  const scale = (radius * 1.15) / 24;
  context.save();
  context.translate(x - 12 * scale, y - 12 * scale);
  context.scale(scale, scale);
  context.globalAlpha = node.dim ? 0.4 : 1;
  context.strokeStyle = palette.icon;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(iconPath(node.look.icon));
  context.restore();
}

/** Signs at fixed corners, each with its word in the legend: the recorded-suspect tag, pin, note, ties not shown. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  { node, x, y, radius }: ScreenNode,
  palette: Palette,
): void {
  if (radius < 6) return;
  if (node.suspect) tag(context, cornerMarks.recordedSuspect.sign, x + radius * 0.85, y - radius * 0.95, palette);
  if (node.more > 0) plain(context, `+${node.more}`, x + radius * 0.95, y + radius * 0.95, palette);
  if (node.pinned) pin(context, x - radius * 0.95, y - radius * 0.95, palette);
  if (node.noted) foldedCorner(context, x - radius * 0.95, y + radius * 0.85, palette);
}

function tag(context: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette) {
  context.font = `700 10px ${canvasFont}`;
  context.fillStyle = palette.tag;
  context.fillRect(x - 7, y - 7, 14, 14);
  context.fillStyle = palette.tagText;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

function plain(context: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette) {
  context.font = `600 10px ${canvasFont}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = palette.ground;
  context.strokeText(text, x, y);
  context.fillStyle = palette.faint;
  context.fillText(text, x, y);
}

function pin(context: CanvasRenderingContext2D, x: number, y: number, palette: Palette) {
  context.beginPath();
  context.arc(x, y - 2, 3, 0, Math.PI * 2);
  context.moveTo(x, y + 1);
  context.lineTo(x, y + 6);
  context.lineWidth = 1.6;
  context.strokeStyle = palette.text;
  context.fillStyle = palette.text;
  context.fill();
  context.stroke();
}

function foldedCorner(context: CanvasRenderingContext2D, x: number, y: number, palette: Palette) {
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 5, y - 4);
  context.lineTo(x + 5, y + 2);
  context.lineTo(x + 1, y + 5);
  context.lineTo(x - 4, y + 5);
  context.closePath();
  context.fillStyle = palette.ground;
  context.strokeStyle = palette.text;
  context.lineWidth = 1.3;
  context.fill();
  context.stroke();
}
