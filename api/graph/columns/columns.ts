import type { Id } from '../../../model/ids.ts';
import type { DigestTable } from './digestTable.ts';
import type { PairTable } from './pairTable.ts';
import type { ColumnsOf, JudgementRow } from './tables.ts';

/** All segments of some batches, under numbers that hold for all of them. Tables only ever grow, so a picture taken
 * earlier stays right while later segments are read; `entityCount` and the like say how far it reaches. */
export interface Columns {
  readonly batches: readonly Id[];
  readonly segments: readonly LoadedSegment[];
  readonly entities: DigestTable;
  readonly entityCount: number;
  readonly ties: DigestTable;
  readonly tieCount: number;
  /** By tie: its ends as entities, its kind as a place in `tieKindNames`. */
  readonly tieFrom: Int32Array;
  readonly tieTo: Int32Array;
  readonly tieKind: Uint8Array;
  readonly pairs: PairTable;
  readonly pairCount: number;
  readonly compartments: readonly string[];
  readonly approvals: readonly string[];
  readonly judgements: readonly JudgementRow[];
  /** Entities in order of the texts of their ids. */
  readonly entitiesByText: Int32Array;
}

export interface LoadedSegment {
  readonly batch: Id;
  readonly entityRows: ColumnsOf<'entityRows'>;
  readonly tieRows: ColumnsOf<'tieRows'>;
  readonly foldRows: ColumnsOf<'foldRows'>;
  /** Pair (from, to, kind) of each fold row. */
  readonly foldPairs: Int32Array;
  readonly entityRowsRetracted: readonly RetractedRow[];
  readonly tieRowsRetracted: readonly RetractedRow[];
}
/** That a row was taken back, known to those who hold the compartment from that day on. */
export interface RetractedRow {
  readonly row: number;
  readonly compartment: number;
  readonly knownDay: number;
}
