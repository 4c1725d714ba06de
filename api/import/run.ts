import { performance } from 'node:perf_hooks';
import { Cancelled } from '../../model/errors.ts';
import { type Id, randomId } from '../../model/ids.ts';
import { bundleFiles } from '../../model/vocabulary/bundle.ts';
import type { FactsBatch } from '../facts/facts.ts';
import { createSegmentWriter, removeSegment, type SegmentWriter } from '../graph/columns/segmentWriter.ts';
import type { AuditEntry, BatchIntent, BatchOutcome } from '../ledger/ledger.ts';
import { withAgencyTables } from './agency/parts.ts';
import { type ForeignFormat, isForeignFormat, isOfFormat } from './foreign/formats.ts';
import { readForeign } from './foreign/readForeign.ts';
import { intend } from './intend.ts';
import { openImportContext } from './openContext.ts';
import type { ImportDeps, ImportOptions } from './options.ts';
import { createOutcomes } from './outcomes.ts';
import { findFiles, openBundle } from './read/bundle.ts';
import { readLimits } from './read/limits.ts';
import { readBundle } from './readBundle.ts';
import type { ImportContext } from './rows/context.ts';
import { createReportWriter, type ImportReport, type ReportWriter } from './rows/report.ts';
import { settle } from './settle.ts';
import { createTally, type Tally } from './tally.ts';

/** Imports a bundle: *intended* in the ledger; files read one after another, good rows queued into one transaction of the facts,
 * events written aside; the columns segment; the outcome on disk; facts committed; *done*. A stop, a failure, a strict refusal
 * and a dry run end in *undone*, and nothing of it is left. Memory: the ids of the bundle's people, organisations and cases. */
export async function runImport(deps: ImportDeps, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const report = createReportWriter(options.rejectsPath);
  const { format = null } = options;
  if (format !== null && isForeignFormat(format)) return runForeign(deps, options, format, report, started);
  const opened = await openBundle(options.paths, bundleFiles, options.limits);
  try {
    const bundle = await withAgencyTables(opened, format);
    await settle(deps);
    report.begin();
    for (const name of bundle.unknown) {
      // A table nobody asked for is left out, and that is a reject; what lies beside the tables is only told.
      if (/\.(csv|xlsx?)$/i.test(name)) report.reject(name.slice(0, 255), null, null, 'unknown_file', false);
      else report.note(name.slice(0, 255), null, null, 'unknown_file');
    }
    for (const { name, why } of bundle.unreadable) report.reject(name.slice(0, 255), null, null, why, false);
    for (const name of bundle.repeated) report.reject(name, null, null, 'repeated_file', false);
    const watchIdentities = bundle.parts.some((part) => part.made !== undefined);
    return await inBatch(deps, options, { report, started, watchIdentities }, (batch) =>
      readBundle(deps, { ...batch, options, bundle }),
    );
  } finally {
    report.finish();
    opened.close();
  }
}

/** The same for files of another tool. */
async function runForeign(
  deps: ImportDeps,
  options: ImportOptions,
  format: ForeignFormat,
  report: ReportWriter,
  started: number,
): Promise<ImportReport> {
  const found = await findFiles(options.paths, options.limits ?? readLimits);
  try {
    await settle(deps);
    report.begin();
    const files = found.files.filter((file) => isOfFormat(file, format) || found.files.length === 1);
    for (const file of found.files)
      if (!files.includes(file)) report.note(file.name.slice(0, 255), null, null, 'unknown_file');
    return await inBatch(deps, options, { report, started, watchIdentities: false }, (opened) =>
      readForeign(deps, { ...opened, options, format, files }),
    );
  } finally {
    report.finish();
    found.close();
  }
}

interface Beginning {
  readonly report: ReportWriter;
  readonly started: number;
  /** Whether holders of numbers are told apart by their identity numbers (tables of agencies). */
  readonly watchIdentities: boolean;
}
/** What a batch is read into. */
interface Opened {
  readonly context: ImportContext;
  readonly facts: FactsBatch;
  readonly batch: Id;
  readonly segment: SegmentWriter;
  readonly tally: Tally;
}

