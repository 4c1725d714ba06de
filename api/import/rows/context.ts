import type { Audience } from '../../../model/audience.ts';
import type { PrivilegeRegister } from '../../../model/basis/privilege.ts';
import type { BundleFileName } from '../../../model/vocabulary/bundle.ts';
import type { ApprovalRegister } from './approvals.ts';
import type { Intake } from './intake.ts';
import type { Provenance, Provenances } from './provenance.ts';
import type { References } from './references.ts';
import type { ReportWriter } from './report.ts';
import type { Reported } from './reported.ts';
import type { Row, RowReader } from './row.ts';
import type { SourceRegister } from './sources.ts';

/** What the makers of rows share during one import. */
export interface ImportContext {
  readonly namespace: string;
  readonly today: string;
  /** What the importer may see. */
  readonly audience: Audience;
  readonly references: References;
  readonly provenances: Provenances;
  readonly approvals: ApprovalRegister;
  readonly privilege: PrivilegeRegister;
  readonly sources: SourceRegister;
  readonly intake: Intake;
  /** Numbers met in events that are nobody's: queued apart, as events are read beside other files. */
  readonly numbers: Intake;
  /** Compartments that may be written to; null: any. */
  readonly allowed: ReadonlySet<string> | null;
  readonly report: ReportWriter;
  /** Whom the records themselves name as holders of numbers. */
  readonly reported: Reported;
  /** The approval for rows that name none (`--approval`). */
  readonly approval: string | null;
  /** Approvals whose rows nobody may read any more: nothing may rest on those rows either. */
  readonly endedApprovals: readonly string[];
}

/** How the rows of one file become facts. `make` reads the row, finds its faults and, where there are none, queues what it says. */
export interface RowMaker {
  make(row: Row, provenance: Provenance): void;
  /** After the last row: what only the whole file shows. */
  finish?(): void;
}
export type MakerOf = (context: ImportContext, reader: RowReader) => RowMaker;
export type MakerTable = Partial<Record<BundleFileName, MakerOf>>;

/** `NS/ID`, without namespace `ID`. */
export const keyOf = (namespace: string, id: string): string => (namespace === '' ? id : `${namespace}/${id}`);
