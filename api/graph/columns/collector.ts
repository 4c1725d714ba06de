import type { Id } from '../../../model/ids.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { Columns, LoadedSegment, RetractedRow } from './columns.ts';
import { createDictionary } from './dictionary.ts';
import { wordsInDigest } from './digests.ts';
import { createDigestTable } from './digestTable.ts';
import { createPairTable } from './pairTable.ts';
import type { JudgementRow, Segment } from './tables.ts';
import { inTextOrder } from './textOrder.ts';

interface Held extends LoadedSegment {
  readonly entityRowsRetracted: RetractedRow[];
  readonly tieRowsRetracted: RetractedRow[];
}

/** Brings segments under common numbers, in place: a segment's arrays are its own and are read once.
 * Cost O(rows) a segment; a new retraction is looked for among all rows held, O(all rows) for each segment that has any. */
export function createCollector(kindNames: readonly TieKind[]) {
  const entities = createDigestTable();
  const ties = createDigestTable();
  const pairs = createPairTable();
  const compartments = createDictionary();
  const approvals = createDictionary(['']);
  const kindNumbers = new Map<string, number>(kindNames.map((kind, number) => [kind, number]));
  const segments: Held[] = [];
  const judgements: JudgementRow[] = [];
  const retracted = createRetractions();
  let tieFrom = new Int32Array(1024);
  let tieTo = new Int32Array(1024);
  let tieKind = new Uint8Array(1024);
  let textOrder: Int32Array | undefined;

  function addTies({ ties: table, dictionaries }: Segment, entityOf: Int32Array): Int32Array {
    const kindOf = Int32Array.from(dictionaries.kinds, (kind) => kindNumbers.get(kind) ?? -1);
    const tieOf = new Int32Array(table.rows);
    for (let row = 0; row < table.rows; row++) {
      const tie = ties.add(table.digest, row * wordsInDigest);
      tieOf[row] = tie;
      if (tie === tieFrom.length) {
        tieFrom = widened(tieFrom, new Int32Array(tie * 2));
        tieTo = widened(tieTo, new Int32Array(tie * 2));
        tieKind = widened(tieKind, new Uint8Array(tie * 2));
      }
      tieFrom[tie] = entityOf[table.from[row]!]!;
      tieTo[tie] = entityOf[table.to[row]!]!;
      tieKind[tie] = kindOf[table.kind[row]!]!;
    }
    return tieOf;
  }

  function pairsOf({ foldRows, dictionaries }: Segment): Int32Array {
    const kindOf = Int32Array.from(dictionaries.kinds, (kind) => kindNumbers.get(kind) ?? -1);
    const pairOf = new Int32Array(foldRows.rows);
    for (let row = 0; row < foldRows.rows; row++) {
      pairOf[row] = pairs.add(foldRows.from[row]!, foldRows.to[row]!, kindOf[foldRows.kind[row]!]!);
    }
    return pairOf;
  }

  function addRetractions({ retractions }: Segment): void {
    if (retractions.rows === 0) return;
    const before = retracted.count();
    for (let row = 0; row < retractions.rows; row++) {
      retracted.add(retractions.assertion, row, retractions.compartment[row]!, retractions.knownDay[row]!);
    }
    for (const segment of segments) markRetracted(segment, before);
  }

  /** Adds what the retractions from number `from` on say about the rows of a segment. */
  function markRetracted(segment: Held, from: number): void {
    if (retracted.count() === from) return;
    const { entityRows, tieRows } = segment;
    retracted.mark(entityRows.assertion, entityRows.rows, from, segment.entityRowsRetracted);
    retracted.mark(tieRows.assertion, tieRows.rows, from, segment.tieRowsRetracted);
  }

  return {
    add(segment: Segment): void {
      const { entityRows, tieRows, foldRows, dictionaries } = segment;
      const entityOf = new Int32Array(segment.entities.rows);
      for (let row = 0; row < entityOf.length; row++)
        entityOf[row] = entities.add(segment.entities.digest, row * wordsInDigest);
      const tieOf = addTies(segment, entityOf);
      const compartmentOf = Int32Array.from(dictionaries.compartments, compartments.number);
      const approvalOf = Int32Array.from(dictionaries.approvals, approvals.number);
      renumber(entityRows.entity, entityOf);
      renumber(tieRows.tie, tieOf);
      renumber(foldRows.from, entityOf);
      renumber(foldRows.to, entityOf);
      for (const rows of [entityRows, tieRows, foldRows]) {
        renumber(rows.compartment, compartmentOf);
        renumber(rows.approval, approvalOf);
      }
      renumber(foldRows.otherCompartment, compartmentOf);
      renumber(foldRows.otherApproval, approvalOf);
      renumber(segment.retractions.compartment, compartmentOf);
      const held: Held = {
        batch: segment.batch,
        entityRows,
        tieRows,
        foldRows,
        foldPairs: pairsOf(segment),
        entityRowsRetracted: [],
        tieRowsRetracted: [],
      };
      markRetracted(held, 0);
      segments.push(held);
      addRetractions(segment);
      judgements.push(...segment.judgements);
      textOrder = undefined;
    },

    picture(batches: readonly Id[]): Columns {
      textOrder ??= inTextOrder(entities.words, entities.size);
      return {
        batches,
        segments: segments.map((segment) => ({
          ...segment,
          entityRowsRetracted: [...segment.entityRowsRetracted],
          tieRowsRetracted: [...segment.tieRowsRetracted],
        })),
        entities,
        entityCount: entities.size,
        ties,
        tieCount: ties.size,
        tieFrom,
        tieTo,
        tieKind,
        pairs,
        pairCount: pairs.size,
        compartments: [...compartments.texts],
        approvals: [...approvals.texts],
        judgements: [...judgements],
        entitiesByText: textOrder,
      };
    },
  };
}

/** Retractions by assertion, in the order they came. */
function createRetractions() {
  const assertions = createDigestTable();
  const byAssertion: { readonly number: number; readonly compartment: number; readonly knownDay: number }[][] = [];
  let count = 0;
  return {
    count: () => count,
    add(digests: Uint32Array, row: number, compartment: number, knownDay: number): void {
      const assertion = assertions.add(digests, row * wordsInDigest);
      byAssertion[assertion] ??= [];
      byAssertion[assertion].push({ number: count++, compartment, knownDay });
    },
    mark(digests: Uint32Array, rows: number, from: number, into: RetractedRow[]): void {
      for (let row = 0; row < rows; row++) {
        const assertion = assertions.find(digests, row * wordsInDigest);
        if (assertion === -1) continue;
        for (const { number, compartment, knownDay } of byAssertion[assertion]!) {
          if (number >= from) into.push({ row, compartment, knownDay });
        }
      }
    },
  };
}

function renumber(numbers: Uint16Array | Uint32Array, to: Int32Array): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = to[numbers[at]!]!;
}

function widened<T extends Int32Array | Uint8Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
