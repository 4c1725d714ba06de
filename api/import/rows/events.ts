import type { RejectReason } from '../../../model/basis/rejects.ts';
import type { Id } from '../../../model/ids.ts';
import { type EventRow, largestAmount } from '../../events/events.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import type { ImportContext } from './context.ts';
import { entityDraft } from './drafts.ts';
import { createEnds, type End } from './ends.ts';
import { createTimeReader, fen, plainDigits, wholeNumber } from './eventValues.ts';
import type { Provenance } from './provenance.ts';
import { remembered } from './remembered.ts';
import { type Cell, faultOf, newRow, type Row, type RowReader } from './row.ts';

/** How the rows of a piece become event rows: one for each row, null for a row that gives none (its fault says why). */
export interface EventMaker {
  make(rows: readonly Row[], provenanceOf: (row: Row) => Provenance | null): Promise<readonly (EventRow | null)[]>;
}

interface PairFile {
  readonly file: 'calls' | 'payments';
  readonly space: 'phone' | 'account';
  readonly ends: readonly [from: string, to: string];
  readonly amount: string;
  /** Cell of the amount → whole number: seconds, or fen. */
  readonly amountOf: (text: string) => number | undefined;
  readonly detail: string;
  readonly note: string | null;
  readonly type: 'Phone' | 'BankAccount';
  readonly numberProperty: string;
}
export const pairFiles: Readonly<Record<'calls' | 'payments', PairFile>> = {
  calls: {
    file: 'calls',
    space: 'phone',
    ends: ['from_id', 'to_id'],
    amount: 'seconds',
    amountOf: wholeNumber,
    detail: 'kind',
    note: null,
    type: 'Phone',
    numberProperty: 'number',
  },
  payments: {
    file: 'payments',
    space: 'account',
    ends: ['payer_id', 'payee_id'],
    amount: 'amount',
    amountOf: fen,
    detail: 'channel',
    note: 'memo',
    type: 'BankAccount',
    numberProperty: 'accountNumber',
  },
};
const always = { from: null, to: null };

