import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { batchId, general, idOf, judged, now, objected, retracted, said, sealed, tied } from '../fixtures/facts.ts';
import { everything, type Open, store, withFacts, write } from './factsStore.ts';

const second = 'b_bbbbbbbbbbbbbbbbbbbbbbbbbb';
const hashOf = (...rows: readonly { id: string }[]): string =>
  createHash('sha256')
    .update(
      rows
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    )
    .digest('hex');

export function erasing(open: Open): void {
  const on = (run: Parameters<typeof withFacts>[1]) => withFacts(open, run);
  const person = said('P1', { name: ['张伟'] });
  const phone = said(
    '13800000001',
    { number: ['13800000001'] },
    { kind: 'Phone', space: 'phone', approval: 'A1', compartment: 'sealed' },
  );
  const use = tied('phone', person.about, phone.about, { approval: 'A1', compartment: 'sealed' });

  describe('erasing', () => {
    test(
      'an approval takes its rows along, with what was said against them, and leaves the rest',
      on(async (facts) => {
        const open = said(
          '13800000002',
          { number: ['13800000002'] },
          { kind: 'Phone', space: 'phone', approval: 'A1' },
        );
        await store(facts, person, phone, use, open);
        await write(facts, async (batch) => {
          await batch.retract([retracted(use)]);
          await batch.object([objected(phone), objected(person)]);
          await batch.judge([judged(phone.about, person.about, 'negative')]);
        });
        await write(
          facts,
          async (batch) => {
            expect(await batch.erase({ approvals: ['A1', 'A2'] })).toEqual({
              assertions: 3,
              hash: hashOf(phone, use, open),
              byCompartment: {
                general: { assertions: 1, hash: hashOf(open) },
                sealed: { assertions: 2, hash: hashOf(phone, use) },
              },
            });
          },
          second,
        );
        expect((await everything(facts.scan(sealed, now, {}))).map(({ id }) => id)).toEqual([person.id]);
        expect((await facts.search(sealed, now, '1380000', { limit: 9 })).hits).toEqual([]);
        expect(await facts.counts(sealed, now)).toEqual({ entities: { Person: 1 }, ties: {} });
        expect(await facts.judgements(sealed, now)).toEqual([]);
        expect((await facts.assertions(general, now, [person.about]))[0]?.objections).toHaveLength(1);
        expect(await facts.committed(batchId)).toBe(true);
      }),
    );

    test(
      'a batch takes its rows, its retractions and its judgements; what it had taken back speaks again',
      on(async (facts) => {
        const other = said('P2', { name: ['李芳'] });
        await store(facts, person, other);
        const later = { ...said('P2', { name: ['李方'] }, { source: 'report' }), batch: second };
        const source = {
          id: 'S2',
          name: '来信',
          kind: 'tip',
          origin: '来信',
          grade: { reliability: 'F', credibility: 6 },
          compartment: 'general',
        } as const;
        await write(
          facts,
          async (batch) => {
            await batch.put([later]);
            await batch.putSources([source, { ...source, id: 'register' }]);
            await batch.retract([retracted(person)]);
            await batch.judge([judged(person.about, other.about, 'unsure')]);
          },
          second,
        );
        expect((await facts.counts(general, now)).entities).toEqual({ Person: 1 });
        await write(facts, async (batch) => {
          expect(await batch.erase({ batches: [second] })).toMatchObject({
            assertions: 1,
            hash: hashOf(later),
            byCompartment: { general: { assertions: 1, hash: hashOf(later) } },
          });
        });
        expect((await facts.counts(general, now)).entities).toEqual({ Person: 2 });
        expect((await facts.assertions(general, now, [idOf('P2')])).map(({ id }) => id)).toEqual([other.id]);
        expect(await facts.judgements(general, now)).toEqual([]);
        // A row of the first batch names this one.
        expect((await facts.sources(general, ['S2', 'register'])).map(({ id }) => id)).toEqual(['register']);
      }),
    );

    test(
      'what was erased can come again, and putting goes on in the same write',
      on(async (facts) => {
        await store(facts, person, phone, use);
        await write(facts, async (batch) => {
          await batch.erase({ approvals: ['A1'] });
          expect(await batch.put([use, phone])).toMatchObject({ newEntities: 1, newTies: 1 });
        });
        expect((await facts.ties(sealed, now, [person.about], { limit: 9 })).said).toHaveLength(1);
        expect((await facts.search(sealed, now, '0001', { limit: 9 })).hits).toHaveLength(1);
      }),
    );

    test(
      'most of the store erased: the rest is still found',
      on(async (facts) => {
        const many = Array.from({ length: 2_600 }, (_, number) => ({
          ...said(`Q${number}`, { name: [`赵某${number}`] }),
          batch: second,
        }));
        await store(facts, person);
        await write(facts, async (batch) => void (await batch.put(many)), second);
        expect((await facts.search(general, now, '赵某', { limit: 3 })).complete).toBe(false);
        await write(facts, async (batch) => {
          expect((await batch.erase({ batches: [second] })).assertions).toBe(2_600);
        });
        expect((await facts.search(general, now, '赵某', { limit: 3 })).hits).toEqual([]);
        expect((await facts.search(general, now, '伟', { limit: 3 })).hits).toMatchObject([{ entity: person.about }]);
      }),
    );

    test(
      'erasing nothing is no fault',
      on(async (facts) => {
        await write(facts, async (batch) => {
          expect(await batch.erase({ approvals: ['A9'] })).toEqual({
            assertions: 0,
            hash: hashOf(),
            byCompartment: {},
          });
        });
      }),
    );
  });
}
