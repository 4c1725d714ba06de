import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../api/facts/facts.ts';
import { createColumnsReader } from '../../../api/graph/columns/loadColumns.ts';
import { rebuildColumns } from '../../../api/graph/columns/rebuildColumns.ts';
import { rewriteWithout } from '../../../api/graph/columns/rewriteWithout.ts';
import { removeSegment } from '../../../api/graph/columns/segmentWriter.ts';
import type { Assertion, Said } from '../../../model/assertion.ts';
import { audienceOf } from '../../../model/audience.ts';
import {
  batchId,
  engineOver,
  entity,
  everyone,
  inScratch,
  noFacts,
  person,
  retraction,
  same,
  tie,
  today,
  writeStory,
} from './story.ts';

const [one, two] = [batchId('one'), batchId('two')];
const file = (folder: string, batch: string) => join(folder, `${batch}.columns`);
const everybody = ['an', 'bao', 'chen', 'deng'].map(person);

describe('columns', () => {
  it('bring batches together: a tie of one batch between people of another, a retraction of what came earlier', () =>
    inScratch(async (folder) => {
      const kin = tie('an', 'kin', 'bao');
      await writeStory(folder, { assertions: [entity('an'), entity('bao'), kin] }, one);
      await writeStory(
        folder,
        { assertions: [entity('chen'), tie('bao', 'friend', 'chen')], retractions: [retraction(kin)] },
        two,
      );
      let done = [one];
      const graph = engineOver(folder, { doneBatches: () => ({ all: done, withEvents: [] }) });
      const kinds = async () =>
        (await graph.subgraph(everyone, today, { ids: everybody, limit: 10 })).ties.map((seen) => seen.kind);
      expect(await kinds()).toEqual(['kin']);
      done = [one, two];
      expect(await kinds()).toEqual(['friend']);
      done = [two, one];
      expect(await kinds()).toEqual(['friend']);
      done = [two];
      expect(await kinds()).toEqual([]);
    }));

  it('are read once, then only what is new', () =>
    inScratch(async (folder) => {
      await writeStory(folder, { assertions: [entity('an')] }, one);
      await writeStory(folder, { assertions: [entity('bao')] }, two);
      const reader = createColumnsReader(folder);
      const first = await reader.load([one]);
      const both = await reader.load([one, two]);
      expect(both.columns.segments[0]!.entityRows).toBe(first.columns.segments[0]!.entityRows);
      expect(first.columns.entityCount).toBe(1);
      expect(both.columns.entityCount).toBe(2);
    }));

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['a bit turned in the body', (bytes: Buffer) => flipped(bytes, bytes.length - 20)],
    ['a bit turned in the header', (bytes: Buffer) => flipped(bytes, 40)],
    ['of another form', (bytes: Buffer) => flipped(bytes, 2)],
    ['empty', () => Buffer.alloc(0)],
  ])('a segment that is %s counts as missing', (_, damage) =>
    inScratch(async (folder) => {
      await writeStory(folder, { assertions: [entity('an'), entity('bao'), tie('an', 'kin', 'bao')] });
      await writeFile(file(folder, one), damage(await readFile(file(folder, one))));
      expect((await createColumnsReader(folder).load([one])).missing).toEqual([one]);
    }),
  );

  it('that are missing are an error by name, or made again from the facts', () =>
    inScratch(async (folder) => {
      const kin = tie('an', 'kin', 'bao');
      const assertions = [
        entity('an'),
        entity('bao'),
        entity('chen'),
        kin,
        tie('bao', 'friend', 'chen', { compartment: 'sealed' }),
      ];
      const story = {
        assertions,
        retractions: [retraction(kin, { knownAt: '2024-03-01' })],
        judgements: [same('an', 'chen')],
      };
      await writeStory(folder, story);
      const ask = (graph: ReturnType<typeof engineOver>) =>
        Promise.all(
          ['2024-01-15', '2024-06-01'].map((day) =>
            graph.subgraph(audienceOf(['sealed']), { trueAt: day, knownAt: day }, { ids: everybody, limit: 10 }),
          ),
        );
      const before = await ask(engineOver(folder));
      expect(before[0]!.ties).toHaveLength(2);
      expect(before[1]!.ties).toHaveLength(1);
      await removeSegment(folder, one);
      await expect(engineOver(folder).rank(everyone, today, { measure: 'degree' })).rejects.toMatchObject({
        code: 'store_unavailable',
      });
      const options = {
        folder,
        facts: factsOf(story),
        events: null,
        everything: audienceOf(['sealed']),
        eventKindsOf: () => [],
      };
      const rebuilding = engineOver(folder, { rebuild: (batches) => rebuildColumns(options, batches) });
      expect(await ask(rebuilding)).toEqual(before);
    }));
});

