import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { InvalidInput } from '../../../model/errors.ts';
import { type BundleFile, bundleFileNamed } from '../../../model/vocabulary/bundle.ts';
import type { ImportContext } from '../rows/context.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import type { Piece, PieceListener, PieceOptions } from './pieces.ts';
import { openArchive } from './zip.ts';

/** One CSV file of a bundle, wherever it lies. */
export interface BundlePart {
  readonly file: BundleFile;
  /** Bytes; for progress. */
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
  /** Where its rows are made from tables of another shape: they come from here, and `read` is not asked. */
  readonly made?: MadeRows;
}
/** Rows of a file of a bundle that no such file holds. */
export interface MadeRows {
  /** They only say again what other rows of the same tables say: rejected ones are told, none are counted. */
  readonly derived: boolean;
  pieces(context: ImportContext, listener: PieceListener, options: PieceOptions): AsyncIterable<Piece>;
}
/** A file wherever it lies. */
export interface FoundFile {
  readonly name: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}
export interface Bundle {
  readonly parts: readonly BundlePart[];
  /** Everything that was found, in order of name. */
  readonly found: readonly FoundFile[];
  /** Files that are no file of a bundle, by name. */
  readonly unknown: readonly string[];
  /** Named twice: the second is not read. */
  readonly repeated: readonly string[];
  close(): void;
}
/** A folder, an archive, or single files of a bundle; an upload lies under another name than it was given. */
export type BundlePath = string | { readonly path: string; readonly name: string };

const pieceBytes = 256 * 1024;
/** Read first what others refer to; an approval names a case, so it waits for the cases. */
const waitsFor: Readonly<Record<string, string>> = { approvals: 'cases' };

/** Every file of these paths, read by nobody yet. */
export async function findFiles(
  paths: readonly BundlePath[],
  limits: ReadLimits,
): Promise<{ readonly files: readonly FoundFile[]; close(): void }> {
  const found: FoundFile[] = [];
  const closers: (() => void)[] = [];
  for (const given of paths) {
    const { path, name } = typeof given === 'string' ? { path: given, name: basename(given) } : given;
    const kind = await kindOf(path, name);
    if (kind === 'folder') found.push(...(await filesOfFolder(path)));
    else if (kind === 'archive') {
      const archive = await openArchive(path, limits);
      closers.push(archive.close);
      found.push(...archive.entries);
    } else found.push(await plainFile(path, name));
  }
  return {
    files: found,
    close: () => {
      for (const close of closers) close();
    },
  };
}

export async function openBundle(
  paths: readonly BundlePath[],
  order: readonly BundleFile[],
  limits: ReadLimits = readLimits,
): Promise<Bundle> {
  const { files: found, close } = await findFiles(paths, limits);
  const parts = new Map<string, BundlePart>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  for (const { name, size, read } of found) {
    const file = bundleFileNamed(name);
    if (file === undefined) unknown.push(name);
    else if (parts.has(file.name)) repeated.push(file.file);
    else parts.set(file.name, { file, size, read });
  }
  return {
    parts: readingOrder(order).flatMap((file) => parts.get(file.name) ?? []),
    found,
    unknown,
    repeated,
    close,
  };
}

export function readingOrder(order: readonly BundleFile[]): readonly BundleFile[] {
  const ordered = order.filter((file) => waitsFor[file.name] === undefined);
  for (const file of order) {
    const after = waitsFor[file.name];
    if (after === undefined) continue;
    ordered.splice(ordered.findIndex((one) => one.name === after) + 1, 0, file);
  }
  return ordered;
}

async function kindOf(path: string, name: string): Promise<'folder' | 'archive' | 'file'> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InvalidInput('path', 'there is no such file or folder', 'unreadable');
  if (found.isDirectory()) return 'folder';
  if (!found.isFile()) throw notReadable();
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) throw notReadable();
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304) return 'archive';
  } finally {
    await handle.close();
  }
  if (extname(name).toLowerCase() === '.zip')
    throw new InvalidInput('path', 'the archive cannot be read', 'unreadable');
  return 'file';
}

async function filesOfFolder(folder: string) {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'rejected.csv')
    .map((entry) => entry.name)
    .sort();
  return Promise.all(names.map((name) => plainFile(join(folder, name), name)));
}

/** A link to nowhere or a pipe that never ends stands in the bundle as a file that cannot be read. */
async function plainFile(path: string, name: string) {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return { name, size: 0, read: unreadable };
  return { name, size: found.size, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
}

// biome-ignore lint/correctness/useYield: it has nothing to give, and says so when it is read
async function* unreadable(): AsyncIterable<Uint8Array> {
  throw notReadable();
}
const notReadable = () => new InvalidInput('path', 'the file cannot be read', 'unreadable');
