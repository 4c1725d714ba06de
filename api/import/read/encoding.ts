import { StringDecoder } from 'node:string_decoder';

/** Encodings that Chinese agencies write tables in, none of them declared. GB18030 contains GBK and GB2312. */
export type TableEncoding = 'utf-8' | 'gb18030';

/** Bytes in pieces → text; a sign may lie across two pieces. What cannot be decoded comes out as U+FFFD. */
export interface TableDecoder {
  write(bytes: Buffer): string;
  end(): string;
}

/** The encodings that a file may have, by its beginning: UTF-8 where every byte of it fits (Chinese text in GB18030 nearly never
 * does), else GB18030 where every byte fits that. Where neither does (a bank cut its texts by the byte, or two files were joined)
 * it may be either, and what is understood decides. Cost O(sample). */
export function encodingsOf(sample: Uint8Array): readonly TableEncoding[] {
  const fitting = encodings.find((encoding) => fits(sample, encoding));
  return fitting === undefined ? encodings : [fitting];
}
const encodings = ['utf-8', 'gb18030'] as const;

function fits(sample: Uint8Array, encoding: TableEncoding): boolean {
  try {
    // `stream`: the sample may end inside a sign.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

export function tableDecoder(encoding: TableEncoding): TableDecoder {
  if (encoding === 'utf-8') return new StringDecoder('utf8');
  const decoder = new TextDecoder(encoding);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
