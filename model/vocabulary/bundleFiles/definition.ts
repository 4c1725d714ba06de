import type { EnumName } from '../enums.ts';
import type { TypeName } from '../types.ts';
import type { Words } from '../words.ts';

/** `date` may be a year, a month or a day; `datetime` may also be any of these.
 * `list` and `idList` are split at `;`; a list may be of enum values. `share` is percent, `money` yuan, `grade` like B2. */
export type ColumnType =
  | 'id'
  | 'text'
  | 'list'
  | 'idList'
  | 'date'
  | 'datetime'
  | 'number'
  | 'integer'
  | 'money'
  | 'boolean'
  | 'enum'
  | 'grade'
  | 'share';

/** What an id points at. `party`: a person or an organisation; `any`: also a phone or an account by its number, or a case. */
export type ColumnReference =
  | 'party'
  | 'person'
  | 'organisation'
  | 'case'
  | 'tender'
  | 'operation'
  | 'company'
  | 'approval'
  | 'source'
  | 'any';

export interface BundleColumn {
  readonly name: string;
  readonly label: Words;
  /** Chinese headers it answers to; the first is the one of the template. */
  readonly zhHeaders: readonly string[];
  readonly type: ColumnType;
  /** Where `type` is `enum`, or `list` when its items are. */
  readonly enum?: EnumName;
  readonly required?: true;
  readonly refersTo?: ColumnReference;
  /** The reference may name what the store does not hold: a judgment of another court, say. */
  readonly mayDangle?: true;
  /** Property of the made type that the cell becomes; absent where it only says which entity, tie or source is meant. */
  readonly property?: string;
}

export type BundleFileName =
  | 'sources'
  | 'approvals'
  | 'people'
  | 'organisations'
  | 'cases'
  | 'tenders'
  | 'operations'
  | 'accounts'
  | 'phones'
  | 'ties'
  | 'posts'
  | 'case_parties'
  | 'decisions'
  | 'bids'
  | 'awareness'
  | 'informants'
  | 'duties'
  | 'disclosures'
  | 'records_obtained'
  | 'calls'
  | 'payments'
  | 'copresence';

export interface BundleFile {
  readonly name: BundleFileName;
  readonly file: `${BundleFileName}.csv`;
  readonly label: Words;
  readonly makes: 'source' | 'approval' | 'entity' | 'tie' | 'event' | 'record';
  /** The types one of its rows can become, entity first. */
  readonly types: readonly TypeName[];
  readonly columns: readonly BundleColumn[];
}
