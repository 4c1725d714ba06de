import { general } from '../../../model/audience.ts';
import { approvalId, mayBeApprovalKey } from '../../../model/basis/approvalId.ts';
import { type Basis, createBasis, paperFault } from '../../../model/basis/basis.ts';
import type { RejectReason } from '../../../model/basis/rejects.ts';
import type { Id } from '../../../model/ids.ts';
import type { Approval, Approvals } from '../../ledger/ledger.ts';
import { type ImportContext, keyOf, type MakerTable, type RowMaker } from './context.ts';
import type { Provenance } from './provenance.ts';
import { faultOf, noteOf, type Row, type RowReader } from './row.ts';

/** An approval that rows may rest on. */
export interface Ground {
  readonly id: string;
  readonly basis: Basis;
}

/** Approvals of the store and of this bundle. Those of the bundle are put into the ledger before any row rests on them; until
 * the batch is done nobody else sees them, and if it never is they go with it. A row of compartment C rests on a paper of C,
 * else on one of `general`: its readers see what covers it, and a paper that they may not see neither helps nor hinders it.
 * Whoever may write to C may see the papers of C, so nothing else of the importer is asked. */
export function createApprovalRegister(deps: {
  namespace: string;
  batch: Id;
  today: string;
  levels: ReadonlySet<string>;
  approvals: Approvals;
}) {
  const { namespace, today, levels } = deps;
  const stored = new Map(deps.approvals.all().map((approval) => [approval.id, approval]));
  const numbers = new Map([...stored.values()].map((approval) => [numberKey(approval), approval.id]));
  const accepted: { approval: Approval; line: number }[] = [];
  const grounds = new Map<string, Map<string, Ground | RejectReason>>();

  /** A stored paper was sound when it came in; what time may have changed since is asked again. */
  function groundOf(approval: Approval): Ground | RejectReason {
    const standing = {
      today,
      levels: new Set([approval.level]),
      case: { kind: 'criminal', opened: '1000' },
      numberTaken: false,
    };
    const fault = paperFault(approval, standing);
    return fault === null ? { id: approval.id, basis: createBasis(approval) } : fault.reason;
  }

  /** The paper that a row of this compartment means. One given for the whole import may be given by its stored id. */
  function paperOf(raw: string, compartment: string, mayBeWhole: boolean): Approval | undefined {
    const keys = mayBeWhole ? [keyOf(namespace, raw), raw] : [keyOf(namespace, raw)];
    for (const key of keys)
      for (const id of [approvalId(compartment, key), key]) {
        const paper = stored.get(id);
        if (paper !== undefined && (paper.compartment === general || paper.compartment === compartment)) return paper;
      }
    return undefined;
  }

  function find(raw: string, compartment: string, mayBeWhole: boolean): Ground | RejectReason {
    let found = grounds.get(compartment);
    if (found === undefined) {
      found = new Map();
      grounds.set(compartment, found);
    }
    const known = found.get(raw);
    if (known !== undefined) return known;
    const paper = paperOf(raw, compartment, mayBeWhole);
    const ground = paper === undefined ? 'unknown_approval' : groundOf(paper);
    found.set(raw, ground);
    return ground;
  }

  return {
    /** The stored id of the paper that a row of this compartment names. */
    idOf: (raw: string, compartment: string): string | undefined => paperOf(raw, compartment, false)?.id,
    /** The ground a row rests on: its own cell, else the one given for the whole import. */
    ground: (raw: string, whole: string | null, compartment: string): Ground | RejectReason =>
      raw !== '' ? find(raw, compartment, false) : whole !== null ? find(whole, compartment, true) : 'no_approval',
    newlyStored: [] as Approval[],

    maker(context: ImportContext, reader: RowReader): RowMaker {
      const read = createPaperReader(context, reader, deps.batch);
      const register = this;
      return {
        make(row, provenance) {
          const paper = read(row, provenance);
          if (paper === null) return;
          const present = stored.get(paper.approval.id);
          const other = numbers.get(numberKey(paper.approval));
          const fault = paperFault(paper.approval, {
            today,
            levels,
            case: paper.case,
            numberTaken: other !== undefined && other !== paper.approval.id,
          });
          if (fault !== null) return faultOf(row, fault.reason, fault.field);
          if (present !== undefined && sameness(present) !== sameness(paper.approval))
            return faultOf(row, 'differs', 'id');
          stored.set(paper.approval.id, present ?? paper.approval);
          numbers.set(numberKey(paper.approval), paper.approval.id);
          if (present === undefined) accepted.push({ approval: paper.approval, line: row.line });
        },
        finish() {
          const { stored: kept, conflicts } = deps.approvals.put(accepted.map(({ approval }) => approval));
          register.newlyStored.push(...kept);
          for (const { approval, reason } of conflicts) {
            const line = accepted.find((one) => one.approval.id === approval.id)?.line ?? null;
            stored.delete(approval.id);
            context.report.rejectLate(reader.file.file, line, reason === 'differs' ? 'id' : 'number', reason);
          }
          grounds.clear();
        },
      };
    },
  };
}
export type ApprovalRegister = ReturnType<typeof createApprovalRegister>;

export const approvalsMaker: MakerTable = { approvals: (context, reader) => context.approvals.maker(context, reader) };

const numberKey = (paper: Approval): string => JSON.stringify([paper.compartment, paper.authority, paper.number]);
/** What makes two papers the same: everything on them, nothing of what became of them. */
const sameness = ({ batch: _batch, ended: _ended, erased: _erased, ...paper }: Approval): string =>
  JSON.stringify(paper);

function createPaperReader(context: ImportContext, reader: RowReader, batch: Id) {
  const cell = (name: string) => reader.cell(name);
  const text = (row: Row, name: string): string => reader.value(row, cell(name)) ?? '';
  return (
    row: Row,
    provenance: Provenance,
  ): { approval: Approval; case: { kind: string | null; opened: string | null } | undefined } | null => {
    const { compartment } = provenance;
    const key = keyOf(context.namespace, reader.id(row, cell('id')));
    if (!mayBeApprovalKey(key)) faultOf(row, 'bad_value', 'id');
    const caseRaw = reader.id(row, cell('case_id'));
    const known = context.references.matters.of(compartment, 'case', caseRaw);
    const validTo = text(row, 'valid_to');
    const approval: Approval = {
      id: approvalId(compartment, key),
      number: text(row, 'number'),
      authority: text(row, 'authority'),
      level: text(row, 'level'),
      legalRef: reader.value(row, cell('legal_ref')),
      caseId: context.references.idOf('case', caseRaw),
      caseKey: keyOf(context.namespace, caseRaw),
      kinds: reader.values(row, cell('kinds')) as Approval['kinds'], // the words of the column are these kinds
      subjects: reader.values(row, cell('subjects')).map((raw) => {
        const subject = context.references.find('party', raw, compartment);
        if (subject == null) noteOf(row, 'unknown_subject', 'subjects');
        return subject?.id ?? context.references.idOf('party', raw);
      }),
      dataFrom: text(row, 'data_from'),
      dataTo: text(row, 'data_to'),
      validFrom: text(row, 'valid_from'),
      validTo,
      obtainedOn: reader.value(row, cell('obtained_on')) ?? validTo,
      retainUntil: text(row, 'retain_until'),
      approver: reader.value(row, cell('approver')),
      secondApprover: reader.value(row, cell('second_approver')),
      compartment,
      batch,
      ended: null,
      erased: null,
    };
    if (row.fault !== null) return null;
    return { approval, case: known === undefined ? undefined : { kind: known.caseKind, opened: known.day } };
  };
}
