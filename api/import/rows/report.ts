import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { type RejectCode, type RejectReason, rejectReasons } from '../../../model/basis/rejects.ts';
import type { Id } from '../../../model/ids.ts';
import { bundleFiles } from '../../../model/vocabulary/bundle.ts';
import { csvLine } from '../csvOut.ts';
import { readingOrder } from '../read/bundle.ts';

/** A row, column or file that was not taken in as it is; the value itself is never named. */
export interface Reject {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly code: RejectCode;
  /** Name of the reason in the table of `model/basis/rejects.ts`, for words in both languages. */
  readonly why: RejectReason;
  readonly reason: string;
}
export interface FileReport {
  readonly file: string;
  rows: number;
  accepted: number;
  rejected: number;
  /** Rows that are no event of their own (failed, or told by another row): where there are any, rows = accepted + rejected + these. */
  leftOut?: number;
}
/** The JSON of an import (contract). `batch` is null when nothing was kept: a dry run, or a bundle refused whole. */
export interface ImportReport {
  readonly batch: Id | null;
  readonly dryRun: boolean;
  /** `--strict` and a reject: nothing was kept. */
  readonly refused: boolean;
  readonly entities: number;
  readonly ties: number;
  readonly events: number;
  readonly rejected: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly files: readonly FileReport[];
  readonly rejects: readonly Reject[];
  /** What a person should look at although the rows were kept; the first hundred. */
  readonly notes: readonly Reject[];
  readonly noteCounts: Readonly<Record<string, number>>;
}

const mostListed = 100;
const order = readingOrder(bundleFiles).map(({ file }): string => file);
/** Files in the order they are read; others, which are not read at all, before them. */
const placeOf = (file: string): number => order.indexOf(file);

function keep(lists: Map<string, Reject[]>, one: Reject): void {
  const list = lists.get(one.file);
  if (list === undefined) lists.set(one.file, [one]);
  else if (list.length < mostListed) list.push(one);
}
function listed(lists: ReadonlyMap<string, readonly Reject[]>): Reject[] {
  return [...lists]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([, list]) => list)
    .slice(0, mostListed);
}

const bufferChars = 256 * 1024;

/** Counts what becomes of the rows, keeps the first rejects and writes all of them to `rejected.csv`. */
export function createReportWriter(rejectsPath: string | null) {
  const files = new Map<string, FileReport>();
  // Files may be read side by side: the first of each are kept, and told in the order of the files.
  const rejects = new Map<string, Reject[]>();
  const notes = new Map<string, Reject[]>();
  const noteCounts = new Map<string, number>();
  let rejected = 0;
  let pending = '';
  let started = false;

  function fileReport(file: string): FileReport {
    let report = files.get(file);
    if (report === undefined) {
      report = { file, rows: 0, accepted: 0, rejected: 0 };
      files.set(file, report);
    }
    return report;
  }

  function write(final: boolean): void {
    if (rejectsPath === null || pending === '' || (!final && pending.length < bufferChars)) return;
    if (started) appendFileSync(rejectsPath, pending);
    else writeFileSync(rejectsPath, `\uFEFFfile,line,field,code,reason\r\n${pending}`, { mode: 0o600 });
    started = true;
    pending = '';
  }

  const made = (file: string, line: number | null, field: string | null, why: RejectReason): Reject => {
    const { code, en } = rejectReasons[why];
    return { file, line, field, code, why, reason: en };
  };

  return {
    fileReport,
    /** `isRow`: it counts against the rows of its file. */
    reject(file: string, line: number | null, field: string | null, why: RejectReason, isRow: boolean): void {
      const one = made(file, line, field, why);
      rejected += 1;
      if (isRow) fileReport(file).rejected += 1;
      keep(rejects, one);
      if (rejectsPath === null) return;
      pending += csvLine([one.file, one.line === null ? '' : String(one.line), one.field ?? '', one.code, one.reason]);
      write(false);
    },
    /** A row that was counted as accepted turned out not to be. */
    rejectLate(file: string, line: number | null, field: string | null, why: RejectReason): void {
      fileReport(file).accepted -= 1;
      this.reject(file, line, field, why, true);
    },
    note(file: string, line: number | null, field: string | null, why: RejectReason): void {
      const { code } = rejectReasons[why];
      noteCounts.set(code, (noteCounts.get(code) ?? 0) + 1);
      keep(notes, made(file, line, field, why));
    },
    leftOut(file: string, line: number, field: string | null, why: RejectReason): void {
      const counts = fileReport(file);
      counts.rows += 1;
      counts.leftOut = (counts.leftOut ?? 0) + 1;
      this.note(file, line, field, why);
    },
    rejected: () => rejected,
    /** An older report must not stand for this run. */
    begin(): void {
      if (rejectsPath !== null) rmSync(rejectsPath, { force: true });
    },
    finish(): void {
      write(true);
    },
    rows: () => [...files.values()].reduce((sum, file) => sum + file.rows, 0),
    parts: () => ({
      files: [...files.values()].sort((a, b) => placeOf(a.file) - placeOf(b.file)),
      rejects: listed(rejects),
      notes: listed(notes),
      noteCounts: Object.fromEntries([...noteCounts].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
export type ReportWriter = ReturnType<typeof createReportWriter>;
