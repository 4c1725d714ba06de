import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventRow } from '../../../../api/events/events.ts';
import { queries, queryNames } from '../../../../api/events/queries/queries.ts';
import { audienceOf } from '../../../../model/audience.ts';
import { everyShape } from '../../../fixtures/eventQueries.ts';
import { batchId, call, inChunks, payment, presence } from '../../../fixtures/events.ts';
import { eventRowOf } from '../../../fixtures/eventsHostile.ts';
import { calls, chen, gao } from '../../../fixtures/eventsStory.ts';
import { withEvents } from './folder.ts';

const today = { trueAt: '9999', knownAt: '9999' };
const everyone = audienceOf(['sealed', '密', "it's"]);
const [first, second, third] = [batchId('a'), batchId('b'), batchId('c')];

test(
  'equal rows in different files of a batch stay rows of their own, and are the same again next time',
  withEvents(
    async (engine, folder) => {
      const equal: EventRow[] = [2, 3, 4, 5, 6].map((line) => payment('gao', 'chen', '2024-05-01', 100, { line }));
      const other = payment('gao', 'chen', '2024-05-02', 100, { line: 7 });
      const put = await engine.put(first, 'payments', inChunks([...equal, other]), { stored: [] });
      expect(put.rows).toBe(6);
      expect(await readdir(join(folder, 'payments', `batch=${first}`))).toHaveLength(3);
      const again = await engine.put(second, 'payments', inChunks([...equal.slice(0, 4), other]), { stored: [first] });
      expect(again.rows).toBe(0);
      expect(await readdir(join(folder, 'payments', `batch=${second}`))).toHaveLength(1);
      const session = await engine.open(everyone, today, [first, second]);
      const rows = await session.facts('rowsBehind', { kind: 'payments', from: gao, to: chen, limit: 100 });
      await session.close();
      expect(new Set(rows.map(({ id }) => id)).size).toBe(6);
    },
    { rowsPerFile: 2 },
  ),
);

test(
  'the number of files changes neither ids nor digests',
  withEvents(
    async (many) => {
      await withEvents(async (one) => {
        await fc.assert(
          fc.asyncProperty(fc.array(eventRowOf('calls'), { minLength: 1, maxLength: 12 }), async (made) => {
            const rows = [...made, ...made.slice(0, 4), ...made.slice(0, 2)];
            try {
              const whole = await one.put(first, 'calls', inChunks(rows), { stored: [] });
              const parts = await many.put(first, 'calls', inChunks(rows), { stored: [] });
              expect(parts).toEqual(whole);
              expect(parts.rows).toBe(rows.length);
              const more = await many.put(second, 'calls', inChunks([...rows, ...made]), { stored: [first] });
              const moreWhole = await one.put(second, 'calls', inChunks([...rows, ...made]), { stored: [first] });
              expect(more).toEqual(moreWhole);
              expect(more.rows).toBe(made.length);
            } finally {
              for (const engine of [one, many]) await engine.erase({ batches: [first, second] });
            }
          }),
          { numRuns: 8 },
        );
      })();
    },
    { rowsPerFile: 3 },
  ),
  120_000,
);

test(
  'every query in every shape gives rows of its declared columns',
  withEvents(async (engine) => {
    await engine.put(first, 'calls', inChunks(calls), { stored: [] });
    const money = [payment('chen', 'gao', '2024-05-01', 5), payment('gao', 'chen', '2024-05-01', 5)];
    await engine.put(second, 'payments', inChunks(money), { stored: [] });
    const met = ['chen', 'gao', 'luo'].map((who) => presence(who, 'E1', '2024-05-01', { onDuty: who !== 'luo' }));
    await engine.put(third, 'copresence', inChunks(met), { stored: [] });
    const instants = [{ person: chen, atSeconds: calls[0]!.atSeconds }];
    const session = await engine.open(everyone, today, [first, second, third], {
      ...{ officials: [chen], suspects: [gao], instants },
    });
    const types = { text: 'string', whole: 'number', flag: 'boolean' };
    for (const name of queryNames) {
      let rows = 0;
      for (const params of everyShape[name]) {
        for (const row of await session.facts(name, params)) {
          rows++;
          for (const [column, type] of Object.entries(queries[name].columns)) {
            const value: unknown = Reflect.get(row, column);
            if (value === null) expect(type, `${name}.${column}`).toMatch(/\?$/);
            else expect(typeof value).toBe(Reflect.get(types, type.replace('?', '')));
          }
        }
      }
      expect(rows, name).toBeGreaterThan(0);
    }
    await session.close();
  }),
  120_000,
);

test(
  'a session takes new lists, and another never sees them',
  withEvents(async (engine) => {
    await engine.put(first, 'calls', inChunks([call('chen', 'gao', '2024-05-01')]), { stored: [] });
    const [one, two] = await Promise.all([
      engine.open(everyone, today, [first], { officials: [chen], suspects: [gao] }),
      engine.open(everyone, today, [first]),
    ]);
    const pairs = (session: typeof one) => session.facts('contactByPair', { kind: 'calls' });
    expect([(await pairs(one)).length, (await pairs(two)).length]).toEqual([1, 0]);
    await one.use({ suspects: [] });
    await two.use({ officials: [gao], suspects: [chen] });
    expect([(await pairs(one)).length, (await pairs(two)).length]).toEqual([0, 1]);
    await Promise.all([one.close(), two.close()]);
  }),
);
