import type { RejectReason } from '../../../model/basis/rejects.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { FoundFile } from '../read/bundle.ts';
import type { Validity } from '../rows/drafts.ts';

/** What a file of another tool says, piece by piece, in words of the model; references are ids of that file still. */
export type Item = NodeItem | TieItem | FaultItem;

export interface Note {
  readonly why: RejectReason;
  readonly field: string | null;
}
interface Told {
  readonly line: number;
  /** Inside another item: no row of its own. */
  readonly inner: boolean;
  readonly notes: readonly Note[];
}
export interface NodeItem extends Told {
  readonly item: 'node';
  readonly id: string;
  /** The key our own file gives beside our own id. */
  readonly ownKey: string | null;
  readonly type: TypeName;
  readonly said: Record<string, readonly string[]>;
  readonly validity: Validity;
}
export interface TieItem extends Told {
  readonly item: 'tie';
  /** Row key of its assertion. */
  readonly key: string;
  readonly kind: TieKind;
  readonly type: TypeName;
  /** Two ends are the rule; a payment to several is one tie each. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Fields to name when an end is at fault. */
  readonly ends: readonly [from: string, to: string];
  readonly role: string;
  readonly said: Record<string, readonly string[]>;
  readonly validity: Validity;
  /** Nothing says what kind of tie it is: of the lowest grade, whatever its source. */
  readonly lowest: boolean;
}
export interface FaultItem {
  readonly item: 'fault';
  readonly line: number;
  readonly inner: boolean;
  readonly why: RejectReason;
  readonly field: string | null;
}

/** The whole file is at fault: nothing of it is taken in. */
export class FileFault extends Error {
  readonly why: RejectReason;
  readonly line: number | null;
  readonly field: string | null;
  constructor(why: RejectReason, line: number | null = null, field: string | null = null) {
    super(why);
    this.name = 'FileFault';
    this.why = why;
    this.line = line;
    this.field = field;
  }
}

export interface ReadingHow {
  /** Characters of one record. */
  readonly maxRecord: number;
  readonly signal?: AbortSignal | undefined;
  readonly onBytes: (count: number) => void;
}
/** Reads a file from its beginning; called twice, first to learn the ids, then to take it in. A fault of the file is thrown. */
export type ItemReader = (file: FoundFile, how: ReadingHow) => AsyncIterable<readonly Item[]>;

export const always: Validity = { from: null, to: null };
