import { general } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import { entityId } from '../../../model/ids.ts';
import { typeOfOrganisation } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import { type ImportContext, keyOf, type MakerTable, type RowMaker } from './context.ts';
import { detached } from './detached.ts';
import {
  createPropertyReader,
  createValidityReader,
  entityAt,
  entityDraft,
  tieDraft,
  type Validity,
} from './drafts.ts';
import { completeOrganisation, completePerson } from './parties.ts';
import type { Provenance } from './provenance.ts';
import type { Known, Space } from './references.ts';
import { faultOf, type Row, type RowReader } from './row.ts';

type Said = Record<string, readonly string[]>;
interface Made {
  readonly id: Id;
  readonly key: string;
  readonly said: Said;
  readonly provenance: Provenance;
  readonly validity: Validity;
}
interface EntityFile {
  readonly space: Space | 'decision';
  /** The type whose properties the columns are. */
  readonly columnsOf: TypeName;
  readonly type: (said: Said) => TypeName;
  /** The column of the day it holds from on. */
  readonly from: string | null;
  /** Ties to it take its day. */
  readonly dates?: true;
  readonly complete?: (row: Row, said: Said, today: string) => Said;
  /** Ties that the same row makes. */
  readonly ties?: (context: ImportContext, reader: RowReader) => (row: Row, made: Made) => (() => void)[];
}

/** Files with one entity a row, known by the column `id`. */
const entityFiles = {
  people: { space: 'party', columnsOf: 'Person', type: () => 'Person', from: null, complete: completePerson },
  organisations: {
    space: 'party',
    columnsOf: 'Organization',
    type: (said) => typeOfOrganisation(said.orgKind?.[0]),
    from: null,
    complete: completeOrganisation,
  },
  cases: { space: 'case', columnsOf: 'CourtCase', type: () => 'CourtCase', from: 'opened', dates: true },
  tenders: {
    space: 'tender',
    columnsOf: 'Tender',
    type: () => 'Tender',
    from: 'at',
    dates: true,
    // edge: PARTY takes part in TENDER
    ties: tiesOf(
      'tender',
      'TenderLink',
      [
        ['organisation_id', 'buyer'],
        ['official_id', 'official'],
      ],
      'to',
    ),
  },
  operations: {
    space: 'operation',
    columnsOf: 'Operation',
    type: () => 'Operation',
    from: 'at',
    // edge: OPERATION is against TARGET
    ties: tiesOf('operation', 'OperationTarget', [['target_id', '']], 'from'),
  },
  decisions: {
    space: 'decision',
    columnsOf: 'Decision',
    type: () => 'Decision',
    from: 'at',
    // edge: DECISION concerns LINKED
    ties: tiesOf(
      'decision',
      'DecisionLink',
      [
        ['case_id', 'case'],
        ['person_id', 'party'],
        ['handler_id', 'handler'],
        ['approver_id', 'approver'],
        ['asked_by_id', 'asked_by'],
      ],
      'from',
    ),
  },
} as const satisfies Record<string, EntityFile>;

function tiesOf(
  kind: 'tender' | 'operation' | 'decision',
  type: TypeName,
  columns: readonly (readonly [column: string, role: string])[],
  entityIs: 'from' | 'to',
): NonNullable<EntityFile['ties']> {
  return (context, reader) => {
    const cells = columns.map(([column, role]) => ({ cell: reader.cell(column), role }));
    return (row, made) =>
      cells.flatMap(({ cell, role }) => {
        const other = entityAt(context, reader, row, cell, made.provenance.compartment);
        if (other === null) return [];
        const ends =
          entityIs === 'from' ? { kind, from: made.id, to: other, role } : { kind, from: other, to: made.id, role };
        const said: Said = role === '' ? {} : { role: [role] };
        return [() => void context.intake.add(tieDraft(ends, type, made.key, said, made.provenance, made.validity))];
      });
  };
}

function makerOf(plan: EntityFile, context: ImportContext, reader: RowReader): RowMaker {
  const { references, namespace } = context;
  const idCell = reader.cell('id');
  const readProperties = createPropertyReader(context, reader, plan.columnsOf);
  const readValidity = createValidityReader(reader, plan.from, null);
  const readTies = plan.ties?.(context, reader);
  const standings = createStandings();
  const decisions = new Map<string, Known>();
  const earlierOf = (raw: string, compartment: string) =>
    plan.space === 'decision' ? decisions.get(raw) : references.onShelf(plan.space, raw, compartment);
  const openlyKnown = (raw: string) =>
    plan.space === 'decision' ? undefined : references.inSpace(plan.space, raw, general);

  return {
    make(row, provenance) {
      const { compartment } = provenance;
      const raw = reader.id(row, idCell);
      const read = readProperties(row, compartment);
      const validity = readValidity(row);
      if (row.fault !== null) return;
      const said = plan.complete?.(row, read, context.today) ?? read;
      const type = plan.type(said);
      const earlier = earlierOf(raw, compartment);
      const open = compartment === general ? earlier : openlyKnown(raw);
      if (isOtherKind(earlier, type) || isOtherKind(open, type)) return faultOf(row, 'two_types', 'id');
      const id = (earlier ?? open)?.id ?? entityId(namespace, plan.space, raw);
      const made: Made = { id, key: keyOf(namespace, raw), said, provenance, validity };
      const ties = readTies?.(row, made) ?? [];
      if (row.fault !== null) return;
      const draft = entityDraft(id, type, made.key, said, provenance, validity);
      const standing = standings.number(provenance, validity);
      const assertion = context.intake.idOf(draft);
      const before = standings.before(earlier, raw, standing);
      if (before !== null && before !== assertion) return faultOf(row, 'differs', 'id');
      context.intake.add(draft, assertion);
      for (const add of ties) add();
      standings.remember(earlier, raw, standing, assertion);
      if (plan.dates === true)
        references.matters.note(compartment, plan.space, raw, {
          day: validity.from,
          caseKind: said.caseKind?.[0] ?? null,
        });
      if (plan.space === 'party')
        context.reported.declare(compartment, said.idNumber?.[0] ?? said.uscCode?.[0], id, type);
      if (earlier?.assertion != null) return;
      const known: Known = { id, type, assertion, standing };
      if (plan.space === 'decision') decisions.set(detached(raw), known);
      else references.declare(compartment, plan.space, raw, known);
    },
  };
}

const isOtherKind = (known: Known | undefined, type: TypeName): boolean =>
  known?.type != null && (known.type === 'Person') !== (type === 'Person');

/** Two rows of one id are held against each other only if source, compartment, grade and validity are alike: a second source,
 * a sealed row beside a general one, or a second term are statements of their own. */
function createStandings() {
  const numbers = new Map<string, number>();
  const others = new Map<string, Id>();
  return {
    number(provenance: Provenance, validity: Validity): number {
      const key = `${provenance.number}|${validity.from ?? ''}|${validity.to ?? ''}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    },
    before(earlier: Known | undefined, raw: string, standing: number): Id | null {
      if (earlier?.assertion == null) return null;
      return earlier.standing === standing ? earlier.assertion : (others.get(`${standing}|${raw}`) ?? null);
    },
    remember(earlier: Known | undefined, raw: string, standing: number, assertion: Id): void {
      if (earlier?.assertion != null && earlier.standing !== standing)
        others.set(detached(`${standing}|${raw}`), assertion);
    },
  };
}

export const entityMakers: MakerTable = Object.fromEntries(
  Object.entries(entityFiles).map(([file, plan]) => [
    file,
    (context: ImportContext, reader: RowReader) => makerOf(plan, context, reader),
  ]),
);
