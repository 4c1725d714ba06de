import { isEventKind } from '../../model/standing/kinds.ts';
import type { EventRow } from '../events/events.ts';
import type { FactsBatch } from '../facts/facts.ts';
import type { BundlePart } from './read/bundle.ts';
import { type Piece, type PieceListener, readPieces } from './read/pieces.ts';
import type { ImportContext, MakerTable, RowMaker } from './rows/context.ts';
import { createCopresenceMaker, createGroups, type Groups } from './rows/copresence.ts';
import { entityMakers } from './rows/entities.ts';
import { createPairMaker, type EventMaker, pairFiles } from './rows/events.ts';
import { holdingMakers } from './rows/holdings.ts';
import type { Provenance, ProvenanceReader } from './rows/provenance.ts';
import { recordMakers } from './rows/records.ts';
import type { Row, RowReader } from './rows/row.ts';
import { tieMakers } from './rows/ties.ts';

export interface ReadingOptions {
  readonly maxRecord: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of this file read so far. */
  readonly onBytes: (count: number) => void;
}

/** A row of these files may point at a later one of the same file: it is tried again when all are read. */
const selfReferring: ReadonlySet<string> = new Set(['organisations']);
/** Rows that may wait for that; more are told at once. */
const mostWaiting = 200_000;

export const fileMakers: MakerTable = { ...entityMakers, ...tieMakers, ...recordMakers, ...holdingMakers };

/** Reads one file of facts, row after row, and queues what the rows say. */
export async function readFactsFile(
  context: ImportContext,
  part: BundlePart,
  makers: MakerTable,
  options: ReadingOptions,
): Promise<void> {
  const makerOf = makers[part.file.name];
  if (makerOf === undefined) return;
  const told = createRowTelling(context, part);
  let maker: RowMaker | undefined;
  let provenanceOf: ProvenanceReader | undefined;
  const waiting: { readonly row: Row; readonly provenance: Provenance }[] = [];

  function take(row: Row, provenance: Provenance | null, last: boolean): void {
    if (provenance !== null) maker?.make(row, provenance);
    if (
      row.fault?.why === 'unknown_reference' &&
      provenance !== null &&
      !last &&
      waiting.length < mostWaiting &&
      selfReferring.has(part.file.name)
    ) {
      row.fault = null;
      row.notes = [];
      waiting.push({ row, provenance });
      return;
    }
    told.ended(row);
  }

  for await (const { reader, rows } of piecesOf(context, part, told.listener(options), options)) {
    maker ??= makerOf(context, reader);
    provenanceOf ??=
      part.file.makes === 'source'
        ? () => context.provenances.standard()
        : context.provenances.reader(part.file.name, reader);
    await context.sources.prepare(rows, reader);
    const provenances = rows.map(provenanceOf);
    await context.references.prepare(rows, reader, provenances);
    for (const [place, row] of rows.entries()) take(row, provenances[place] ?? null, false);
    if (context.intake.isFull()) await context.intake.flush();
  }
  for (const { row, provenance } of waiting) take(row, provenance, true);
  maker?.finish?.();
}

/** Reads one file of events as rows for the event engine. */
export async function* readEventFile(
  context: ImportContext,
  part: BundlePart,
  batch: FactsBatch,
  options: ReadingOptions,
): AsyncIterable<readonly EventRow[]> {
  const groups = part.file.name === 'copresence' ? await gatherGroups(context, part, options) : null;
  const told = createRowTelling(context, part);
  let maker: EventMaker | undefined;
  let provenanceOf: ProvenanceReader | undefined;
  for await (const { reader, rows } of piecesOf(context, part, told.listener(options), options)) {
    maker ??= eventMaker(context, part, reader, batch, groups);
    provenanceOf ??= context.provenances.reader(part.file.name, reader);
    await context.sources.prepare(rows, reader);
    const events: EventRow[] = [];
    for (const [place, event] of (await maker.make(rows, provenanceOf)).entries()) {
      const row = rows[place]!; // one event, or none, for each row
      if (event !== null && row.fault === null) events.push(event);
      told.ended(row);
    }
    if (context.numbers.isFull()) await context.numbers.flush();
    if (events.length > 0) yield events;
  }
}

function eventMaker(
  context: ImportContext,
  part: BundlePart,
  reader: RowReader,
  batch: FactsBatch,
  groups: Groups | null,
): EventMaker {
  const { name } = part.file;
  if (name === 'calls' || name === 'payments') return createPairMaker(pairFiles[name], context, reader, batch);
  return createCopresenceMaker(context, reader, groups ?? createGroups());
}

/** First reading of a file of co-presence: who was at which event. Faults are told by the second. */
async function gatherGroups(context: ImportContext, part: BundlePart, options: ReadingOptions): Promise<Groups> {
  const groups = createGroups();
  let provenanceOf: ProvenanceReader | undefined;
  for await (const { reader, rows } of piecesOf(context, part, silent, options)) {
    await context.sources.prepare(rows, reader);
    provenanceOf ??= context.provenances.reader(part.file.name, reader);
    const provenances = rows.map(provenanceOf);
    await context.references.prepare(rows, reader, provenances);
    groups.gather(context, reader, rows, provenances);
  }
  return groups;
}
export const silent: PieceListener = {
  file: ignore,
  row: ignore,
  note: ignore,
  bytes: ignore,
  leftOut: ignore,
  of: () => silent,
};
function ignore(): void {
  // told by the reading that counts
}

const piecesOf = (
  context: ImportContext,
  part: BundlePart,
  listener: PieceListener,
  options: ReadingOptions,
): AsyncIterable<Piece> =>
  part.made === undefined ? readPieces(part, listener, options) : part.made.pieces(context, listener, options);

/** Counts the rows of a file and hands their faults and notes to the report. */
function createRowTelling({ report }: ImportContext, part: BundlePart) {
  const derived = part.made?.derived === true;
  const listenerFor = (file: string, options: ReadingOptions): PieceListener => ({
    file: (why, field, line) => report.reject(file, line, field, why, false),
    row: (why, line) => {
      report.fileReport(file).rows += 1;
      report.reject(file, line, null, why, true);
    },
    note: (why, field, line) => report.note(file, line, field, why),
    bytes: options.onBytes,
    leftOut: (why, field, line) => report.leftOut(file, line, field, why),
    of: (other) => {
      if (!derived) report.fileReport(other);
      return listenerFor(other, options);
    },
  });
  if (part.made === undefined) report.fileReport(part.file.file);
  return {
    listener: (options: ReadingOptions): PieceListener => listenerFor(part.file.file, options),
    ended(row: Row): void {
      const file = row.place?.file ?? part.file.file;
      const fieldOf = (field: string | null) => (field === null ? null : (row.place?.fields.get(field) ?? field));
      const counts = derived ? null : report.fileReport(file);
      if (counts !== null) counts.rows += 1;
      if (row.fault !== null) {
        report.reject(file, row.line, fieldOf(row.fault.field), row.fault.why, !derived);
        return;
      }
      if (counts !== null) counts.accepted += 1;
      for (const { why, field } of row.notes) report.note(file, row.line, fieldOf(field), why);
    },
  };
}

export const isEventPart = (part: BundlePart): boolean => isEventKind(part.file.name);