async function inBatch(
  deps: ImportDeps,
  options: ImportOptions,
  { report, started, watchIdentities }: Beginning,
  read: (opened: Opened) => Promise<void>,
): Promise<ImportReport> {
  const batch = randomId('b');
  const now = deps.clock.now().toISOString();
  const segment = createSegmentWriter(deps.columnsFolder, batch);
  const intent: BatchIntent = {
    batch,
    kind: 'import',
    user: options.user,
    demonstration: options.demonstration,
    pid: process.pid,
    startedAt: now,
  };
  await intend(deps.ledger.batches, intent, deps.signal);
  let facts: FactsBatch | undefined;
  let committed = false;
  try {
    facts = await deps.facts.begin(batch);
    const context = openImportContext({
      ...deps,
      ...options,
      batch,
      factsBatch: facts,
      recordedAt: now,
      segment,
      report,
      watchIdentities,
    });
    const tally = createTally(context);
    await read({ context, facts, batch, segment, tally });
    await tally.finish(deps, facts);
    const refused = options.strict && report.rejected() > 0;
    const made = reportOf(report, tally, { batch, options, refused, started });
    if (options.dryRun || refused) {
      await undo(deps, batch, facts, refused ? 'refused' : 'dry run');
      return made;
    }
    const outcome = outcomeOf(tally, made, deps.clock.now().toISOString());
    await segment.finish();
    const audit = auditOf(made, outcome, options);
    const outcomes = createOutcomes(deps.filesFolder);
    await outcomes.save(batch, { outcome, audit });
    deps.signal?.throwIfAborted();
    await facts.commit();
    committed = true;
    deps.ledger.batches.done(batch, outcome, audit);
    await outcomes.remove(batch);
    return made;
  } catch (error) {
    // Committed facts whose *done* failed stay intended: the next start says it.
    // What cannot be undone now (the disk is gone, say) stays intended too, and is undone then.
    if (!committed)
      await undo(deps, batch, facts, error instanceof Error ? error.name : 'failed').catch(() => undefined);
    throw deps.signal?.aborted === true && !committed ? new Cancelled() : error;
  }
}

/** Leaves nothing of a batch that will not be done. */
async function undo(deps: ImportDeps, batch: Id, facts: FactsBatch | undefined, reason: string): Promise<void> {
  await facts?.rollback();
  await deps.events.erase({ batches: [batch] });
  await removeSegment(deps.columnsFolder, batch);
  await createOutcomes(deps.filesFolder).remove(batch);
  deps.ledger.batches.undone(batch, reason);
}

function outcomeOf(tally: Tally, report: ImportReport, finishedAt: string): BatchOutcome {
  return {
    byCompartment: tally.byCompartment(),
    rejected: report.rejected,
    report,
    eventKinds: tally.eventKinds(),
    finishedAt,
  };
}

function auditOf(report: ImportReport, outcome: BatchOutcome, options: ImportOptions): AuditEntry {
  const { batch, entities, ties, events, rejected } = report;
  return {
    at: outcome.finishedAt,
    user: options.user,
    account: options.account,
    action: 'import',
    purpose: options.purpose,
    subjects: [],
    outcome: 'ok',
    detail: { batch, entities, ties, events, rejected },
  };
}

function reportOf(
  report: ReportWriter,
  tally: Tally,
  { batch, options, refused, started }: { batch: Id; options: ImportOptions; refused: boolean; started: number },
): ImportReport {
  const seconds = Math.round(performance.now() - started) / 1000;
  const counts = refused ? { entities: 0, ties: 0, events: 0 } : tally.counts();
  return {
    batch: options.dryRun || refused ? null : batch,
    dryRun: options.dryRun,
    refused,
    ...counts,
    rejected: report.rejected(),
    seconds,
    rowsPerSecond: Math.round(report.rows() / Math.max(seconds, 0.001)),
    ...report.parts(),
  };
}
