import { decodePieces } from './decode.ts';
import type { ReadingHow } from './items.ts';

export interface Line {
  readonly text: string;
  readonly number: number;
  /** Too long to be held: its text is left out. */
  readonly tooLong: boolean;
}

/** The lines of a text file, some thousands at once; LF, CRLF or CR alone. Memory: one piece and one line. */
export async function* readLines(source: AsyncIterable<Uint8Array>, how: ReadingHow): AsyncIterable<readonly Line[]> {
  let rest = '';
  let number = 0;
  let skipping = false;
  let endedByReturn = false;
  for await (const given of decodePieces(source, how, { declared: false, strict: false })) {
    if (given === '') continue;
    // The other half of a CRLF that lies across two pieces.
    const piece: string = endedByReturn && given.startsWith('\n') ? given.slice(1) : given;
    endedByReturn = piece.endsWith('\r');
    const parts = (rest + piece).split(/\r\n|\n|\r/);
    rest = parts.pop()!; // a split gives one part at least
    const lines: Line[] = [];
    for (const text of parts) {
      number += 1;
      lines.push(skipping || text.length > how.maxRecord ? tooLong(number) : { text, number, tooLong: false });
      skipping = false;
    }
    if (rest.length > how.maxRecord) {
      rest = '';
      skipping = true;
    }
    if (lines.length > 0) yield lines;
  }
  if (skipping) yield [tooLong(number + 1)];
  else if (rest !== '') yield [{ text: rest, number: number + 1, tooLong: rest.length > how.maxRecord }];
}

const tooLong = (number: number): Line => ({ text: '', number, tooLong: true });
