import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Id } from '../../../model/ids.ts';
import { type Column, type GrowingTable, viewTable } from './column.ts';
import { wordsInDigest } from './digests.ts';
import {
  type ColumnType,
  type Dictionaries,
  type JudgementRow,
  type Segment,
  type TableName,
  tableNames,
  tables,
} from './tables.ts';

/** The file of one segment, never changed once it has its name:
 *   8 bytes   magic with the version of the form
 *   4 + 4     length of the header, its CRC-32
 *   header    JSON: batch, dictionaries, judgements, place and rows of every column, CRC-32 of the body
 *   body      the columns as they lie in memory (little-endian), each at a multiple of 8
 * It is written aside, flushed and renamed, so a name always stands for a whole file. */
const magic = Buffer.from('PWCOLS01', 'latin1');
const headStart = 16;
const alignment = 8;

const headerSchema = z.object({
  batch: z.string(),
  dictionaries: z.object({
    compartments: z.array(z.string()),
    approvals: z.array(z.string()),
    kinds: z.array(z.string()),
    types: z.array(z.string()),
  }),
  judgements: z.array(
    z.object({
      id: z.string(),
      a: z.string(),
      b: z.string(),
      judgement: z.enum(['positive', 'negative', 'unsure', 'none']),
      knownAt: z.string(),
      compartment: z.string(),
      recordedAt: z.string(),
    }),
  ),
  rows: z.record(z.string(), z.int().nonnegative()),
  places: z.record(z.string(), z.int().nonnegative()),
  bodyBytes: z.int().nonnegative(),
  bodyCrc: z.int().nonnegative(),
});

/** A segment that is not there, not whole, or of another form: it has to be made again. */
export class SegmentUnreadable extends Error {}

export const segmentPath = (folder: string, batch: Id): string => join(folder, `${batch}.columns`);

export interface SegmentContent {
  readonly batch: Id;
  readonly dictionaries: Dictionaries;
  readonly judgements: readonly JudgementRow[];
  readonly tables: { readonly [N in TableName]: GrowingTable<N> };
}

export async function writeSegment(folder: string, content: SegmentContent): Promise<void> {
  const rows: Record<string, number> = {};
  const places: Record<string, number> = {};
  const parts: Uint8Array[] = [];
  let length = 0;
  let crc = 0;
  for (const [table, column, bytes, count] of columnBytes(content)) {
    rows[table] = count;
    places[`${table}.${column}`] = length;
    for (const part of [bytes, padding(bytes.length)]) {
      parts.push(part);
      crc = crc32(part, crc);
      length += part.length;
    }
  }
  const { batch, dictionaries, judgements } = content;
  const header = Buffer.from(
    JSON.stringify({ batch, dictionaries, judgements, rows, places, bodyBytes: length, bodyCrc: crc }),
  );
  const head = Buffer.alloc(headStart);
  magic.copy(head);
  head.writeUInt32LE(header.length, 8);
  head.writeUInt32LE(crc32(header), 12);
  await writeAside(segmentPath(folder, batch), [head, header, padding(headStart + header.length), ...parts]);
}

export async function readSegment(folder: string, batch: Id): Promise<Segment> {
  const buffer = await readWhole(segmentPath(folder, batch));
  const head = Buffer.from(buffer, 0, Math.min(headStart, buffer.byteLength));
  if (head.length < headStart || !head.subarray(0, 8).equals(magic))
    throw new SegmentUnreadable('not a segment of this form');
  const headerEnd = headStart + head.readUInt32LE(8);
  if (headerEnd > buffer.byteLength) throw new SegmentUnreadable('cut short');
  const headerBytes = Buffer.from(buffer, headStart, headerEnd - headStart);
  if (crc32(headerBytes) !== head.readUInt32LE(12)) throw new SegmentUnreadable('header damaged');
  const parsed = headerSchema.safeParse(JSON.parse(headerBytes.toString('utf8')));
  if (!parsed.success) throw new SegmentUnreadable('header of another form');
  const header = parsed.data;
  const body = headerEnd + padding(headerEnd).length;
  if (body + header.bodyBytes !== buffer.byteLength) throw new SegmentUnreadable('cut short');
  if (crc32(Buffer.from(buffer, body)) !== header.bodyCrc) throw new SegmentUnreadable('body damaged');
  const view = <N extends TableName>(name: N) =>
    viewTable(name, header.rows[name]!, buffer, (column) => body + header.places[`${name}.${column}`]!);
  return {
    batch: header.batch,
    dictionaries: header.dictionaries,
    judgements: header.judgements,
    entities: view('entities'),
    ties: view('ties'),
    entityRows: view('entityRows'),
    tieRows: view('tieRows'),
    foldRows: view('foldRows'),
    retractions: view('retractions'),
  };
}

function* columnBytes(content: SegmentContent): Generator<[TableName, string, Uint8Array, number]> {
  for (const table of tableNames) {
    const types: Readonly<Record<string, ColumnType>> = tables[table];
    for (const [name, column] of Object.entries<Column>(content.tables[table])) {
      const values = column.view();
      const rows = types[name] === 'digest' ? values.length / wordsInDigest : values.length;
      yield [table, name, new Uint8Array(values.buffer, values.byteOffset, values.byteLength), rows];
    }
  }
}

const padding = (length: number): Uint8Array => new Uint8Array((alignment - (length % alignment)) % alignment);

async function writeAside(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const aside = `${path}.${process.pid}.aside`;
  try {
    const file = await open(aside, 'w');
    try {
      for (const part of parts) if (part.length > 0) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** So that the new name itself is on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string): Promise<ArrayBuffer> {
  const file = await open(path, 'r').catch(() => {
    throw new SegmentUnreadable('not there');
  });
  try {
    const { size } = await file.stat();
    const buffer = new ArrayBuffer(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(new Uint8Array(buffer, at), 0, size - at, at);
      if (bytesRead === 0) throw new SegmentUnreadable('cut short');
      at += bytesRead;
    }
    return buffer;
  } finally {
    await file.close();
  }
}
