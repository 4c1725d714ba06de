import type { BundleFile } from '../../../model/vocabulary/bundle.ts';
import { bundleFileNamed } from '../../../model/vocabulary/bundle.ts';
import { type Header, isHeaderFault, readHeader } from '../read/header.ts';
import type { Piece, PieceListener, PieceOptions } from '../read/pieces.ts';
import { createRowReader, faultOf, newRow, type Row, type RowPlace, type RowReader } from '../rows/row.ts';
import { type AgencyPlan, entryReader, fieldsOf } from './plans.ts';
import { type AgencyTable, readLines } from './records.ts';
import type { Survey } from './survey.ts';

/** A reader of rows that have just these columns of a file of the bundle. */
export function readerOf(name: string, columns: readonly string[]): RowReader {
  const file = bundleFileNamed(name);
  const header: Header | undefined = file === undefined ? undefined : headerOf(file, columns);
  if (file === undefined || header === undefined) throw new Error(`No such columns of ${name}`);
  return createRowReader(file, header, () => undefined);
}
function headerOf(file: BundleFile, columns: readonly string[]): Header | undefined {
  const header = readHeader(file, columns);
  return isHeaderFault(header) ? undefined : header;
}

/** Second reading: each row of the tables as the row of calls.csv or payments.csv that it says. What is told by another row, has
 * failed, or is no call is left out and counted; what cannot be understood stays a row with its fault, told like any other. */
export async function* eventRows(
  plan: AgencyPlan,
  tables: readonly AgencyTable[],
  survey: Survey,
  listener: PieceListener,
  options: PieceOptions,
): AsyncIterable<Piece> {
  const reader = readerOf(plan.events.file, plan.events.columns);
  for (const [number, table] of tables.entries()) {
    const { name } = table.file;
    const { layout } = table.probe;
    const told = listener.of(name);
    const readEntry = entryReader(plan, layout);
    const fields = fieldsOf(plan, layout);
    const places: Record<'out' | 'in', RowPlace> = {
      out: { file: name, fields: fields.out },
      in: { file: name, fields: fields.in },
    };
    const leftOut = survey.leftOut[number];
    const also = survey.also[number];
    for await (const lines of readLines(table, told, options)) {
      const rows: Row[] = [];
      for (const one of lines) {
        const { line } = one;
        const entry = readEntry(one);
        if ('leftOut' in entry) told.leftOut(entry.leftOut, headerFor(entry.role), line);
        else if ('fault' in entry) {
          const row = newRow([], line);
          row.place = places.out;
          faultOf(row, entry.fault, headerFor(entry.role));
          rows.push(row);
        } else if (leftOut?.has(line) === true) told.leftOut('reported_twice', null, line);
        else {
          const [own, other] = [survey.canonical(entry.own.number), survey.canonical(entry.other.number)];
          const ends = entry.side === 'out' ? [own, other] : [other, own];
          const row = newRow([...ends, ...entry.cells], line);
          row.place = places[entry.side];
          row.also = also?.get(line) ?? '';
          rows.push(row);
        }
      }
      if (rows.length > 0) yield { reader, rows };
    }

    function headerFor(role: string): string {
      return layout.headers.get(role) ?? role;
    }
  }
}
