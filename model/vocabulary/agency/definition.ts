import type { Words } from '../words.ts';

/** Tables as agencies return them: one format is one kind of record, whatever headers the sender gives its columns. */
export type AgencyFormatName = 'bank-flow' | 'call-record';

export interface AgencyFormat<Role extends string = string> {
  readonly name: AgencyFormatName;
  readonly label: Words;
  /** What a column says → every header met for it, the one of the template first. */
  readonly headers: Readonly<Record<Role, readonly string[]>>;
  /** Columns that are known and not taken in. */
  readonly passedOver: readonly string[];
  /** A line is a header of this format where each of these groups has a column. */
  readonly needed: readonly (readonly Role[])[];
  /** The template's columns in order: what a file without a header is read by, where the format was named. */
  readonly template: readonly string[];
}
