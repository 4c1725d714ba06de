import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../api/services/access/viewer.ts';
import { createHandBatch } from '../../api/services/writing/batch.ts';
import { createHand, type Hand } from '../../api/services/writing/hand.ts';
import { audienceOf } from '../../model/audience.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { entityId } from '../../model/ids.ts';
import { clock, openPlace, type Place } from './harness/place.ts';
import { sealed } from './story/sealed.ts';

/** By hand too, what is written for everybody speaks only of whom everybody knows: else a tie would be counted where nobody sees
 * it, and a word about somebody in secret would tell that there is one. */
let place: Place;
let hand: Hand;
let keeper: Viewer;
const today = clock.today();
const clocks = { trueAt: today, knownAt: today };
const [open, other, hidden] = ['TP-P01', 'TP-P02', 'SX-P01'].map((key) => entityId('', 'party', key)) as [
  string,
  string,
  string,
];
const friend = (to: string, compartment?: string) => ({
  kind: 'Associate' as const,
  ends: { from: open, to, kind: 'friend' as const },
  properties: {},
  source: '访谈',
  ...(compartment === undefined ? {} : { compartment }),
});
const version = () => place.installation.ledger.batches.dataVersion(audienceOf([]));

beforeAll(async () => {
  place = await openPlace('with');
  const { facts, services } = place.installation;
  const write = createHandBatch(place.installation);
  hand = createHand({ facts, entities: services.entities, evidence: services.evidence, write });
  keeper = { user: place.users.keeper, audience: audienceOf([sealed]), purpose: 'review:test', account: null };
});
afterAll(() => place.close());

test('a tie, a word or a judgement for everybody about somebody in secret is refused, as about nobody', async () => {
  const before = version();
  const nobody = entityId('', 'party', 'nobody');
  for (const end of [hidden, nobody])
    await expect(hand.enter(keeper, clocks, friend(end))).rejects.toThrow(
      new InvalidInput('ends.to', 'no such entity', 'unknown_id'),
    );
  const word = { about: hidden, kind: 'Person' as const, properties: { alias: ['暗'] }, source: '访谈' };
  await expect(hand.enter(keeper, clocks, word)).rejects.toThrow(NotFound);
  const judgement = { a: open, b: hidden, judgement: 'positive' as const, reason: '同一人' };
  await expect(hand.judge(keeper, clocks, judgement)).rejects.toThrow(NotFound);
  expect(version()).toBe(before);
});

test('in the compartment itself it is written, and shows to nobody else', async () => {
  const before = version();
  const { compartment } = await hand.enter(keeper, clocks, friend(hidden, sealed));
  expect(compartment).toBe(sealed);
  await hand.judge(keeper, clocks, { a: open, b: hidden, judgement: 'unsure', reason: '待核', compartment: sealed });
  expect(version()).toBe(before);
  await hand.enter(keeper, clocks, friend(other));
  expect(version()).not.toBe(before);
});
