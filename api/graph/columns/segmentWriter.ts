import { mkdir, rm } from 'node:fs/promises';
import type { Assertion, Judgement, Retraction } from '../../../model/assertion.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import { gradeRank } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import { type EventKind, happeningKinds } from '../../../model/standing/kinds.ts';
import { typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { FoldRow } from '../../events/events.ts';
import { wordsInDigest, writeDigest } from './digests.ts';
import { createSegmentContent } from './segmentContent.ts';
import { segmentPath, writeSegment } from './segmentFile.ts';
import { noBirthDay } from './tables.ts';

export interface SegmentWriter {
  /** Entities and ties; records (approvals, disclosures …) are no part of the graph and are passed over. */
  addAssertions(assertions: readonly Assertion[]): void;
  addFolds(kind: EventKind, rows: readonly FoldRow[]): void;
  addRetractions(retractions: readonly Retraction[]): void;
  addJudgements(judgements: readonly Judgement[]): void;
  /** Writes the segment: whole or not at all. A segment of the same batch is replaced. */
  finish(): Promise<void>;
}

/** Packs one batch. Holds some 50 bytes a row in memory and writes once, at the end. */
export function createSegmentWriter(folder: string, batch: Id): SegmentWriter {
  const segment = createSegmentContent(batch);
  const { entityRows, tieRows, foldRows, retractions, dictionaries } = segment;
  const { compartments, approvals, types, kinds } = dictionaries;
  const first = remembered(firstDay);
  const last = remembered(lastDay);
  const knownDay = (knownAt: string) => first(knownAt.slice(0, 10));
  const words = new Uint32Array(wordsInDigest);

  function digest(id: Id): Uint32Array {
    if (!writeDigest(id, words, 0)) throw new RangeError('not an id of the store');
    return words;
  }
  const entity = (id: Id) => segment.entity(digest(id), 0);
  const tie = ({ about, ends }: Assertion) =>
    segment.tie(digest(about), 0, () => ({ from: entity(ends!.from), to: entity(ends!.to), kind: ends!.kind }));

  function addEntityRow(said: Assertion): void {
    const births = said.properties.birthDate ?? [];
    entityRows.entity.push(entity(said.about));
    entityRows.assertion.pushWords(digest(said.id), 0);
    entityRows.type.push(types.number(said.kind));
    entityRows.compartment.push(compartments.number(said.compartment));
    entityRows.approval.push(approvals.number(said.approval ?? ''));
    entityRows.knownDay.push(knownDay(said.knownAt));
    entityRows.fromDay.push(first(said.validFrom));
    entityRows.toDay.push(last(said.validTo));
    entityRows.birthDay.push(births.reduce((latest, birth) => Math.max(latest, last(birth)), noBirthDay));
  }

  function addTieRow(said: Assertion): void {
    const happening = happeningKinds.has(said.ends!.kind);
    tieRows.tie.push(tie(said));
    tieRows.assertion.pushWords(digest(said.id), 0);
    tieRows.compartment.push(compartments.number(said.compartment));
    tieRows.approval.push(approvals.number(said.approval ?? ''));
    tieRows.knownDay.push(knownDay(said.knownAt));
    tieRows.fromDay.push(first(said.validFrom));
    tieRows.toDay.push(happening ? last(said.validFrom ?? said.validTo) : last(said.validTo));
    tieRows.grade.push(gradeRank(said.grade));
    tieRows.suspected.push(said.properties.certainty?.[0] === 'suspected' ? 1 : 0);
  }

  return {
    addAssertions(assertions) {
      for (const said of assertions) {
        if (said.ends !== null) addTieRow(said);
        else if (typeDefinitions[said.kind].class === 'entity') addEntityRow(said);
      }
    },
    addFolds(kind, rows) {
      const kindNumber = kinds.number(kind);
      for (const fold of rows) {
        foldRows.from.push(entity(fold.from));
        foldRows.to.push(entity(fold.to));
        foldRows.kind.push(kindNumber);
        foldRows.compartment.push(compartments.number(fold.compartment));
        foldRows.approval.push(approvals.number(fold.approval));
        foldRows.otherCompartment.push(compartments.number(fold.otherCompartment ?? fold.compartment));
        foldRows.otherApproval.push(approvals.number(fold.otherApproval ?? fold.approval));
        foldRows.knownDay.push(fold.knownDay);
        foldRows.firstSeconds.push(fold.firstSeconds);
        foldRows.lastSeconds.push(fold.lastSeconds);
        foldRows.count.push(fold.count);
        foldRows.sum.push(fold.sum);
        foldRows.grade.push(fold.grade);
      }
    },
    addRetractions(list) {
      for (const { assertion, compartment, knownAt } of list) {
        retractions.assertion.pushWords(digest(assertion), 0);
        retractions.compartment.push(compartments.number(compartment));
        retractions.knownDay.push(knownDay(knownAt));
      }
    },
    addJudgements(list) {
      for (const { id, a, b, judgement, knownAt, compartment, recordedAt } of list) {
        segment.judgements.push({ id, a, b, judgement, knownAt, compartment, recordedAt });
      }
    },
    async finish() {
      await mkdir(folder, { recursive: true });
      await writeSegment(folder, segment.whole());
    },
  };
}

export async function removeSegment(folder: string, batch: Id): Promise<void> {
  await rm(segmentPath(folder, batch), { force: true });
}

/** Dates repeat by the thousand: each text is worked out once. */
function remembered(dayOf: (date: string | null) => number): (date: string | null) => number {
  const days = new Map<string | null, number>();
  return (date) => {
    const known = days.get(date);
    if (known !== undefined) return known;
    const day = dayOf(date);
    days.set(date, day);
    return day;
  };
}
