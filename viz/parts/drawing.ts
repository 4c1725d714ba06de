/** The strokes of a Tabler outline icon: its `d` lists, without the invisible bounding square. */
export function drawingOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1] ?? '');
}
