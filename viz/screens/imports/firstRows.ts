/** The first rows of a table as they stand in the file, before anything leaves the machine: quoted cells, any line end,
 * UTF-8 or else GB18030. */
export interface FirstRows {
  readonly encoding: 'UTF-8' | 'GB18030';
  readonly rows: readonly (readonly string[])[];
}
const readBytes = 64_000;

export async function firstRows(file: Blob, most = 20): Promise<FirstRows> {
  const bytes = new Uint8Array(await file.slice(0, readBytes).arrayBuffer());
  const { encoding, text } = decode(bytes, file.size > readBytes);
  return { encoding, rows: parseRows(text, most) };
}

function decode(bytes: Uint8Array, isCut: boolean): { encoding: FirstRows['encoding']; text: string } {
  try {
    // A cut may fall inside a character: then the end is not complained of.
    return { encoding: 'UTF-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut }) };
  } catch {
    return { encoding: 'GB18030', text: new TextDecoder('gb18030').decode(bytes) };
  }
}

export function parseRows(text: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length && rows.length < most; i++) {
    const letter = text[i];
    if (isQuoted && letter === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') endRow();
    else cell += letter;
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) endRow();
  return rows;
}
