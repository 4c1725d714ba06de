import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { createEdgeList, type EdgeListGraph } from '../../../analysis/graph/edgeList.ts';
import { InvalidInput, StoreUnavailable } from '../../../model/errors.ts';

/** Reads `source,target[,weight]` into a graph, streaming. A fault stops it and names its line and column, never the value. */
export async function readEdges(path: string): Promise<EdgeListGraph> {
  const list = createEdgeList();
  let columns = 0; // 0: the header has not come yet
  for await (const { record, info } of rowsOf(path)) {
    if (columns === 0) columns = checkHeader(record);
    else addRow(list, record, columns, info.lines);
  }
  if (columns === 0) throw badLine(1, 'header', 'the header source,target[,weight] is missing');
  return list.finish();
}

interface Row {
  readonly record: readonly string[];
  readonly info: Info;
}

async function* rowsOf(path: string): AsyncGenerator<Row> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  pipeline(createReadStream(path), parser, () => undefined); // a failure of either ends the loop below
  try {
    for await (const row of parser) yield row as Row; // what csv-parse gives with `info`
  } catch (error) {
    if (error instanceof CsvError) throw badLine(Number(error.lines ?? 0), 'row', 'the row cannot be read');
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      throw new StoreUnavailable(`the file cannot be read: ${error.code}`);
    }
    throw error;
  }
}

function checkHeader(record: readonly string[]): number {
  const header = record.join(',').toLowerCase();
  if (header !== 'source,target' && header !== 'source,target,weight') {
    throw badLine(1, 'header', 'the header source,target[,weight] is missing');
  }
  return record.length;
}

function addRow(
  list: ReturnType<typeof createEdgeList>,
  record: readonly string[],
  columns: number,
  line: number,
): void {
  const [source = '', target = '', weight = ''] = record;
  if (record.length !== columns) throw badLine(line, 'row', `${columns} columns are due`);
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
