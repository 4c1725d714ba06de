import type { RestrictedFile } from '../../../model/basis/basis.ts';
import { normaliseAccount } from '../../../model/identity/account.ts';
import { normalisePhone } from '../../../model/identity/phone.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import type { ImportContext, MakerTable, RowMaker } from './context.ts';
import {
  createPropertyReader,
  createValidityReader,
  entityAt,
  entityDraft,
  tieDraft,
  type Validity,
} from './drafts.ts';
import { faultOf, type RowReader } from './row.ts';

interface HoldingFile {
  readonly file: RestrictedFile & ('accounts' | 'phones');
  readonly space: 'account' | 'phone';
  readonly type: 'BankAccount' | 'Phone';
  readonly numberProperty: string;
  readonly tie: { readonly kind: 'account' | 'phone'; readonly type: 'Ownership' | 'PhoneUse' };
  readonly holder: string;
  readonly normal: (given: string) => string | undefined;
}
const always: Validity = { from: null, to: null };

/** accounts.csv and phones.csv: an entity known by its number and a tie to its holder, both under the approval. The dates are
 * the holder's: the number exists before and after. */
const holdingFiles: Record<'accounts' | 'phones', HoldingFile> = {
  accounts: {
    file: 'accounts',
    space: 'account',
    type: 'BankAccount',
    numberProperty: 'accountNumber',
    tie: { kind: 'account', type: 'Ownership' },
    holder: 'holder_id',
    normal: normaliseAccount,
  },
  phones: {
    file: 'phones',
    space: 'phone',
    type: 'Phone',
    numberProperty: 'number',
    tie: { kind: 'phone', type: 'PhoneUse' },
    holder: 'person_id',
    normal: normalisePhone,
  },
};

function makerOf(plan: HoldingFile, context: ImportContext, reader: RowReader): RowMaker {
  const [numberCell, holderCell, approvalCell] = ['number', plan.holder, 'approval_id'].map((name) =>
    reader.cell(name),
  );
  const propertiesOf = createPropertyReader(context, reader, plan.type);
  const tiePropertiesOf = createPropertyReader(context, reader, plan.tie.type);
  const validityOf = createValidityReader(reader, 'from', 'to');
  return {
    make(row, provenance) {
      const { compartment } = provenance;
      const holder: Id | null = entityAt(context, reader, row, holderCell, compartment);
      const given = reader.id(row, numberCell);
      const number = plan.normal(given);
      if (given !== '' && number === undefined) faultOf(row, 'not_a_phone', 'number');
      const said = propertiesOf(row, compartment);
      const saidOfTie = tiePropertiesOf(row, compartment);
      const validity = validityOf(row);
      if (row.fault !== null || holder === null || number === undefined) return;
      const ground = context.approvals.ground(reader.id(row, approvalCell), context.approval, compartment);
      if (typeof ground === 'string') return faultOf(row, ground, 'approval_id');
      const fault = ground.basis.ofHolder(plan.file, holder);
      if (fault !== null) return faultOf(row, fault, fault === 'subject' ? plan.holder : 'approval_id');
      const id = entityId(context.namespace, plan.space, number);
      context.intake.add(
        entityDraft(id, plan.type, number, { ...said, [plan.numberProperty]: [number] }, provenance, always, ground.id),
      );
      // edge: OWNER owns ASSET, PERSON uses PHONE
      const ends = { kind: plan.tie.kind, from: holder, to: id, role: '' };
      context.intake.add(tieDraft(ends, plan.tie.type, number, saidOfTie, provenance, validity, ground.id));
    },
  };
}

export const holdingMakers: MakerTable = {
  accounts: (context, reader) => makerOf(holdingFiles.accounts, context, reader),
  phones: (context, reader) => makerOf(holdingFiles.phones, context, reader),
};
