import type { Point } from '../layout/place.ts';
import { canvasFont, type Palette } from '../style/palette.ts';

/** A preview that is not on the board: where its entities would stand and how they would be joined. */
export interface Ghost {
  readonly entities: readonly {
    readonly id: string;
    readonly caption: string;
    readonly at: Point;
    readonly present: boolean;
  }[];
  readonly ties: readonly { readonly from: string; readonly to: string; readonly duty: boolean }[];
}

export function drawGhost(
  context: CanvasRenderingContext2D,
  ghost: Ghost,
  toScreen: (point: Point) => Point,
  palette: Palette,
): void {
  const places = new Map(ghost.entities.map((entity) => [entity.id, toScreen(entity.at)]));
  context.save();
  context.globalAlpha = 0.75;
  context.strokeStyle = palette.freshHalo;
  context.lineWidth = 3;
  for (const { from, to, duty } of ghost.ties) {
    const a = places.get(from);
    const b = places.get(to);
    if (a === undefined || b === undefined) continue;
    context.setLineDash(duty ? [2, 5] : [9, 5]);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.setLineDash([]);
  context.font = `500 12px ${canvasFont}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { id, caption, present } of ghost.entities) {
    const place = places.get(id);
    if (place === undefined) continue;
    context.beginPath();
    context.arc(place.x, place.y, present ? 22 : 14, 0, Math.PI * 2);
    context.stroke();
    if (present) continue;
    context.fillStyle = palette.text;
    context.fillText(caption, place.x, place.y + 18);
  }
  context.restore();
}

export function drawLasso(context: CanvasRenderingContext2D, line: readonly Point[], palette: Palette): void {
  const [first, ...rest] = line;
  if (first === undefined) return;
  context.save();
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of rest) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.12;
  context.fillStyle = palette.freshHalo;
  context.fill();
  context.globalAlpha = 1;
  context.setLineDash([5, 4]);
  context.strokeStyle = palette.text;
  context.lineWidth = 1.2;
  context.stroke();
  context.restore();
}

export function drawHalo(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
