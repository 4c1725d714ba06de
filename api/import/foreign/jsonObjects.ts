import { decodePieces } from './decode.ts';
import type { ReadingHow } from './items.ts';
import type { Line } from './lines.ts';

/** The objects of a JSON file one after another, whether they stand in a list, on lines of their own or just side by side. What
 * stands between them is passed over; each is parsed by who asked. Memory: one piece and one object. */
export async function* readJsonObjects(
  source: AsyncIterable<Uint8Array>,
  how: ReadingHow,
): AsyncIterable<readonly Line[]> {
  let held = '';
  let depth = 0;
  let inText = false;
  let escaped = false;
  let line = 1;
  let began = 1;
  for await (const piece of decodePieces(source, how, { declared: false, strict: false })) {
    const found: Line[] = [];
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at];
      if (sign === '\n') line += 1;
      if (inText) {
        if (escaped) escaped = false;
        else if (sign === '\\') escaped = true;
        else if (sign === '"') inText = false;
      } else if (sign === '"') inText = depth > 0;
      else if (sign === '{') {
        if (depth === 0) {
          start = at;
          began = line;
        }
        depth += 1;
      } else if (sign === '}' && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        const text = held + piece.slice(start, at + 1);
        held = '';
        const tooLong = text.length > how.maxRecord;
        found.push({ text: tooLong ? '' : text, number: began, tooLong });
      }
    }
    // Past the longest record its beginning is enough to know that it is too long.
    if (depth > 0 && held.length <= how.maxRecord) held += piece.slice(start);
    if (found.length > 0) yield found;
  }
  if (depth > 0) yield [{ text: held.slice(0, how.maxRecord), number: began, tooLong: false }];
}
