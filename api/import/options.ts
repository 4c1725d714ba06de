import { agencyFormatNames } from '../../model/vocabulary/agency.ts';
import type { Clock } from '../clock.ts';
import type { EventEngine } from '../events/events.ts';
import type { Facts } from '../facts/facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { foreignFormats } from './foreign/formats.ts';
import type { BundlePath } from './read/bundle.ts';
import type { ReadLimits } from './read/limits.ts';

export const importFormats = ['bundle', ...agencyFormatNames, ...foreignFormats] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What an import works on: the opened stores of one data folder. */
export interface ImportDeps {
  readonly facts: Facts;
  readonly events: EventEngine;
  readonly ledger: Ledger;
  /** Segments of the graph's columns. */
  readonly columnsFolder: string;
  /** Reports of imports, and outcomes of writes that are not done yet. */
  readonly filesFolder: string;
  readonly clock: Clock;
  /** Every compartment of the store, for whoever may see all of it (the shell). Internal, never for an answer. */
  readonly everyCompartment: () => readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}
export interface ImportProgress {
  readonly phase: string;
  /** Bytes read, of all files. */
  readonly done: number;
  readonly total: number | null;
}
export interface ImportOptions {
  readonly paths: readonly BundlePath[];
  /** What the files are; without one a bundle, and tables of agencies where a file is none of a bundle. */
  readonly format?: ImportFormat | null;
  readonly namespace: string;
  /** The source of rows that name none. */
  readonly source: string | null;
  /** Where rows go whose cell and source name no compartment. */
  readonly compartment: string | null;
  /** The approval of rows that name none. */
  readonly approval: string | null;
  /** Any reject refuses the whole bundle. */
  readonly strict: boolean;
  /** Everything but the commit. */
  readonly dryRun: boolean;
  readonly rejectsPath: string | null;
  readonly user: string;
  readonly account: string | null;
  readonly purpose: string | null;
  readonly demonstration: boolean;
  /** Compartments the importer holds; null on the shell: any. */
  readonly allowedCompartments: readonly string[] | null;
  /** Levels of approval in use here; all of the vocabulary by default. */
  readonly approvalLevels?: readonly string[];
  readonly limits?: ReadLimits;
}
