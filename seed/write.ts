/**
 * Writes a county as a bundle: `outDir/bundle/*.csv` and `outDir/truth.json`.
 *
 * RFC 4180: UTF-8 without BOM, CRLF, a cell quoted where it must be. Rows stream out in pieces, so that memory does not grow
 * with the file. Every file of the bundle is written, empty ones with their header, so that their number tells nothing.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Cell, COLUMNS, type County, type Row, TABLE_NAMES } from './county/tables.ts';

const PIECE_CHARACTERS = 1 << 16;

export async function writeBundle(county: County, outDir: string): Promise<void> {
  const bundle = join(outDir, 'bundle');
  await mkdir(bundle, { recursive: true });
  for (const name of TABLE_NAMES) await writeTable(join(bundle, `${name}.csv`), COLUMNS[name], county.tables[name]);
  await writeFile(join(outDir, 'truth.json'), `${JSON.stringify(county.truth, null, 1)}\n`);
}

/** Returns the number of rows written. */
export async function writeTable(path: string, columns: readonly string[], rows: Iterable<Row>): Promise<number> {
  const stream = createWriteStream(path);
  const ended = finished(stream);
  let piece = `${columns.join(',')}\r\n`;
  let count = 0;
  for (const row of rows) {
    piece += `${columns.map((column) => cellText(row[column])).join(',')}\r\n`;
    count++;
    if (piece.length < PIECE_CHARACTERS) continue;
    // a full disk destroys the stream: then `ended` rejects and 'drain' would never come
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended]);
    piece = '';
  }
  stream.end(piece);
  await ended;
  return count;
}

function cellText(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
