import { wordsInDigest } from './digests.ts';
import { type ArrayTypes, type ColumnsOf, type ColumnType, type TableName, tables } from './tables.ts';

/** One growing column. */
export interface Column {
  push(value: number): void;
  /** Of digest columns: the four words at a place. */
  pushWords(words: Uint32Array, at: number): void;
  /** A view of what is held, valid until the next push. */
  view(): ArrayTypes[ColumnType];
}

const makers: { readonly [T in ColumnType]: (length: number) => ArrayTypes[T] } = {
  u8: (length) => new Uint8Array(length),
  u16: (length) => new Uint16Array(length),
  u32: (length) => new Uint32Array(length),
  i32: (length) => new Int32Array(length),
  f64: (length) => new Float64Array(length),
  digest: (length) => new Uint32Array(length),
};
/** Largest value a column holds: one more than fits is a mistake worth stopping for, not worth wrapping round. */
const largest: { readonly [T in ColumnType]: number } = {
  u8: 255,
  u16: 65_535,
  u32: 4_294_967_295,
  i32: 2_147_483_647,
  f64: Number.MAX_VALUE,
  digest: 4_294_967_295,
};
const firstRows = 64;

export function createColumn(type: ColumnType): Column {
  let values = makers[type](firstRows * wordsInDigest);
  let length = 0;
  const most = largest[type];

  function widen(): void {
    const wider = makers[type](values.length * 2);
    wider.set(values);
    values = wider;
  }

  return {
    push(value) {
      if (value > most) throw new RangeError(`${value} does not fit a column of ${type}`);
      if (length === values.length) widen();
      values[length++] = value;
    },
    pushWords(words, at) {
      if (length + wordsInDigest > values.length) widen();
      for (let word = 0; word < wordsInDigest; word++) values[length++] = words[at + word]!;
    },
    view: () => values.subarray(0, length) as typeof values, // a part of the same kind of array
  };
}

/** A growing table: its columns by name. */
export type GrowingTable<N extends TableName> = { readonly [C in keyof (typeof tables)[N]]: Column };

export function createTable<N extends TableName>(name: N): GrowingTable<N> {
  const columns = Object.entries<ColumnType>(tables[name]).map(([column, type]) => [column, createColumn(type)]);
  return Object.fromEntries(columns) as GrowingTable<N>; // one column for each name in the schema
}

/** Typed views over a table's bytes; `bytesOf` finds a column's place in the buffer. */
export function viewTable<N extends TableName>(
  name: N,
  rows: number,
  buffer: ArrayBuffer,
  placeOf: (column: string) => number,
): ColumnsOf<N> {
  const columns = Object.entries<ColumnType>(tables[name]).map(([column, type]) => [
    column,
    viewColumn(type, buffer, placeOf(column), type === 'digest' ? rows * wordsInDigest : rows),
  ]);
  return { ...Object.fromEntries(columns), rows } as ColumnsOf<N>; // as the schema says
}

const viewers: { readonly [T in ColumnType]: (buffer: ArrayBuffer, at: number, length: number) => ArrayTypes[T] } = {
  u8: (buffer, at, length) => new Uint8Array(buffer, at, length),
  u16: (buffer, at, length) => new Uint16Array(buffer, at, length),
  u32: (buffer, at, length) => new Uint32Array(buffer, at, length),
  i32: (buffer, at, length) => new Int32Array(buffer, at, length),
  f64: (buffer, at, length) => new Float64Array(buffer, at, length),
  digest: (buffer, at, length) => new Uint32Array(buffer, at, length),
};
function viewColumn(type: ColumnType, buffer: ArrayBuffer, at: number, length: number) {
  return viewers[type](buffer, at, length);
}
