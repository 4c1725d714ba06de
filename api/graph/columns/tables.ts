import type { Judgement } from '../../../model/assertion.ts';
import type { Id } from '../../../model/ids.ts';

/** What a segment holds, as data: the writer, the file and the reader all follow from here.
 * Entities and ties are numbers into the segment's own tables of digests, compartments, approvals, kinds and types numbers
 * into its dictionaries; the reader turns them into numbers that hold for all segments. Days count from 1970. */
export const tables = {
  entities: { digest: 'digest' },
  ties: { digest: 'digest', from: 'u32', to: 'u32', kind: 'u16' },
  entityRows: {
    entity: 'u32',
    assertion: 'digest',
    type: 'u16',
    compartment: 'u16',
    approval: 'u32',
    knownDay: 'i32',
    fromDay: 'i32',
    toDay: 'i32',
    birthDay: 'i32', // last day the birth date may mean; `noBirthDay` where none is given
  },
  tieRows: {
    tie: 'u32',
    assertion: 'digest',
    compartment: 'u16',
    approval: 'u32',
    knownDay: 'i32',
    fromDay: 'i32',
    toDay: 'i32', // of a dated happening: its own last day
    grade: 'u8',
    suspected: 'u8',
  },
  foldRows: {
    from: 'u32',
    to: 'u32',
    kind: 'u16',
    compartment: 'u16',
    approval: 'u32',
    otherCompartment: 'u16', // the same as `compartment` where the pair needs only one
    otherApproval: 'u32',
    knownDay: 'i32',
    firstSeconds: 'f64',
    lastSeconds: 'f64',
    count: 'f64',
    sum: 'f64',
    grade: 'u8',
  },
  retractions: { assertion: 'digest', compartment: 'u16', knownDay: 'i32' },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type ColumnType = 'u8' | 'u16' | 'u32' | 'i32' | 'f64' | 'digest';
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[]; // the keys of the literal above

export interface ArrayTypes {
  u8: Uint8Array<ArrayBuffer>;
  u16: Uint16Array<ArrayBuffer>;
  u32: Uint32Array<ArrayBuffer>;
  i32: Int32Array<ArrayBuffer>;
  f64: Float64Array<ArrayBuffer>;
  /** Four words a row. */
  digest: Uint32Array<ArrayBuffer>;
}
export type ColumnsOf<N extends TableName> = {
  readonly [C in keyof (typeof tables)[N]]: ArrayTypes[(typeof tables)[N][C] & ColumnType];
} & { readonly rows: number };

export const noBirthDay = -2_147_483_648;
/** Number of the empty text in the dictionary of approvals: covered by none. */
export const noApproval = 0;

export interface Dictionaries {
  readonly compartments: readonly string[];
  readonly approvals: readonly string[];
  readonly kinds: readonly string[];
  readonly types: readonly string[];
}
/** What decides about a judgement; who made it and why stays with the facts. */
export type JudgementRow = Omit<Judgement, 'by' | 'reason'>;

export type Segment = { readonly [N in TableName]: ColumnsOf<N> } & {
  readonly batch: Id;
  readonly dictionaries: Dictionaries;
  readonly judgements: readonly JudgementRow[];
};
