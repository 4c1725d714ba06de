import { createHash } from 'node:crypto';
import { Conflict, InvalidInput } from '../../model/errors.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from './answers.ts';

/** `Idempotency-Key`: a POST that stores, sent twice with one key, is done once and answered alike. Answers are kept in memory,
 * per user, for a day; a restart forgets them (what was stored stays: contents have content ids). Only what succeeded is
 * kept: a refused try may be mended and sent again. */
export interface Idempotency {
  once(
    asked: { user: string; key: string; request: string; body: unknown },
    work: () => Promise<Answer>,
  ): Promise<Answer>;
}

interface Kept {
  readonly fingerprint: string;
  readonly at: number;
  readonly answer: Promise<Answer>;
}
const keptForMs = 24 * 3_600_000;
const mostKept = 5_000;
const keyPattern = /^[\x21-\x7e]{1,200}$/;

export function createIdempotency(clock: Clock): Idempotency {
  const kept = new Map<string, Kept>();

  function sweep(now: number): void {
    // A Map keeps its order of entry: the oldest stand first.
    for (const [name, { at }] of kept) {
      if (now - at <= keptForMs && kept.size <= mostKept) return;
      kept.delete(name);
    }
  }

  return {
    async once({ user, key, request, body }, work) {
      if (!keyPattern.test(key))
        throw new InvalidInput('header.Idempotency-Key', 'at most 200 visible ASCII characters');
      const now = clock.now().getTime();
      sweep(now);
      const name = JSON.stringify([user, key]);
      const fingerprint = createHash('sha256')
        .update(JSON.stringify([request, body ?? null]))
        .digest('hex');
      const before = kept.get(name);
      if (before !== undefined) {
        if (before.fingerprint !== fingerprint) throw new Conflict('this Idempotency-Key was used for another request');
        const answer = await before.answer;
        return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } };
      }
      const answer = work();
      kept.set(name, { fingerprint, at: now, answer });
      try {
        return await answer;
      } catch (error) {
        kept.delete(name);
        throw error;
      }
    },
  };
}
