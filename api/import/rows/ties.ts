import type { Ends } from '../../../model/assertion.ts';
import { type FileTieKind, isTieKind, typeOfTie } from '../../../model/vocabulary/kinds.ts';
import type { ImportContext, MakerTable, RowMaker } from './context.ts';
import { createCycleFinder } from './cycles.ts';
import { createContentKey, createPropertyReader, createValidityReader, entityAt, tieDraft } from './drafts.ts';
import { faultOf, noteOf, type Row, type RowReader } from './row.ts';

/** ties.csv: kind says which type a tie is. The role is part of which tie it is; an Associate without a role has its kind for one. */
function ties(context: ImportContext, reader: RowReader): RowMaker {
  const [from, to, kindCell, role] = ['from_id', 'to_id', 'kind', 'role'].map((name) => reader.cell(name));
  const keyOfRow = createContentKey(reader);
  const validityOf = createValidityReader(reader, 'from', 'to');
  const propertyReaders = new Map<string, ReturnType<typeof createPropertyReader>>();
  const ownership = createCycleFinder();

  function propertiesFor(kind: FileTieKind) {
    const type = typeOfTie(kind);
    let read = propertyReaders.get(type);
    if (read === undefined) {
      read = createPropertyReader(context, reader, type);
      propertyReaders.set(type, read);
    }
    return { type, read };
  }

  return {
    make(row, provenance) {
      const kind = reader.value(row, kindCell);
      const { compartment } = provenance;
      const [a, b] = [
        entityAt(context, reader, row, from, compartment),
        entityAt(context, reader, row, to, compartment),
      ];
      const validity = validityOf(row);
      if (row.fault !== null || kind === null || !isTieKind(kind) || a === null || b === null) return;
      const { type, read } = propertiesFor(kind as FileTieKind); // the words of the column are the kinds of this file
      const said = read(row, compartment);
      for (const cell of reader.cells) reader.values(row, cell);
      if (row.fault !== null) return;
      if (type === 'Family' || type === 'Associate') said.relationship = [kind];
      if (type === 'Associate' && said.role === undefined) said.role = [kind];
      if (a === b) noteOf(row, 'self_tie', 'to_id');
      const ends: Ends = { kind, from: a, to: b, role: reader.text(row, role) };
      context.intake.add(tieDraft(ends, type, keyOfRow(row), said, provenance, validity));
      if (kind === 'owner') ownership.add(a, b, row.line);
    },
    finish() {
      for (const line of ownership.closingLines())
        context.report.note(reader.file.file, line, 'to_id', 'ownership_cycle');
    },
  };
}

/** posts.csv: one tie `post` from person to organisation; the title is its role. */
function posts(context: ImportContext, reader: RowReader): RowMaker {
  return simpleTie(context, reader, {
    type: 'Employment',
    ends: ['person_id', 'organisation_id'],
    from: 'from',
    to: 'to',
    endsOf: (a, b, row) => ({ kind: 'post', from: a, to: b, role: reader.text(row, reader.cell('title')) }),
  });
}

/** case_parties.csv: one tie `case` from person to case. It has the day of the case's opening, as far as that is known. */
function caseParties(context: ImportContext, reader: RowReader): RowMaker {
  const [caseCell, personCell, roleCell] = ['case_id', 'person_id', 'role'].map((name) => reader.cell(name));
  const rolesSeen = new Map<string, Set<string>>();
  const maker = simpleTie(context, reader, {
    type: 'CourtCaseParty',
    ends: ['person_id', 'case_id'],
    from: null,
    to: null,
    dayOf: (row, compartment) =>
      context.references.matters.of(compartment, 'case', reader.id(row, caseCell))?.day ?? null,
    endsOf: (a, b, row) => ({ kind: 'case', from: a, to: b, role: reader.value(row, roleCell) ?? '' }),
  });
  return {
    make(row, provenance) {
      maker.make(row, provenance);
      if (row.fault !== null) return;
      const role = reader.value(row, roleCell) ?? '';
      const caseId = entityAt(context, reader, row, caseCell, provenance.compartment);
      const person = entityAt(context, reader, row, personCell, provenance.compartment);
      if (caseId === null || person === null) return;
      context.privilege.addParty(provenance.compartment, { caseId, person, role });
      if (role !== 'victim' && role !== 'suspect') return;
      const pair = `${caseId} ${person}`;
      const roles = rolesSeen.get(pair) ?? new Set();
      const both = roles.size === 1 && !roles.has(role);
      rolesSeen.set(pair, roles.add(role));
      if (both) noteOf(row, 'victim_and_suspect', 'role');
    },
  };
}

/** bids.csv: one tie `tender` of type Bid from company to tender, on the tender's day. */
function bids(context: ImportContext, reader: RowReader): RowMaker {
  const tenderCell = reader.cell('tender_id');
  return simpleTie(context, reader, {
    type: 'Bid',
    ends: ['company_id', 'tender_id'],
    from: null,
    to: null,
    dayOf: (row, compartment) =>
      context.references.matters.of(compartment, 'tender', reader.id(row, tenderCell))?.day ?? null,
    endsOf: (a, b) => ({ kind: 'tender', from: a, to: b, role: 'bidder' }),
    extra: { role: ['bidder'] },
  });
}

/** awareness.csv: one tie from person to operation, from the day he knew. */
function awareness(context: ImportContext, reader: RowReader): RowMaker {
  return simpleTie(context, reader, {
    type: 'Awareness',
    ends: ['person_id', 'operation_id'],
    from: 'from',
    to: null,
    endsOf: (a, b) => ({ kind: 'awareness', from: a, to: b, role: '' }),
  });
}

interface SimpleTie {
  readonly type: Parameters<typeof createPropertyReader>[2];
  readonly ends: readonly [from: string, to: string];
  readonly from: string | null;
  readonly to: string | null;
  /** The day of what the tie is to, where the row has none itself. */
  readonly dayOf?: (row: Row, compartment: string) => string | null;
  readonly endsOf: (from: string, to: string, row: Row) => Ends;
  readonly extra?: Record<string, readonly string[]>;
}

function simpleTie(context: ImportContext, reader: RowReader, plan: SimpleTie): RowMaker {
  const [from, to] = plan.ends.map((name) => reader.cell(name));
  const keyOfRow = createContentKey(reader);
  const propertiesOf = createPropertyReader(context, reader, plan.type);
  const validityOf = createValidityReader(reader, plan.from, plan.to);
  return {
    make(row, provenance) {
      const { compartment } = provenance;
      const [a, b] = [
        entityAt(context, reader, row, from, compartment),
        entityAt(context, reader, row, to, compartment),
      ];
      const said = propertiesOf(row, compartment);
      const validity = validityOf(row);
      if (row.fault !== null) return;
      if (a === null || b === null) return faultOf(row, 'missing', (a === null ? from : to)?.column.name ?? null);
      const dated =
        validity.from === null && plan.dayOf !== undefined
          ? { ...validity, from: plan.dayOf(row, compartment) }
          : validity;
      context.intake.add(
        tieDraft(plan.endsOf(a, b, row), plan.type, keyOfRow(row), { ...said, ...plan.extra }, provenance, dated),
      );
    },
  };
}

export const tieMakers: MakerTable = { ties, posts, case_parties: caseParties, bids, awareness };
