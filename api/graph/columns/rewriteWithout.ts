import { readdir } from 'node:fs/promises';
import type { Id } from '../../../model/ids.ts';
import { wordsInDigest } from './digests.ts';
import { createSegmentContent, type GrowingSegment } from './segmentContent.ts';
import { readSegment, SegmentUnreadable, writeSegment } from './segmentFile.ts';
import { removeSegment } from './segmentWriter.ts';
import type { ColumnsOf, Segment } from './tables.ts';

const ending = '.columns';

/** Erasure: removes the segments of these batches, and rewrites those that hold rows of these approvals without them. The digest
 * of an entity or tie that only those rows named goes too. What cannot be read is removed: it is made again from what is left. */
export async function rewriteWithout(
  folder: string,
  what: { approvals?: readonly string[]; batches?: readonly Id[] },
): Promise<void> {
  const approvals = new Set(what.approvals);
  const batches = new Set(what.batches);
  const files = await readdir(folder).catch(() => []);
  for (const batch of files.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))) {
    if (batches.has(batch)) await removeSegment(folder, batch);
    else if (approvals.size > 0) await rewriteOne(folder, batch, approvals);
  }
}

async function rewriteOne(folder: string, batch: Id, approvals: ReadonlySet<string>): Promise<void> {
  try {
    const segment = await readSegment(folder, batch);
    if (!segment.dictionaries.approvals.some((approval) => approvals.has(approval))) return;
    await writeSegment(folder, without(segment, approvals).whole());
  } catch (error) {
    if (!(error instanceof SegmentUnreadable)) throw error;
    await removeSegment(folder, batch);
  }
}

function without(segment: Segment, approvals: ReadonlySet<string>): GrowingSegment {
  const rest = createSegmentContent(segment.batch);
  const gone = Uint8Array.from(segment.dictionaries.approvals, (approval) => (approvals.has(approval) ? 1 : 0));
  const copy = createCopy(segment, rest);
  copyEntityRows(segment.entityRows, gone, copy, rest);
  copyTieRows(segment.tieRows, gone, copy, rest);
  copyFoldRows(segment.foldRows, gone, copy, rest);
  const { retractions } = segment;
  for (let row = 0; row < retractions.rows; row++) {
    rest.retractions.assertion.pushWords(retractions.assertion, row * wordsInDigest);
    rest.retractions.compartment.push(copy.compartment(retractions.compartment[row]!));
    rest.retractions.knownDay.push(retractions.knownDay[row]!);
  }
  rest.judgements.push(...segment.judgements);
  return rest;
}

/** Numbers of the old segment → numbers of the new one, given as they are met. */
function createCopy({ entities, ties, dictionaries }: Segment, rest: GrowingSegment) {
  const entity = (number: number) => rest.entity(entities.digest, number * wordsInDigest);
  return {
    entity,
    tie: (number: number) =>
      rest.tie(ties.digest, number * wordsInDigest, () => ({
        from: entity(ties.from[number]!),
        to: entity(ties.to[number]!),
        kind: dictionaries.kinds[ties.kind[number]!]!,
      })),
    compartment: (number: number) => rest.dictionaries.compartments.number(dictionaries.compartments[number]!),
    approval: (number: number) => rest.dictionaries.approvals.number(dictionaries.approvals[number]!),
    kind: (number: number) => rest.dictionaries.kinds.number(dictionaries.kinds[number]!),
    type: (number: number) => rest.dictionaries.types.number(dictionaries.types[number]!),
  };
}
type Copy = ReturnType<typeof createCopy>;

function copyEntityRows(
  rows: ColumnsOf<'entityRows'>,
  gone: Uint8Array,
  copy: Copy,
  { entityRows }: GrowingSegment,
): void {
  for (let row = 0; row < rows.rows; row++) {
    if (gone[rows.approval[row]!] === 1) continue;
    entityRows.entity.push(copy.entity(rows.entity[row]!));
    entityRows.assertion.pushWords(rows.assertion, row * wordsInDigest);
    entityRows.type.push(copy.type(rows.type[row]!));
    entityRows.compartment.push(copy.compartment(rows.compartment[row]!));
    entityRows.approval.push(copy.approval(rows.approval[row]!));
    entityRows.knownDay.push(rows.knownDay[row]!);
    entityRows.fromDay.push(rows.fromDay[row]!);
    entityRows.toDay.push(rows.toDay[row]!);
    entityRows.birthDay.push(rows.birthDay[row]!);
  }
}

function copyTieRows(rows: ColumnsOf<'tieRows'>, gone: Uint8Array, copy: Copy, { tieRows }: GrowingSegment): void {
  for (let row = 0; row < rows.rows; row++) {
    if (gone[rows.approval[row]!] === 1) continue;
    tieRows.tie.push(copy.tie(rows.tie[row]!));
    tieRows.assertion.pushWords(rows.assertion, row * wordsInDigest);
    tieRows.compartment.push(copy.compartment(rows.compartment[row]!));
    tieRows.approval.push(copy.approval(rows.approval[row]!));
    tieRows.knownDay.push(rows.knownDay[row]!);
    tieRows.fromDay.push(rows.fromDay[row]!);
    tieRows.toDay.push(rows.toDay[row]!);
    tieRows.grade.push(rows.grade[row]!);
    tieRows.suspected.push(rows.suspected[row]!);
  }
}

function copyFoldRows(rows: ColumnsOf<'foldRows'>, gone: Uint8Array, copy: Copy, { foldRows }: GrowingSegment): void {
  for (let row = 0; row < rows.rows; row++) {
    if (gone[rows.approval[row]!] === 1 || gone[rows.otherApproval[row]!] === 1) continue;
    foldRows.from.push(copy.entity(rows.from[row]!));
    foldRows.to.push(copy.entity(rows.to[row]!));
    foldRows.kind.push(copy.kind(rows.kind[row]!));
    foldRows.compartment.push(copy.compartment(rows.compartment[row]!));
    foldRows.approval.push(copy.approval(rows.approval[row]!));
    foldRows.otherCompartment.push(copy.compartment(rows.otherCompartment[row]!));
    foldRows.otherApproval.push(copy.approval(rows.otherApproval[row]!));
    foldRows.knownDay.push(rows.knownDay[row]!);
    foldRows.firstSeconds.push(rows.firstSeconds[row]!);
    foldRows.lastSeconds.push(rows.lastSeconds[row]!);
    foldRows.count.push(rows.count[row]!);
    foldRows.sum.push(rows.sum[row]!);
    foldRows.grade.push(rows.grade[row]!);
  }
}
