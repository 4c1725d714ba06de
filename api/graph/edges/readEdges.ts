import { createEdgeList, type EdgeListGraph } from '../../../analysis/graph/edgeList.ts';
import { InvalidInput, StoreUnavailable } from '../../../model/errors.ts';
import { type Row, rowsOf, UnreadableRow } from './rows.ts';

/** Reads `source,target[,weight]` into a graph, streaming. A fault stops it and names its line and column, never the value. */
export async function readEdges(path: string): Promise<EdgeListGraph> {
  const list = createEdgeList();
  let columns = 0; // 0: the header has not come yet
  try {
    for await (const rows of rowsOf(path)) {
      for (const row of rows) {
        if (columns === 0) columns = checkHeader(row);
        else addRow(list, row, columns);
      }
    }
  } catch (error) {
    throw named(error);
  }
  if (columns === 0) throw badLine(1, 'header', noHeader);
  return list.finish();
}

const noHeader = 'the header source,target[,weight] is missing';

function checkHeader({ cells, line }: Row): number {
  const header = cells.join(',').toLowerCase();
  if (header !== 'source,target' && header !== 'source,target,weight') throw badLine(line, 'header', noHeader);
  return cells.length;
}

function addRow(list: ReturnType<typeof createEdgeList>, { cells, line }: Row, columns: number): void {
  const [source = '', target = '', weight = ''] = cells;
  if (cells.length !== columns) throw badLine(line, 'row', `${columns} columns are due`);
  if (source === '') throw badLine(line, 'source', 'source is empty');
  if (target === '') throw badLine(line, 'target', 'target is empty');
  list.add(source, target, weight === '' ? 1 : checkWeight(weight, line));
}

const decimal = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A weight is closeness: its reciprocal has to be a cost. */
function checkWeight(text: string, line: number): number {
  const weight = decimal.test(text) ? Number(text) : Number.NaN;
  if (!(weight > 0) || !Number.isFinite(weight) || !Number.isFinite(1 / weight)) {
    throw badLine(line, 'weight', 'weight is a number above 0');
  }
  return weight;
}

const badLine = (line: number, column: string, message: string) =>
  new InvalidInput(
    `line ${line}, ${column}`,
    `line ${line}: ${message}`,
    column === 'header' ? 'missing_header' : 'bad_value',
  );

function named(error: unknown): unknown {
  if (error instanceof UnreadableRow) return badLine(error.line, 'row', 'the row cannot be read');
  const system = error instanceof Error && 'syscall' in error && 'code' in error;
  return system ? new StoreUnavailable(`the file cannot be read: ${error.code}`) : error;
}