/** calls.csv and payments.csv. Made for millions of rows: cells are found once, and what a cell means is remembered by its text. */
export function createPairMaker(
  plan: PairFile,
  context: ImportContext,
  reader: RowReader,
  batch: FactsBatch,
): EventMaker {
  const cells = new Map(
    [...plan.ends, 'at', plan.detail, 'count', 'approval_id'].map((name) => [name, reader.cell(name)]),
  );
  const [fromIndex, toIndex, atIndex, detailIndex, countIndex, approvalIndex] = [...cells.values()].map(
    (cell) => cell?.index ?? -1,
  ) as [number, number, number, number, number, number]; // one for each name
  const [atCell, detailCell, countCell, approvalCell] = ['at', plan.detail, 'count', 'approval_id'].map((name) =>
    cells.get(name),
  );
  const indexes = [fromIndex, toIndex] as const;
  const amountCell = reader.cell(plan.amount);
  const noteCell = plan.note === null ? undefined : reader.cell(plan.note);
  const file = reader.file.file;
  const ends = createEnds(context, batch, plan.space);
  const readTime = createTimeReader(context, reader);
  const sayNumber = createNumberSayer(plan, context);
  // These read a cell's text alone, so that it is read once; what is wrong with it is found again by the row's own reading.
  const groundsOf = remembered((compartment) =>
    remembered((cell) =>
      context.approvals.ground(reader.id(newRow([cell], 0), at0(approvalCell)), context.approval, compartment),
    ),
  );
  const detailOf = remembered((cell) => reader.value(newRow([cell], 0), at0(detailCell)));

  function detailIn(row: Row): string {
    const cell = row.cells[detailIndex];
    return cell === undefined || cell === '' ? '' : (detailOf(cell) ?? reader.value(row, detailCell) ?? '');
  }
  function countIn(row: Row): number {
    const cell = row.cells[countIndex];
    if (cell === undefined || cell === '') return 1;
    const count = plainDigits(cell);
    return count > 0 ? count : Number(reader.value(row, countCell) ?? 1);
  }
  function amountIn(row: Row): number {
    const given = reader.text(row, amountCell);
    if (given === '') {
      if (amountCell?.column.required === true) faultOf(row, 'missing', plan.amount);
      return 0;
    }
    const amount = plan.amountOf(given);
    if (amount === undefined) faultOf(row, 'bad_value', plan.amount);
    else if (amount < 0 || amount > largestAmount) faultOf(row, 'out_of_range', plan.amount);
    return amount ?? 0;
  }

  /** The ends of each row; what no earlier piece named is asked for all at once. */
  async function endsOf(rows: readonly Row[], provenances: readonly (Provenance | null)[]): Promise<[End[], End[]]> {
    const found: [(End | undefined)[], (End | undefined)[]] = [[], []];
    const unknown = new Map<string, Set<string>>();
    let compartment = '';
    let kept: ReadonlyMap<string, End> = new Map();
    let asked = new Set<string>();
    for (let place = 0; place < rows.length; place++) {
      const provenance = provenances[place];
      if (provenance == null) continue;
      if (provenance.compartment !== compartment) {
        compartment = provenance.compartment;
        kept = unknown.has(compartment) ? ends.kept(compartment) : ends.makeRoom(compartment);
        asked = unknown.get(compartment) ?? new Set();
        unknown.set(compartment, asked);
      }
      const { cells: given } = rows[place]!;
      for (const side of sides) {
        const cell = given[indexes[side]] ?? '';
        const end = kept.get(cell);
        if (end === undefined) asked.add(cell);
        else found[side][place] = end;
      }
    }
    for (const [of, these] of unknown) await ends.prepare(of, these);
    return sides.map((side) =>
      rows.map((row, place) => {
        const provenance = provenances[place];
        if (provenance == null) return noEnd;
        return found[side][place] ?? ends.kept(provenance.compartment).get(row.cells[indexes[side]] ?? '') ?? noEnd;
      }),
    ) as [End[], End[]]; // one list for each side
  }

  function makeOne(row: Row, provenance: Provenance, a: End, b: End): EventRow | null {
    checkEnd(row, a, plan.ends[0]);
    checkEnd(row, b, plan.ends[1]);
    const atSeconds = readTime(row, atCell, atIndex, 'first');
    const amount = amountIn(row);
    const detail = detailIn(row);
    const count = countIn(row);
    if (row.fault !== null || atSeconds === null) return null;
    const day = Math.floor(atSeconds / 86_400);
    const from = ends.entityOn(a, day);
    const to = ends.entityOn(b, day);
    const ground = groundsOf(provenance.compartment)(row.cells[approvalIndex] ?? '');
    if (typeof ground === 'string') return none(row, ground, 'approval_id');
    const fault = ground.basis.ofPair(plan.file, from, to, day);
    if (fault !== null)
      return none(row, fault, fault === 'window' ? 'at' : fault === 'subject' ? plan.ends[0] : 'approval_id');
    if (context.privilege.of(provenance.compartment).between(from, to)) return none(row, 'counsel', plan.ends[1]);
    if (from === a.own) sayNumber(a, provenance, ground.id);
    if (to === b.own) sayNumber(b, provenance, ground.id);
    return {
      from,
      to,
      fromGiven: a.given,
      toGiven: b.given,
      group: null,
      atSeconds,
      untilSeconds: null,
      amount,
      count,
      detail,
      note: noteCell === undefined ? '' : reader.text(row, noteCell),
      onDuty: null,
      source: provenance.source,
      origin: provenance.origin,
      grade: provenance.gradeRank,
      compartment: provenance.compartment,
      approval: ground.id,
      knownDay: provenance.knownDay,
      file: row.place?.file ?? file,
      line: row.line,
      ...(row.also === '' ? {} : { also: row.also }),
    };
  }

  return {
    async make(rows, provenanceOf) {
      const provenances = rows.map(provenanceOf);
      const [from, to] = await endsOf(rows, provenances);
      return rows.map((row, place) => {
        const provenance = provenances[place] ?? null;
        return provenance === null ? null : makeOne(row, provenance, from[place]!, to[place]!);
      });
    },
  };
}

const sides = [0, 1] as const;
const noEnd: End = { given: '', unknown: true, party: null, number: null, own: null, holders: [] };

function none(row: Row, why: RejectReason, field: string): null {
  faultOf(row, why, field);
  return null;
}

/** The same column, of a row of one cell. */
const at0 = (cell: Cell | undefined): Cell | undefined => (cell === undefined ? undefined : { ...cell, index: 0 });

function checkEnd(row: Row, end: End, field: string): void {
  if (end.given === '') faultOf(row, 'missing', field);
  else if (end.unknown) faultOf(row, 'unknown_reference', field);
}

/** A number that is nobody's is an entity of its own, under the approval its row rests on; said once for each. */
function createNumberSayer(plan: PairFile, context: ImportContext) {
  const numbers = new Map<string, Set<Id>>();
  return (end: End, provenance: Provenance, approval: string): void => {
    const standing = `${provenance.number}|${approval}`;
    let said = numbers.get(standing);
    if (said === undefined) {
      said = new Set();
      numbers.set(standing, said);
    }
    if (end.own === null || end.number === null || said.has(end.own)) return;
    said.add(end.own);
    const candidates = context.reported.candidates(plan.space, provenance.compartment, end.number);
    const properties = { ...candidates, [plan.numberProperty]: [end.number] };
    context.numbers.add(entityDraft(end.own, plan.type, end.number, properties, provenance, always, approval));
  };
}
