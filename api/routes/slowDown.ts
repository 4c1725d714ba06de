import { setTimeout as pause } from 'node:timers/promises';
import { PowangError } from '../../model/errors.ts';
import type { Clock } from '../clock.ts';

const windowMs = 60_000;
const stepMs = 100;
const longestMs = 2_000;
const mostWaiting = 50;
const mostAddresses = 10_000;

/** Slows signing in after failures from one address, and locks nobody out: each failure of the last minute after the third adds a
 * little, up to two seconds. Too many waiting at once are refused. */
export function createSlowDown(clock: Clock) {
  const failures = new Map<string, number[]>();
  let waiting = 0;
  const recent = (address: string): number[] => {
    const since = clock.now().getTime() - windowMs;
    return (failures.get(address) ?? []).filter((at) => at > since);
  };
  return {
    async wait(address: string): Promise<void> {
      const count = Math.max(0, recent(address).length - 3);
      if (count === 0) return;
      if (waiting >= mostWaiting) throw new PowangError('rate_limited', 'too many tries to sign in');
      waiting += 1;
      try {
        await pause(Math.min(longestMs, count * stepMs));
      } finally {
        waiting -= 1;
      }
    },
    failed(address: string): void {
      const before = recent(address).slice(-mostWaiting);
      failures.delete(address);
      failures.set(address, [...before, clock.now().getTime()]);
      const [oldest] = failures.keys();
      if (failures.size > mostAddresses && oldest !== undefined) failures.delete(oldest);
    },
  };
}
