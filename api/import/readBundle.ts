import { general } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import { isEventKind } from '../../model/standing/kinds.ts';
import type { FactsBatch } from '../facts/facts.ts';
import type { SegmentWriter } from '../graph/columns/segmentWriter.ts';
import type { ImportDeps, ImportOptions } from './options.ts';
import type { Bundle, BundlePart } from './read/bundle.ts';
import { readLimits } from './read/limits.ts';
import { fileMakers, isEventPart, type ReadingOptions, readEventFile, readFactsFile } from './readFile.ts';
import { approvalsMaker } from './rows/approvals.ts';
import type { ImportContext } from './rows/context.ts';
import { sourcesMaker } from './rows/sources.ts';
import type { Tally } from './tally.ts';

export interface Reading {
  readonly options: ImportOptions;
  readonly bundle: Bundle;
  readonly context: ImportContext;
  readonly facts: FactsBatch;
  readonly batch: Id;
  readonly segment: SegmentWriter;
  readonly tally: Tally;
}

/** What events rest on: who there is, who holds which number, what was approved, who is whose counsel. */
const restedOn: ReadonlySet<string> = new Set([
  'sources',
  'people',
  'organisations',
  'cases',
  'approvals',
  'accounts',
  'phones',
  'case_parties',
]);

/** Reads all files of a bundle: first what events rest on; then the events beside the other facts, as these wait for the
 * store to write and those do not. Each side keeps its own order, and nothing of what is made depends on the other. */
export async function readBundle(deps: ImportDeps, reading: Reading): Promise<void> {
  const { bundle, context, options, tally } = reading;
  const makers = {
    ...fileMakers,
    ...sourcesMaker({ compartment: options.compartment ?? general, allowed: context.allowed }),
    ...approvalsMaker,
  };
  const total = bundle.parts.reduce((sum, part) => sum + part.size, 0);
  let done = 0;
  const howTo = (part: BundlePart, signal: AbortSignal | undefined): ReadingOptions => ({
    maxRecord: (options.limits ?? readLimits).record,
    signal,
    onBytes(count) {
      done += count;
      deps.onProgress?.({ phase: part.file.file, done: Math.min(done, total), total });
    },
  });
  const read = async (parts: readonly BundlePart[], signal: AbortSignal | undefined): Promise<void> => {
    for (const part of parts) await readFactsFile(context, part, makers, howTo(part, signal));
  };

  const events = bundle.parts.filter(isEventPart);
  const facts = bundle.parts.filter((part) => !isEventPart(part));
  await read(
    facts.filter((part) => restedOn.has(part.file.name)),
    deps.signal,
  );
  await context.intake.flush();
  if (events.length > 0) await tally.loadPrivilege(deps);
  await together(deps.signal, [
    (signal) =>
      read(
        facts.filter((part) => !restedOn.has(part.file.name)),
        signal,
      ),
    async (signal) => {
      for (const part of events) await putEvents(deps, reading, part, howTo(part, signal));
    },
  ]);
  await context.intake.drain();
  await context.numbers.drain();
}

async function putEvents(deps: ImportDeps, reading: Reading, part: BundlePart, how: ReadingOptions): Promise<void> {
  const kind = part.file.name;
  if (!isEventKind(kind)) return;
  const { context, facts, batch, segment, tally } = reading;
  const put = await deps.events.put(batch, kind, readEventFile(context, part, facts, how), {
    stored: deps.ledger.batches.withEvents(),
    // What an agency tells, another may have told before.
    ...(part.made === undefined ? {} : { reported: deps.ledger.batches.eventsRead(context.today) }),
    ...(how.signal === undefined ? {} : { signal: how.signal }),
  });
  tally.addEvents(kind, put);
  if (put.rows === 0) return;
  for await (const folds of deps.events.foldBatch(batch, kind)) segment.addFolds(kind, folds);
}

/** Runs all; the first that fails stops the others, and is the one told. */
async function together(
  signal: AbortSignal | undefined,
  works: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  let failure: { readonly error: unknown } | undefined;
  await Promise.all(
    works.map((work) =>
      work(either).catch((error: unknown) => {
        failure ??= { error };
        stop.abort();
      }),
    ),
  );
  if (failure !== undefined) throw failure.error;
}
