import { FileFault, type ReadingHow } from './items.ts';

/** Bytes → text, in pieces. UTF-16 is known by its byte-order mark; another encoding is taken from an XML declaration where
 * `declared` allows one; else it is UTF-8. A sign that cannot be read is a fault of the file (`strict`), or U+FFFD. */
export async function* decodePieces(
  source: AsyncIterable<Uint8Array>,
  how: Pick<ReadingHow, 'signal' | 'onBytes'>,
  { declared, strict }: { readonly declared: boolean; readonly strict: boolean },
): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of readable(source)) {
    how.signal?.throwIfAborted();
    how.onBytes(bytes.length);
    decoder ??= decoderFor(bytes, declared, strict);
    yield decodeWith(decoder, bytes);
  }
  if (decoder !== undefined) yield decodeWith(decoder);
}

function decodeWith(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw new FileFault('not_utf8');
    throw error;
  }
}

function decoderFor(first: Uint8Array, declared: boolean, strict: boolean): TextDecoder {
  const name = markOf(first) ?? (declared ? declaredIn(first) : undefined) ?? 'utf-8';
  try {
    return new TextDecoder(name, { fatal: strict });
  } catch (error) {
    if (error instanceof RangeError) throw new FileFault('unknown_encoding', 1);
    throw error;
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const name = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(head)?.[1]?.toLowerCase();
  // Read as bytes of one width, so it can be neither.
  return name?.startsWith('utf-16') ? undefined : name;
}

/** A disk or an archive entry that fails is the fault of its file; a stop and a bomb end the import. */
async function* readable(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    if (isReadingFault(error)) throw new FileFault('unreadable');
    throw error;
  }
}

function isReadingFault(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof FileFault) return false;
  if ('faults' in error) return 'code' in error && error.code === 'invalid_input';
  return 'code' in error && typeof error.code === 'string' && /^(E[A-Z]+|Z_[A-Z_]+)$/.test(error.code);
}
