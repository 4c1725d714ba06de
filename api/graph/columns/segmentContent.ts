import type { Id } from '../../../model/ids.ts';
import { createTable } from './column.ts';
import { createDictionary } from './dictionary.ts';
import { createDigestTable } from './digestTable.ts';
import type { SegmentContent } from './segmentFile.ts';
import type { JudgementRow } from './tables.ts';

/** A segment in the making: its tables, and its numbers for entities, ties and texts. */
export function createSegmentContent(batch: Id) {
  const entityNumbers = createDigestTable();
  const tieNumbers = createDigestTable();
  const content = {
    entities: createTable('entities'),
    ties: createTable('ties'),
    entityRows: createTable('entityRows'),
    tieRows: createTable('tieRows'),
    foldRows: createTable('foldRows'),
    retractions: createTable('retractions'),
  };
  const dictionaries = {
    compartments: createDictionary(),
    approvals: createDictionary(['']), // number 0 is `noApproval`
    kinds: createDictionary(),
    types: createDictionary(),
  };
  const judgements: JudgementRow[] = [];

  return {
    ...content,
    dictionaries,
    judgements,
    entity(words: Uint32Array, at: number): number {
      const before = entityNumbers.size;
      const number = entityNumbers.add(words, at);
      if (number === before) content.entities.digest.pushWords(words, at);
      return number;
    },
    /** `ends` is asked only the first time a tie is met. */
    tie(words: Uint32Array, at: number, ends: () => { from: number; to: number; kind: string }): number {
      const before = tieNumbers.size;
      const number = tieNumbers.add(words, at);
      if (number !== before) return number;
      content.ties.digest.pushWords(words, at);
      const { from, to, kind } = ends();
      content.ties.from.push(from);
      content.ties.to.push(to);
      content.ties.kind.push(dictionaries.kinds.number(kind));
      return number;
    },
    whole: (): SegmentContent => ({
      batch,
      tables: content,
      judgements,
      dictionaries: {
        compartments: dictionaries.compartments.texts,
        approvals: dictionaries.approvals.texts,
        kinds: dictionaries.kinds.texts,
        types: dictionaries.types.texts,
      },
    }),
  };
}
export type GrowingSegment = ReturnType<typeof createSegmentContent>;
