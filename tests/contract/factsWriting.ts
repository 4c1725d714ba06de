import { describe, expect, test } from 'vitest';
import { Conflict, NotFound } from '../../model/errors.ts';
import { at, batchId, general, idOf, judged, now, objected, retracted, said, sealed, tied } from '../fixtures/facts.ts';
import { type Open, store, withFacts, write } from './factsStore.ts';

const second = 'b_bbbbbbbbbbbbbbbbbbbbbbbbbb';

export function writing(open: Open): void {
  const on = (run: Parameters<typeof withFacts>[1]) => withFacts(open, run);

  describe('writing', () => {
    test(
      'what was put comes back as it was said',
      on(async (facts) => {
        const zhang = said(
          'P1',
          { name: ['张伟'], alias: ['小伟', '伟哥'] },
          { validFrom: '2019', validTo: '2025-03', grade: { reliability: 'A', credibility: 1 } },
        );
        await store(facts, zhang);
        expect(await facts.assertions(general, now, [zhang.about])).toEqual([
          { ...zhang, retraction: null, objections: [] },
        ]);
        expect(await facts.assertionsById(general, now, [zhang.id, 'a_unknown'])).toEqual([
          { ...zhang, retraction: null, objections: [] },
        ]);
      }),
    );

    test(
      'the same row again stores nothing, and the first day it was known stays',
      on(async (facts) => {
        const first = said('P1', { name: ['张伟'] }, { knownAt: '2023-05-01' });
        const again = { ...first, knownAt: '2024-05-01', batch: second };
        await store(facts, first);
        await write(
          facts,
          async (batch) => {
            expect(await batch.put([again, again])).toEqual({ stored: [], newEntities: 0, newTies: 0 });
          },
          second,
        );
        const [kept] = await facts.assertions(general, at('2024-06-01', '2023-06-01'), [first.about]);
        expect(kept).toMatchObject({ knownAt: '2023-05-01', batch: batchId });
      }),
    );

    test(
      'sealed first and general later are two assertions of one entity',
      on(async (facts) => {
        const row = { name: ['张伟'] };
        const hidden = said('P1', row, { compartment: 'sealed', knownAt: '2023-01-01' });
        const open_ = said('P1', row, { knownAt: '2024-01-01' });
        await store(facts, hidden);
        await write(facts, async (batch) => {
          expect(await batch.put([open_], general)).toEqual({ stored: [open_], newEntities: 1, newTies: 0 });
        });
        expect((await facts.assertions(sealed, now, [hidden.about])).map(({ id }) => id).sort()).toEqual(
          [hidden.id, open_.id].sort(),
        );
        expect((await facts.assertions(general, now, [hidden.about])).map(({ id }) => id)).toEqual([open_.id]);
        expect(await facts.assertions(general, at('2023-06-01'), [hidden.about])).toEqual([]);
      }),
    );

    test(
      'tells what is new: each entity and tie once, records and ends that nothing is said about not at all',
      on(async (facts) => {
        const [p1, p2] = [idOf('P1'), idOf('P2')];
        await write(facts, async (batch) => {
          const rows = [
            tied('classmate', p1, p2),
            tied('classmate', p1, p2, { source: 'report' }),
            said('P1', { name: ['张伟'] }),
            said('P1', { name: ['张卫'] }, { source: 'report' }),
            said('D1', { summary: ['设卡检查'] }, { kind: 'Duty', space: 'record:duties' }),
          ];
          const first = await batch.put(rows);
          expect(first.stored.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
          expect(first).toMatchObject({ newEntities: 1, newTies: 1 });
          expect(await batch.put([said('P1', { name: ['张玮'] }), said('P2', { name: ['李芳'] })])).toMatchObject({
            newEntities: 1,
            newTies: 0,
          });
        });
      }),
    );

    test(
      'many rows at once come back whole and in the order given',
      on(async (facts) => {
        const rows = Array.from({ length: 2_500 }, (_, number) => said(`P${number}`, { name: [`人${number}`] }));
        await write(facts, async (batch) => {
          const { stored, newEntities } = await batch.put(rows);
          expect(stored.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
          expect(newEntities).toBe(2_500);
          expect((await batch.put([...rows.slice(100), said('X', { name: ['新人'] })])).stored).toHaveLength(1);
        });
        expect(await facts.counts(general, now)).toEqual({ entities: { Person: 2_501 }, ties: {} });
      }),
    );

    test(
      'nothing is seen before the commit, nothing is left after a rollback',
      on(async (facts) => {
        const zhang = said('P1', { name: ['张伟'] });
        const undone = await facts.begin(batchId);
        await undone.put([zhang]);
        expect(await undone.existing(general, [zhang.about])).toEqual(new Set([zhang.about]));
        expect(await facts.assertions(general, now, [zhang.about])).toEqual([]);
        expect(await facts.committed(batchId)).toBe(false);
        await undone.rollback();
        expect(await facts.committed(batchId)).toBe(false);
        await expect(undone.put([zhang])).rejects.toThrow(Conflict);

        await store(facts, zhang);
        expect(await facts.committed(batchId)).toBe(true);
        expect(await facts.committed(second)).toBe(false);
        expect(await facts.assertions(general, now, [zhang.about])).toHaveLength(1);
      }),
    );

    test(
      'a second writer waits for the first',
      on(async (facts) => {
        const first = await facts.begin(batchId);
        const waiting = facts.begin(second).then(async (batch) => {
          await batch.put([said('P2', { name: ['李芳'] })]);
          await batch.commit();
          return 'second';
        });
        await first.put([said('P1', { name: ['张伟'] })]);
        await first.commit();
        expect(await waiting).toBe('second');
        expect(await facts.counts(general, now)).toEqual({ entities: { Person: 2 }, ties: {} });
      }),
    );

    test(
      'retractions, objections and judgements are kept once',
      on(async (facts) => {
        const [a, b] = [said('P1', { name: ['张伟'] }), said('P2', { name: ['张伟'] })];
        await store(facts, a, b);
        await write(facts, async (batch) => {
          expect(await batch.retract([retracted(a), retracted(a)])).toBe(1);
          expect(await batch.retract([retracted(a)])).toBe(0);
          expect(await batch.object([objected(a)])).toBe(1);
          expect(await batch.judge([judged(a.about, b.about, 'unsure')])).toBe(1);
          expect(await batch.judge([judged(a.about, b.about, 'unsure')])).toBe(0);
        });
      }),
    );

    test(
      'what is not there cannot be taken back, and the write is undone',
      on(async (facts) => {
        const batch = await facts.begin(batchId);
        await batch.put([said('P2', { name: ['李芳'] })]);
        await expect(batch.retract([retracted(said('P1', { name: ['张伟'] }))])).rejects.toThrow(NotFound);
        await expect(batch.commit()).rejects.toThrow(Conflict);
        expect(await facts.counts(general, now)).toEqual({ entities: {}, ties: {} });
      }),
    );

    test(
      'whose number it is: by the register of phones and accounts, by what people list, in this write too',
      on(async (facts) => {
        const phone = said(
          '13800000001',
          { number: ['13800000001'] },
          { kind: 'Phone', space: 'phone', compartment: 'sealed', approval: 'A1' },
        );
        const account = said('6200001', { accountNumber: ['6200001'] }, { kind: 'BankAccount', space: 'account' });
        const lister = said('P1', { name: ['张伟'], phone: ['13800000001', '138-0000-0002'] }, { validTo: '2023' });
        await store(facts, phone, account, lister);
        await write(facts, async (batch) => {
          await batch.put([
            said('P2', { name: ['李芳'] }),
            tied('phone', idOf('P2'), phone.about, { validFrom: '2024-01', compartment: 'sealed', approval: 'A1' }),
            tied('account', idOf('P2'), account.about),
          ]);
          const p1 = { entity: idOf('P1'), from: null, to: '2023', register: true };
          const p2 = { entity: idOf('P2'), from: '2024-01', to: null, register: false };
          expect(await batch.holders(sealed, 'phone', ['13800000001', '999'])).toEqual(
            new Map([['13800000001', [p1, p2].sort((x, y) => (x.entity < y.entity ? -1 : 1))]]),
          );
          expect(await batch.holders(general, 'phone', ['13800000001'])).toEqual(new Map([['13800000001', [p1]]]));
          expect(await batch.holders(general, 'account', ['6200001'])).toEqual(
            new Map([['6200001', [{ entity: idOf('P2'), from: null, to: null, register: false }]]]),
          );
          await batch.retract([retracted(lister)]);
          expect(await batch.holders(general, 'phone', ['13800000001'])).toEqual(new Map());
        });
      }),
    );

    test(
      'existing knows only what the audience may see',
      on(async (facts) => {
        const hidden = said('P1', { name: ['张伟'] }, { compartment: 'sealed' });
        const covered = said('P2', { name: ['李芳'] }, { approval: 'A1' });
        await store(facts, hidden, covered, tied('friend', hidden.about, idOf('P3')));
        await write(facts, async (batch) => {
          const ids = [hidden.about, covered.about, idOf('P3'), idOf('P4')];
          expect(await batch.existing(general, ids)).toEqual(new Set([covered.about]));
          expect(await batch.existing({ ...sealed, endedApprovals: ['A1'] }, ids)).toEqual(new Set([hidden.about]));
        });
      }),
    );
  });
}
