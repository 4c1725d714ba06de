import type { EventKind } from '../../../model/standing/kinds.ts';
import { bundleFileNamed } from '../../../model/vocabulary/bundle.ts';
import type { EventRow } from '../../events/events.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import { isHeaderFault, readHeader } from '../read/header.ts';
import type { ImportContext } from '../rows/context.ts';
import { createPairMaker, pairFiles } from '../rows/events.ts';
import type { Provenance } from '../rows/provenance.ts';
import { createRowReader, faultOf, newRow, type Row } from '../rows/row.ts';
import type { Declared, DeclaredIds } from './declared.ts';
import { isParty, ownId } from './declared.ts';
import type { Item, TieItem } from './items.ts';

const columns = {
  calls: ['from_id', 'to_id', 'at', 'seconds'],
  payments: ['payer_id', 'payee_id', 'at', 'amount', 'memo'],
} as const;
export type PairKind = keyof typeof columns;
export const isPairKind = (kind: string): kind is EventKind & PairKind => Object.hasOwn(columns, kind);

/** Payments and calls of another tool's file, as rows of payments.csv or calls.csv: checked against the approval, the privilege
 * of counsel and the data window exactly as those are. A figure that is a sum of rows is no row; money in another currency than
 * yuan is not converted. */
export function createEventRows(
  kind: PairKind,
  context: ImportContext,
  declared: DeclaredIds,
  provenance: Provenance,
  batch: FactsBatch,
  file: string,
) {
  const bundleFile = bundleFileNamed(kind)!; // both are files of a bundle
  const header = readHeader(bundleFile, columns[kind]);
  if (isHeaderFault(header)) throw new RangeError('the columns of an event file have changed');
  const reader = createRowReader(bundleFile, header, () => undefined);
  const maker = createPairMaker(pairFiles[kind], context, reader, batch);
  const counts = context.report.fileReport(file);

  function rowsOf(item: TieItem): Row[] {
    const at = item.said.date?.[0] ?? item.validity.from ?? '';
    const rows: Row[] = [];
    for (const from of item.from)
      for (const to of item.to) {
        const value = kind === 'calls' ? item.said.duration?.[0] : item.said.amount?.[0];
        const memo = kind === 'payments' ? [item.said.purpose?.[0] ?? ''] : [];
        const row = newRow([from, to, at, value ?? '', ...memo], item.line);
        const ends = [declared.find(from), declared.find(to)];
        if (!isYuan(item)) faultOf(row, 'currency', 'currency');
        else if (ends.some((end) => end !== undefined && !mayPay(end)))
          faultOf(row, 'wrong_kind_of_party', item.ends[0]);
        rows.push(row);
      }
    if (rows.length === 0) {
      const row = newRow([], item.line);
      faultOf(row, 'missing', item.from.length === 0 ? item.ends[0] : item.ends[1]);
      rows.push(row);
    }
    return rows;
  }

  return async function make(items: readonly Item[]): Promise<readonly EventRow[]> {
    const wanted = items.flatMap((item) =>
      item.item === 'tie' && item.kind === kind && !isOwnFigure(item) ? [item] : [],
    );
    const rows = wanted.map(rowsOf);
    const events = await maker.make(rows.flat(), () => provenance);
    let place = 0;
    const made: EventRow[] = [];
    for (const [at, item] of wanted.entries()) {
      const faulty = rows[at]!.find((row) => row.fault !== null)?.fault ?? null;
      const own = events.slice(place, place + rows[at]!.length);
      place += rows[at]!.length;
      if (faulty !== null) {
        context.report.reject(file, item.line, faulty.field, faulty.why, !item.inner);
        continue;
      }
      if (!item.inner) counts.accepted += 1;
      for (const event of own) if (event !== null) made.push({ ...event, file });
    }
    return made;
  };
}

/** Ends of our own form are of our own files, which hold sums: told where the other items are taken in. */
const isOwnFigure = ({ from }: TieItem): boolean => from.some((raw) => ownId(raw) !== undefined);
const isYuan = ({ kind, said }: TieItem): boolean =>
  kind === 'calls' ||
  (said.amount === undefined
    ? said.amountUsd === undefined && said.amountEur === undefined
    : (said.currency ?? []).every((currency) => /^(CNY|RMB|人民币|元)$/i.test(currency)));
const mayPay = ({ type }: Declared): boolean => type === null || isParty(type);
