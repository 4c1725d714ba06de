import { entityId } from '../../../model/ids.ts';
import type { BundleFileName } from '../../../model/vocabulary/bundle.ts';
import type { RecordTypeName } from '../../../model/vocabulary/types.ts';
import { type ImportContext, keyOf, type MakerOf, type MakerTable, type RowMaker } from './context.ts';
import { createContentKey, createPropertyReader, createValidityReader, entityDraft } from './drafts.ts';
import type { RowReader } from './row.ts';

interface RecordFile {
  readonly type: RecordTypeName;
  readonly from: string;
  readonly to: string | null;
}
/** Files about the work itself: one record a row, its people named by entity id; no ties. */
const recordFiles = {
  informants: { type: 'Informant', from: 'from', to: 'to' },
  duties: { type: 'Duty', from: 'from', to: 'to' },
  disclosures: { type: 'Disclosure', from: 'at', to: null },
  records_obtained: { type: 'RecordsObtained', from: 'from', to: 'to' },
} as const satisfies Partial<Record<BundleFileName, RecordFile>>;

function makerOf(plan: RecordFile, context: ImportContext, reader: RowReader): RowMaker {
  const keyOfRow = createContentKey(reader);
  const propertiesOf = createPropertyReader(context, reader, plan.type);
  const validityOf = createValidityReader(reader, plan.from, plan.to);
  return {
    make(row, provenance) {
      const said = propertiesOf(row, provenance.compartment);
      const validity = validityOf(row);
      if (row.fault !== null) return;
      const key = keyOfRow(row);
      const about = entityId(context.namespace, `record:${reader.file.name}`, key);
      context.intake.add(entityDraft(about, plan.type, keyOf(context.namespace, key), said, provenance, validity));
    },
  };
}

export const recordMakers: MakerTable = Object.fromEntries(
  Object.entries(recordFiles).map(([file, plan]): [string, MakerOf] => [
    file,
    (context, reader) => makerOf(plan, context, reader),
  ]),
);
