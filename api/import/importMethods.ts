import type { ErasedCount, EraseOptions } from './erase.ts';
import type { ImportOptions } from './options.ts';
import type { Retracted, RetractOptions } from './retract.ts';
import type { ImportReport } from './rows/report.ts';

/** What the import child answers. */
export interface ImportMethods {
  run(options: ImportOptions): Promise<ImportReport>;
  /** Finishes or undoes what an earlier child left. */
  settle(): Promise<{ finished: number; undone: number }>;
  retract(options: RetractOptions): Promise<Retracted>;
  expire(options: EraseOptions): Promise<ErasedCount>;
  eraseDemonstration(options: EraseOptions): Promise<ErasedCount>;
}
