/** Selections are id sets with derived views; they are no board acts. */
export type Selection = ReadonlySet<string>;
export const nothing: Selection = new Set();

export const only = (id: string): Selection => new Set([id]);

export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

export const joined = (selection: Selection, ids: Iterable<string>): Selection => new Set([...selection, ...ids]);
export const within = (selection: Selection, present: { has(id: string): boolean }): Selection =>
  new Set([...selection].filter((id) => present.has(id)));

export function inverted(selection: Selection, all: Iterable<string>): Selection {
  return new Set([...all].filter((id) => !selection.has(id)));
}

/** Who stands next to the selection on the board. */
export function neighbours(
  selection: Selection,
  ties: Iterable<{ readonly from: string; readonly to: string }>,
): Selection {
  const found = new Set(selection);
  for (const { from, to } of ties) {
    if (selection.has(from)) found.add(to);
    if (selection.has(to)) found.add(from);
  }
  return found;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
/** Even–odd rule: which of these points lie inside the drawn line. */
export function insideLasso(points: Iterable<readonly [string, Point]>, line: readonly Point[]): string[] {
  return [...points].filter(([, point]) => isInside(point, line)).map(([id]) => id);
}

function isInside({ x, y }: Point, line: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const a = line[i]!;
    const b = line[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
