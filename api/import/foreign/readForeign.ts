import { audienceOf } from '../../../model/audience.ts';
import { InvalidInput } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { bundleFileNamed } from '../../../model/vocabulary/bundle.ts';
import type { EventRow } from '../../events/events.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import type { SegmentWriter } from '../../graph/columns/segmentWriter.ts';
import type { ImportDeps, ImportOptions } from '../options.ts';
import type { FoundFile } from '../read/bundle.ts';
import { isHeaderFault, readHeader } from '../read/header.ts';
import { readLimits } from '../read/limits.ts';
import type { ImportContext } from '../rows/context.ts';
import type { Provenance } from '../rows/provenance.ts';
import { createRowReader, newRow } from '../rows/row.ts';
import type { Tally } from '../tally.ts';
import { createDeclared, type DeclaredIds } from './declared.ts';
import { createEventRows, isPairKind, type PairKind } from './eventRows.ts';
import { type ForeignFormat, formatDefinitions } from './formats.ts';
import { FileFault, type Item, type ItemReader, type NodeItem, type ReadingHow } from './items.ts';
import { createTaking } from './taking.ts';

export interface ForeignReading {
  readonly format: ForeignFormat;
  readonly files: readonly FoundFile[];
  readonly options: ImportOptions;
  readonly context: ImportContext;
  readonly facts: FactsBatch;
  readonly batch: Id;
  readonly segment: SegmentWriter;
  readonly tally: Tally;
}

/** Reads files of another tool: once to learn which ids they declare and whether each can be read to its end, once to take in
 * what they say, and once more where payments or calls come under an approval. Streaming; memory is the ids. */
export async function readForeign(deps: ImportDeps, reading: ForeignReading): Promise<void> {
  const { context, facts, format, files, options } = reading;
  const definition = formatDefinitions[format];
  const provenance = await standardProvenance(context);
  const readers = audienceOf([provenance.compartment], context.endedApprovals);
  const declared = createDeclared(context.namespace, facts, readers);
  const total = files.reduce((sum, file) => sum + file.size, 0) * 2;
  let done = 0;
  const howTo = (file: FoundFile): ReadingHow => ({
    maxRecord: (options.limits ?? readLimits).record,
    signal: deps.signal,
    onBytes(count) {
      done += count;
      deps.onProgress?.({ phase: file.name, done: Math.min(done, total), total });
    },
  });

  const learning = definition.open(context.today);
  const sound: FoundFile[] = [];
  const events = new Set<PairKind>();
  for (const file of files) if (await learn(context, learning, file, howTo(file), declared, events)) sound.push(file);

  const taking = definition.open(context.today);
  const underApproval = options.approval !== null;
  for (const file of sound) {
    const { fragments } = definition;
    const take = createTaking(context, declared, provenance, { file: file.name, fragments, events: underApproval });
    for await (const items of taking(file, howTo(file))) {
      await declared.prepare(items.flatMap((item) => (item.item === 'tie' ? [item] : [])));
      for (const item of items) take(item);
      if (context.intake.isFull()) await context.intake.flush();
    }
  }
  await context.intake.drain();
  if (underApproval)
    for (const kind of events) await putEvents(deps, reading, kind, sound, { declared, provenance, howTo });
  await context.numbers.drain();
}

/** First reading: ids, and whether the file is whole. What is wrong with single rows the second tells. */
async function learn(
  context: ImportContext,
  read: ItemReader,
  file: FoundFile,
  how: ReadingHow,
  declared: DeclaredIds,
  events: Set<PairKind>,
): Promise<boolean> {
  const nodes: Pick<NodeItem, 'id' | 'type'>[] = [];
  try {
    for await (const items of read(file, how))
      for (const item of items) {
        if (item.item === 'node') nodes.push({ id: item.id, type: item.type });
        else if (item.item === 'tie' && isPairKind(item.kind)) events.add(item.kind);
      }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    context.report.fileReport(file.name);
    context.report.reject(file.name, error.line, error.field, error.why, false);
    return false;
  }
  declared.learn(nodes);
  return true;
}

interface EventReading {
  readonly declared: DeclaredIds;
  readonly provenance: Provenance;
  readonly howTo: (file: FoundFile) => ReadingHow;
}

async function putEvents(
  deps: ImportDeps,
  reading: ForeignReading,
  kind: PairKind,
  files: readonly FoundFile[],
  how: EventReading,
): Promise<void> {
  const { context, batch, facts, segment, tally } = reading;
  await tally.loadPrivilege(deps);
  async function* rows(): AsyncIterable<readonly EventRow[]> {
    const read = formatDefinitions[reading.format].open(context.today);
    for (const file of files) {
      const make = createEventRows(kind, context, how.declared, how.provenance, facts, file.name);
      for await (const items of read(file, how.howTo(file))) {
        const made = await make(items satisfies readonly Item[]);
        if (context.numbers.isFull()) await context.numbers.flush();
        if (made.length > 0) yield made;
      }
    }
  }
  const put = await deps.events.put(batch, kind, rows(), {
    stored: deps.ledger.batches.withEvents(),
    ...(deps.signal === undefined ? {} : { signal: deps.signal }),
  });
  tally.addEvents(kind, put);
  if (put.rows === 0) return;
  for await (const folds of deps.events.foldBatch(batch, kind)) segment.addFolds(kind, folds);
}

/** Where everything of such a file comes from: it names no sources of its own, so it is that of `--source`, else `import`. */
async function standardProvenance(context: ImportContext): Promise<Provenance> {
  const people = bundleFileNamed('people')!; // a file of the bundle
  const header = readHeader(people, ['id', 'name']);
  if (isHeaderFault(header)) throw new RangeError('the columns of people.csv have changed');
  const reader = createRowReader(people, header, () => undefined);
  await context.sources.prepare([], reader);
  const row = newRow([], 0);
  const provenance = context.provenances.reader('people', reader)(row);
  if (provenance === null) throw new InvalidInput('compartment', 'not a compartment you may write to', 'not_allowed');
  return provenance;
}
