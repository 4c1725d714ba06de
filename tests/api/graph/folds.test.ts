import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDuckdbEvents } from '../../../api/events/duckdb/createDuckdbEvents.ts';
import type { EventEngine, EventRow } from '../../../api/events/events.ts';
import { createSegmentWriter } from '../../../api/graph/columns/segmentWriter.ts';
import type { GraphEngineOptions } from '../../../api/graph/engine/createGraphEngine.ts';
import { audienceOf, compareText } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { firstDay } from '../../../model/dates.ts';
import { randomId, tieId } from '../../../model/ids.ts';
import { groupsOf } from '../../../model/merge.ts';
import { type EventKind, eventKinds } from '../../../model/standing/kinds.ts';
import { engineOver, entity, everyone, inScratch, person, same, today } from './story.ts';

const names = ['an', 'bao', 'chen', 'deng'];
const secondsOf = (day: string, hour = 12) => firstDay(day) * 86_400 + hour * 3_600;

interface Contact {
  readonly kind: EventKind;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly compartment?: string;
  readonly approval?: string;
  readonly knownAt?: string;
  readonly onDuty?: boolean;
}

let line = 0;
function rowsOf({
  kind,
  from,
  to,
  day,
  compartment = 'general',
  approval = 'A1',
  knownAt = '2023-06-01',
  onDuty = false,
}: Contact): EventRow[] {
  const row = {
    from: person(from),
    to: person(to),
    fromGiven: from,
    toGiven: to,
    group: null,
    atSeconds: secondsOf(day),
    untilSeconds: null,
    amount: 10,
    count: 1,
    detail: 'voice',
    note: '',
    onDuty: null,
    source: 'telecom',
    origin: 'telecom',
    grade: 7,
    compartment,
    approval,
    knownDay: firstDay(knownAt),
    file: `${kind}.csv`,
    line: ++line,
  };
  if (kind !== 'copresence') return [row];
  const group = `meeting ${line}`;
  return [from, to].map((who) => ({
    ...row,
    from: person(who),
    to: null,
    fromGiven: who,
    toGiven: null,
    group,
    onDuty,
    amount: 0,
    detail: 'meal',
  }));
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** Puts contacts as one batch, folds it into columns as an import does, and hands over a graph. */
async function world<T>(
  contacts: readonly Contact[],
  options: Partial<GraphEngineOptions> & { judgements?: ReturnType<typeof same>[] },
  work: (graph: ReturnType<typeof engineOver>, batch: string) => Promise<T>,
): Promise<T> {
  const batch = randomId('b');
  return inScratch(async (folder) => {
    const writer = createSegmentWriter(folder, batch);
    writer.addAssertions(names.map((name) => entity(name, { knownAt: '2020-01-01' })));
    writer.addJudgements(options.judgements ?? []);
    for (const kind of eventKinds) {
      const rows = contacts.filter((contact) => contact.kind === kind).flatMap(rowsOf);
      if (rows.length === 0) continue;
      await events.put(batch, kind, once(rows), { stored: [] });
      for await (const folds of events.foldBatch(batch, kind)) writer.addFolds(kind, folds);
    }
    await writer.finish();
    return work(
      engineOver(folder, { events, doneBatches: () => ({ all: [batch], withEvents: [batch] }), ...options }),
      batch,
    );
  });
}

let events: EventEngine;
let opened = 0;
let leave: () => void;
beforeAll(
  () =>
    new Promise<void>((ready, failed) => {
      inScratch(async (folder) => {
        const engine = await createDuckdbEvents({ folder: join(folder, 'events'), threads: 1 });
        events = {
          ...engine,
          open: (...given) => {
            opened++;
            return engine.open(...given);
          },
        };
        ready();
        await new Promise<void>((end) => {
          leave = end;
        });
        await engine.close();
      }).catch(failed);
    }),
);
afterAll(() => leave());

const calls = (from: string, to: string, day: string, more: Partial<Contact> = {}): Contact => ({
  kind: 'calls',
  from,
  to,
  day,
  ...more,
});
const everyFold = { entities: names.map(person), limit: 100 };

describe('folds', () => {
  it('come from the columns alone when nothing cuts into them', () =>
    world(
      [calls('an', 'bao', '2023-01-05'), calls('an', 'bao', '2023-03-05'), calls('bao', 'an', '2023-03-06')],
      {},
      async (graph) => {
        const before = opened;
        const { folds, complete } = await graph.folds(everyone, today, everyFold);
        expect(folds).toEqual([
          {
            id: tieId('calls', person('an'), person('bao'), ''),
            kind: 'calls',
            from: person('an'),
            to: person('bao'),
            duty: false,
            count: 2,
            gradeRank: 7,
            sum: 20,
            firstSeconds: secondsOf('2023-01-05'),
            lastSeconds: secondsOf('2023-03-05'),
            dutyReason: null,
          },
          expect.objectContaining({ from: person('bao'), to: person('an'), count: 1 }),
        ]);
        expect(complete).toBe(true);
        expect(opened).toBe(before);
      },
    ));

  it('are asked of the rows where the window or a clock cuts into them', () =>
    world(
      [calls('an', 'bao', '2023-01-05'), calls('an', 'bao', '2023-03-05'), calls('chen', 'deng', '2022-01-01')],
      {},
      async (graph) => {
        const before = opened;
        const { folds } = await graph.folds(everyone, today, { ...everyFold, fromDate: '2023-02' });
        expect(folds.map(({ from, count }) => ({ from, count }))).toEqual([{ from: person('an'), count: 1 }]);
        const early: Clocks = { trueAt: '2023-01-31', knownAt: '2024-06-01' };
        expect((await graph.folds(everyone, early, everyFold)).folds.map((fold) => fold.count)).toEqual([1, 1]);
        expect(opened).toBe(before + 2);
      },
    ));

  it('split into what an office explains and what it does not', () =>
    world(
      [
        calls('an', 'bao', '2023-01-05'),
        calls('bao', 'an', '2023-03-05'),
        calls('an', 'bao', '2023-03-09'),
        calls('an', 'chen', '2023-03-09'),
      ],
      {
        standing: async () => ({
          index: { officials: [person('an')], suspects: [], gangs: [], protectedPeople: [] },
          duties: [
            {
              official: person('an'),
              other: person('bao'),
              fromSeconds: secondsOf('2023-03-01', 0),
              toSeconds: secondsOf('2023-04-01', 0),
              reason: 'case:1',
            },
          ],
        }),
      },
      async (graph) => {
        const { folds } = await graph.folds(everyone, today, { entities: [person('an')], limit: 100 });
        expect(folds.map(({ from, to, duty, dutyReason, count }) => ({ from, to, duty, dutyReason, count }))).toEqual(
          expect.arrayContaining([
            { from: person('an'), to: person('bao'), duty: false, dutyReason: null, count: 1 },
            { from: person('an'), to: person('bao'), duty: true, dutyReason: 'case:1', count: 1 },
            { from: person('bao'), to: person('an'), duty: true, dutyReason: 'case:1', count: 1 },
            { from: person('an'), to: person('chen'), duty: false, dutyReason: null, count: 1 },
          ]),
        );
        expect(folds).toHaveLength(4);
        const path = { from: [person('an')], to: [person('bao')], k: 5, maxHops: 3, deadlineMs: null };
        const [exclude] = (await graph.paths(everyone, today, { ...path, duty: 'exclude' })).paths;
        expect(exclude!.steps[0]!.map((one) => one.id)).toEqual([tieId('calls', person('an'), person('bao'), '')]);
        const [only] = (await graph.paths(everyone, today, { ...path, duty: 'only' })).paths;
        expect(only!.steps[0]).toHaveLength(2);
      },
    ));

  it('of batches whose event sets are not committed are not there', () =>
    world([calls('an', 'bao', '2023-01-05')], {}, async (graph, batch) => {
      expect((await graph.folds(everyone, today, everyFold)).folds).toHaveLength(1);
      await inScratch(async (folder) => {
        const writer = createSegmentWriter(folder, batch);
        writer.addAssertions(names.map((name) => entity(name)));
        for await (const folds of events.foldBatch(batch, 'calls')) writer.addFolds('calls', folds);
        await writer.finish();
        const other = engineOver(folder, { events, doneBatches: () => ({ all: [batch], withEvents: [] }) });
        expect((await other.folds(everyone, today, everyFold)).folds).toEqual([]);
      });
    }));

  it('are cut by most events, and between the given ends only where asked', () =>
    world(
      [calls('an', 'bao', '2023-01-05'), calls('an', 'bao', '2023-01-06'), calls('bao', 'chen', '2023-01-07')],
      {},
      async (graph) => {
        const one = await graph.folds(everyone, today, { ...everyFold, limit: 1 });
        expect(one).toMatchObject({ complete: false, cutAt: { reason: 'limit', at: 1 }, folds: [{ count: 2 }] });
        const between = await graph.folds(everyone, today, {
          entities: [person('bao'), person('chen')],
          between: true,
          limit: 9,
        });
        expect(between.folds.map((fold) => fold.to)).toEqual([person('chen')]);
      },
    ));

  it('are what the event rows say, for any reader, clocks, window, duties and merges', async () => {
    const day = fc.constantFrom('2022-12-31', '2023-01-01', '2023-02-15', '2023-07-01');
    const contact = fc.record({
      kind: fc.constantFrom(...eventKinds),
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      day,
      compartment: fc.constantFrom('general', 'general', 'sealed'),
      approval: fc.constantFrom('A1', 'A2'),
      knownAt: fc.constantFrom('2023-01-01', '2023-08-01'),
      onDuty: fc.boolean(),
    });
    const asked = fc.record({
      audience: fc.tuple(fc.subarray(['sealed']), fc.subarray(['A2'])).map(([held, ended]) => audienceOf(held, ended)),
      clocks: fc.record({
        trueAt: fc.constantFrom('2023-01-31', '2024', '2023-01..2023-03'),
        knownAt: fc.constantFrom('2023-03-01', '2024-01-01'),
      }),
      window: fc.constantFrom<{ fromDate?: string; toDate?: string }>(
        {},
        { fromDate: '2023' },
        { fromDate: '2023-01', toDate: '2023-02' },
      ),
      duties: fc.array(fc.tuple(fc.constantFrom('an', 'bao'), fc.constantFrom(...names), day, day), { maxLength: 2 }),
      merge: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(contact, { maxLength: 25 }),
        asked,
        async (contacts, { audience, clocks, window, merge, ...drawn }) => {
          const duties = drawn.duties.flatMap(([official, other, from, to]) =>
            official === other
              ? []
              : [
                  {
                    official: person(official),
                    other: person(other),
                    fromSeconds: secondsOf(from, 0),
                    toSeconds: secondsOf(to, 23),
                    reason: 'case:1',
                  },
                ],
          );
          const judgements = merge ? [same('an', 'chen', { knownAt: '2023-01-01' })] : [];
          const groups = groupsOf(judgements, { trueFrom: null, trueTo: 0, knownTo: 1_000_000 });
          const goesBy = (id: string) => groups.get(id)?.[0] ?? id;
          const standing: GraphEngineOptions['standing'] = async () => ({
            index: { officials: [], suspects: [], gangs: [], protectedPeople: [] },
            duties: duties.map((one) => ({ ...one, official: goesBy(one.official), other: goesBy(one.other) })),
          });
          const real = contacts.filter((one) => one.from !== one.to);
          if (real.length === 0) return;
          await world(real, { standing, judgements }, async (graph, batch) => {
            const { folds } = await graph.folds(audience, clocks, { ...everyFold, ...window });
            const { duties: known } = await standing(Object.create(null), audience, clocks);
            const merged = [...groups].flatMap(([member, [one]]) => (one === member ? [] : [{ member, one: one! }]));
            const session = await events.open(audience, clocks, [batch], { duties: known, merged });
            const expected: unknown[] = [];
            for (const kind of eventKinds) {
              const bounds = {
                fromSeconds: window.fromDate === undefined ? null : firstDay(window.fromDate) * 86_400,
                toSeconds: window.toDate === undefined ? null : firstDay('2023-03') * 86_400 - 1,
              };
              for (const row of await session.facts('folds', { kind, entities: null, ...bounds })) {
                if (row.from_id === row.to_id) continue;
                expected.push(
                  `${kind} ${row.from_id} ${row.to_id} ${row.side} ${row.reason} ${row.n} ${row.amount} ${row.first_s} ${row.last_s} ${row.grade}`,
                );
              }
            }
            await session.close();
            const seen = folds.map(
              (fold) =>
                `${fold.kind} ${fold.from} ${fold.to} ${fold.duty ? 'duty' : ''} ${fold.dutyReason} ${fold.count} ${fold.sum} ${fold.firstSeconds} ${fold.lastSeconds} ${fold.gradeRank}`,
            );
            expect(seen.sort(compareText)).toEqual((expected as string[]).sort(compareText));
          });
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
