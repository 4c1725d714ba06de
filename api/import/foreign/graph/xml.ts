import { SaxesParser } from 'saxes';
import { decodePieces } from '../decode.ts';
import { FileFault, type ReadingHow } from '../items.ts';

export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}
export interface XmlListener {
  open(tag: Tag): void;
  /** The text that stood in it, its children's left out. */
  close(name: string, text: string): void;
}

const deepest = 100;
/** Signs before the root element: a declaration, some comments. */
const longestProlog = 100_000;

/** Reads XML by the piece and calls `afterPiece` when one is done. A DOCTYPE refuses the file, so nothing is ever fetched or
 * expanded; so do nesting past any graph, and a tag or a text past one record. Memory: one piece, one record. */
export async function* readXml<T>(
  source: AsyncIterable<Uint8Array>,
  how: ReadingHow,
  listener: XmlListener,
  afterPiece: () => readonly T[],
): AsyncIterable<readonly T[]> {
  const parser = new SaxesParser({ position: true });
  const texts: string[] = [];
  let begun = false;
  let sinceEvent = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);

  parser.on('doctype', () => {
    throw new FileFault('doctype', parser.line);
  });
  parser.on('error', () => {
    throw new FileFault('not_well_formed', parser.line);
  });
  parser.on('text', (text) => {
    sinceEvent = 0;
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('cdata', (text) => {
    sinceEvent = 0;
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    begun = true;
    texts.push('');
    if (texts.length > deepest) throw new FileFault('too_deep', parser.line);
    const attributes: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    listener.open({ name: local(tag.name), attributes, line: parser.line });
  });
  parser.on('closetag', (tag) => {
    sinceEvent = 0;
    listener.close(local(tag.name), texts.pop() ?? '');
  });

  let prolog = 0;
  for await (const piece of decodePieces(source, how, { declared: true, strict: true })) {
    if (!begun) {
      if (piece.includes('<!DOCTYPE'))
        throw new FileFault('doctype', 1 + countLines(piece, piece.indexOf('<!DOCTYPE')));
      prolog += piece.length;
    }
    sinceEvent += piece.length;
    parser.write(piece);
    if (!begun && prolog > longestProlog) throw new FileFault('not_well_formed', parser.line);
    if (sinceEvent > how.maxRecord + piece.length) throw new FileFault('line_too_long', parser.line);
    const made = afterPiece();
    if (made.length > 0) yield made;
  }
  parser.close();
}

function countLines(text: string, until: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
