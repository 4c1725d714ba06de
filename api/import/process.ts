import { PowangError } from '../../model/errors.ts';
import { connectChild } from '../process/connectChild.ts';
import { childEntry } from '../process/entry.ts';
import type { ErasedCount, EraseOptions } from './erase.ts';
import type { ImportMethods } from './importMethods.ts';
import type { ImportOptions, ImportProgress } from './options.ts';
import type { Retracted, RetractOptions } from './retract.ts';
import type { ImportReport } from './rows/report.ts';

export interface ImporterOptions {
  readonly dataFolder: string;
  readonly timeZone: string;
  /** Of the JavaScript heap; SQLite's pages and DuckDB come on top, 2 GB in all. */
  readonly memoryMb?: number;
  readonly eventsMemoryMb?: number;
}
export interface Importer {
  run(
    options: ImportOptions,
    call?: { signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void },
  ): Promise<ImportReport>;
  settle(): Promise<{ finished: number; undone: number }>;
  retract(options: RetractOptions): Promise<Retracted>;
  expire(options: EraseOptions): Promise<ErasedCount>;
  eraseDemonstration(options: EraseOptions): Promise<ErasedCount>;
}

/** A stopped import undoes what it wrote; only one that cannot is killed, and then the next child undoes it. */
const patienceMs = 20_000;

/** Imports in a child process of its own, one for each call. */
export function createImporter({
  dataFolder,
  timeZone,
  memoryMb = 900,
  eventsMemoryMb = 512,
}: ImporterOptions): Importer {
  async function inChild<T>(work: (child: ReturnType<typeof open>) => Promise<T>): Promise<T> {
    const child = open();
    try {
      return await work(child);
    } finally {
      await child.close();
    }
  }
  const open = () =>
    connectChild<ImportMethods>(childEntry(import.meta.url, './child.ts'), {
      args: [dataFolder, timeZone, String(eventsMemoryMb)],
      memoryMb,
      patienceMs,
      // Rows live for one piece: a young generation that holds a piece leaves nothing to the old one.
      environment: { NODE_OPTIONS: '--max-semi-space-size=48' },
    });
  const settle = () => inChild((child) => child.call('settle', []));

  /** The child may have been killed, or have died: whatever it left open is settled before anybody else may write. */
  async function settledAfter<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PowangError && (error.code === 'engine_unavailable' || error.code === 'cancelled'))
        await settle();
      throw error;
    }
  }

  return {
    async run(options, { signal, onProgress } = {}) {
      return settledAfter(() =>
        inChild((child) =>
          child.call('run', [options], {
            signal,
            // The child sends what `ImportProgress` says.
            onProgress: (progress) => onProgress?.(progress as ImportProgress),
          }),
        ),
      );
    },
    settle,
    retract: (options) => settledAfter(() => inChild((child) => child.call('retract', [options]))),
    expire: (options) => inChild((child) => child.call('expire', [options])),
    eraseDemonstration: (options) => inChild((child) => child.call('eraseDemonstration', [options])),
  };
}
