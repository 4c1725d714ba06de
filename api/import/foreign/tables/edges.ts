import { digest } from '../../../../model/ids.ts';
import { isRefusedColumn } from '../../../../model/vocabulary/bundle.ts';
import { foldText } from '../../../../model/vocabulary/fold.ts';
import type { FoundFile } from '../../read/bundle.ts';
import { readId } from '../../read/cells.ts';
import { edgeItem } from '../graph/edge.ts';
import { nodeItem } from '../graph/node.ts';
import { FileFault, type Item, type ItemReader, type ReadingHow } from '../items.ts';
import { readLines } from '../lines.ts';
import { createSayer } from '../saying.ts';
import { type CsvRow, isFaulty, readCsvRows } from './csvRows.ts';

interface Columns {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}
const fromNames = new Set(['source', 'from', 'fromid', 'sourceid', '甲方', '起点'].map(foldText));
const toNames = new Set(['target', 'to', 'toid', 'targetid', '乙方', '终点'].map(foldText));
const kindNames: ReadonlySet<string> = new Set(['kind', 'type', '类别']);
const headless: Columns = { from: 0, to: 1, names: ['source', 'target', 'weight'] };
const mostColumns = 1_000;

/** Edge lists: two ids a line and what else its header names; separated by commas, tabs or blanks; `#` and `%` begin a remark.
 * Nothing declares the nodes, so every id is a party of unknown kind. */
export function edgesReader(today: string): ItemReader {
  const sayer = createSayer(today, true);

  return async function* items(file, how) {
    let columns: Columns | undefined;
    const seen = new Set<string>();
    let rowsSeen = false;
    for await (const rows of readRows(file, how)) {
      const found: Item[] = [];
      for (const row of rows) {
        if (isFaulty(row)) {
          found.push({ item: 'fault', line: row.line, inner: false, why: row.code, field: null });
          continue;
        }
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        rowsSeen = true;
        if (columns === undefined) {
          const header = columnsIn(row.cells, row.line);
          columns = header ?? headless;
          if (header !== undefined) continue;
        }
        edge(columns, row.cells, row.line, seen, found);
      }
      if (found.length > 0) yield found;
    }
    if (!rowsSeen) throw new FileFault('empty_file');
  };

  function edge(columns: Columns, cells: readonly string[], line: number, seen: Set<string>, into: Item[]): void {
    const at = (index: number): string => readId((cells[index] ?? '').trim());
    const others = columns.names
      .map((name, index) => [name, (cells[index] ?? '').trim(), index] as const)
      .filter(([, value, index]) => value !== '' && index !== columns.from && index !== columns.to);
    const item = edgeItem(sayer, {
      line,
      key: digest(cells),
      from: at(columns.from),
      to: at(columns.to),
      fields: [columns.names[columns.from] ?? 'source', columns.names[columns.to] ?? 'target'],
      kinds: others.filter(([name]) => kindNames.has(name)).map(([, value]) => value),
      attributes: others.filter(([name]) => !kindNames.has(name)).map(([name, value]) => [name, [value]]),
    });
    if (item.item === 'tie')
      for (const id of [...item.from, ...item.to]) {
        if (seen.has(id)) continue;
        seen.add(id);
        into.push({ ...nodeItem(sayer, { line, id, label: null, types: [], attributes: [] }), inner: true });
      }
    into.push(item);
  }
}

/** The columns, where the first row is a header. */
function columnsIn(cells: readonly string[], line: number): Columns | undefined {
  if (cells.length > mostColumns) throw new FileFault('missing_header', line);
  const names = cells.map((cell) => cell.trim());
  const from = names.findIndex((name) => fromNames.has(foldText(name)));
  const to = names.findIndex((name) => toNames.has(foldText(name)));
  if (from < 0 || to < 0) return undefined;
  const refused = names.find(isRefusedColumn);
  if (refused !== undefined) throw new FileFault('refused_column', line, refused);
  return { from, to, names };
}

/** Commas where the first line that is no remark has one, else tabs or blanks. */
async function* readRows(file: FoundFile, how: ReadingHow): AsyncIterable<readonly CsvRow[]> {
  if (await hasCommas(file, how)) {
    for await (const rows of readCsvRows(file, how))
      yield rows.filter((row) => isFaulty(row) || !isRemark(row.cells[0]));
    return;
  }
  for await (const lines of readLines(file.read(), how))
    yield lines.flatMap(({ text, number, tooLong }): CsvRow[] => {
      if (tooLong) return [{ line: number, code: 'line_too_long' }];
      if (text.trim() === '' || isRemark(text)) return [];
      if (text.includes('\uFFFD')) return [{ line: number, code: 'not_utf8' }];
      if (text.includes('\0')) return [{ line: number, code: 'not_text' }];
      return [{ line: number, cells: text.includes('\t') ? text.split('\t') : text.trim().split(/\s+/) }];
    });
}

async function hasCommas(file: FoundFile, how: ReadingHow): Promise<boolean> {
  for await (const lines of readLines(file.read(), { ...how, onBytes: () => undefined }))
    for (const { text } of lines) if (text.trim() !== '' && !isRemark(text)) return text.includes(',');
  return false;
}

const isRemark = (text: string | undefined): boolean => /^\s*[#%]/.test(text ?? '');