describe('erasure', () => {
  it('leaves no row, no text and no digest of an ended approval, and all else as it was', () =>
    inScratch(async (folder) => {
      const kept = [entity('an'), entity('bao'), tie('an', 'kin', 'bao', { approval: 'A2' })];
      await writeStory(
        folder,
        { assertions: [...kept, entity('chen', { approval: 'A1' }), tie('an', 'phone', 'chen', { approval: 'A1' })] },
        one,
      );
      await writeStory(folder, { assertions: [entity('deng')] }, two);
      const untouched = await stat(file(folder, two));
      const graph = engineOver(folder, { doneBatches: () => ({ all: [one, two], withEvents: [] }) });
      expect((await graph.subgraph(everyone, today, { ids: everybody, limit: 10 })).entities).toHaveLength(4);
      await rewriteWithout(folder, { approvals: ['A1'] });
      expect((await stat(file(folder, two))).ino).toBe(untouched.ino);

      const { columns, missing } = await createColumnsReader(folder).load([one, two]);
      expect(missing).toEqual([]);
      expect(columns.approvals).toEqual(['', 'A2']);
      expect(columns.entityCount).toBe(3);
      const fresh = engineOver(folder);
      const { entities, ties } = await fresh.subgraph(everyone, today, { ids: everybody, limit: 10 });
      expect(entities).toHaveLength(2);
      expect(ties.map((seen) => seen.kind)).toEqual(['kin']);
    }));

  it('is seen by one who has read the columns before', () =>
    inScratch(async (folder) => {
      await writeStory(folder, { assertions: [entity('an'), entity('bao', { approval: 'A1' })] }, one);
      await writeStory(folder, { assertions: [] }, two);
      let done = [one];
      const graph = engineOver(folder, { doneBatches: () => ({ all: done, withEvents: [] }) });
      const entities = async () => (await graph.subgraph(everyone, today, { ids: everybody, limit: 10 })).entities;
      expect(await entities()).toHaveLength(2);
      await rewriteWithout(folder, { approvals: ['A1'] });
      done = [one, two]; // the erasure is a batch of its own
      expect(await entities()).toEqual([person('an')]);
    }));

  it('removes batches', () =>
    inScratch(async (folder) => {
      await writeStory(folder, { assertions: [entity('an')] }, one);
      await rewriteWithout(folder, { batches: [one] });
      await expect(stat(file(folder, one))).rejects.toThrow();
    }));
});

function flipped(bytes: Buffer, at: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[at] = damaged[at]! ^ 1;
  return damaged;
}

/** Facts that can be scanned, and nothing else. */
function factsOf(story: {
  assertions: readonly Assertion[];
  retractions: readonly ReturnType<typeof retraction>[];
  judgements: readonly ReturnType<typeof same>[];
}): Facts {
  const said = story.assertions.map(
    (assertion): Said => ({
      ...assertion,
      retraction: story.retractions.find((taken) => taken.assertion === assertion.id) ?? null,
      objections: [],
    }),
  );
  return Object.assign(Object.create(noFacts), {
    async *scan() {
      yield said;
    },
    judgements: async () => [...story.judgements],
  });
}
