import type { RejectReason } from '../../../model/basis/rejects.ts';

/** The far or the near end of a row: its number, and whom the row names as its holder. */
export interface ReportedEnd {
  /** In the one spelling of its kind, or as given where it is none; '' where the row names no number. */
  readonly number: string;
  readonly name: string;
  /** Identity number or company code as given. */
  readonly identity: string;
  readonly bank: string;
}

/** One row of a statement or a bill. */
export interface Entry {
  readonly own: ReportedEnd;
  readonly other: ReportedEnd;
  /** A second number of the own account, where the row has both: the account behind the card. */
  readonly ownSecond: string;
  /** Seen from the own side. */
  readonly side: 'out' | 'in';
  /** The cells of the bundle's file behind the two ends, in the order of its columns. */
  readonly cells: readonly string[];
  /** What two reports of one event agree in beside the ends; null where it cannot be told (its row will be refused). */
  readonly sameness: string | null;
  /** Serial number of the sender; '' where it has none. */
  readonly serial: string;
}
/** `role`: the column at fault. */
export interface EntryFault {
  readonly fault: RejectReason;
  readonly role: string;
}
/** No event of its own. */
export interface EntryLeftOut {
  readonly leftOut: RejectReason;
  readonly role: string;
}
export type ReadEntry = (cells: readonly string[]) => Entry | EntryFault | EntryLeftOut;
