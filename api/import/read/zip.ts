import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import yauzl from 'yauzl';
import { InvalidInput, PowangError } from '../../../model/errors.ts';
import type { ReadLimits } from './limits.ts';

export interface Archive {
  readonly entries: readonly { readonly name: string; readonly size: number; read(): AsyncIterable<Uint8Array> }[];
  close(): void;
}

/** An archive, its entries read one after another. What an entry says of its size is not believed: the bytes that come out
 * are counted, against a bound and against the size of the archive. Names that lead out of it are refused (by the library:
 * absolute, `..`, backslashes); only the last part of a name is used, and nothing is ever written under it. */
export async function openArchive(path: string, limits: ReadLimits): Promise<Archive> {
  const { size: archiveSize } = await stat(path);
  const zip = await openZip(path);
  let inflated = 0;

  async function* read(entry: yauzl.Entry): AsyncIterable<Uint8Array> {
    if ((entry.generalPurposeBitFlag & 1) === 1) throw unreadable('an entry of the archive is encrypted');
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) =>
        error ? reject(unreadable('an entry of the archive cannot be read')) : resolve(opened),
      ),
    );
    for await (const piece of stream) {
      const bytes = Buffer.from(piece); // yauzl's streams give buffers
      inflated += bytes.length;
      if (inflated > limits.inflated || (inflated > limits.ratioFrom && inflated > archiveSize * limits.ratio))
        throw new PowangError('too_large', 'the archive unpacks to more than is taken in', [
          { path: 'path', code: 'archive_bomb', message: 'the archive unpacks to more than is taken in' },
        ]);
      yield bytes;
    }
  }

  const entries = await listEntries(zip, limits.entries);
  return {
    entries: entries.map((entry) => ({
      name: basename(entry.fileName),
      size: entry.uncompressedSize,
      read: () => read(entry),
    })),
    close: () => zip.close(),
  };
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    // With validateEntrySizes a wrong size would be an error of the stream: the bytes are counted here instead.
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false }, (error, zip) =>
      error ? reject(unreadable('the archive cannot be read')) : resolve(zip),
    ),
  );
}

function listEntries(zip: yauzl.ZipFile, most: number): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    let seen = 0;
    zip.on('entry', (entry: yauzl.Entry) => {
      seen += 1;
      if (seen > most) return reject(unreadable('the archive has too many entries'));
      const name = basename(entry.fileName);
      const isFile = !entry.fileName.endsWith('/') && !entry.fileName.startsWith('__MACOSX/') && !name.startsWith('.');
      if (isFile && name !== 'rejected.csv') entries.push(entry);
      zip.readEntry();
    });
    zip.on('error', () => reject(unreadable('the archive is damaged, or one of its names leads out of it')));
    zip.on('end', () => resolve(entries));
    zip.readEntry();
  });
}

const unreadable = (message: string) => new InvalidInput('path', message, 'unreadable');
