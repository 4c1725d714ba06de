import type { MessageKey } from '../../i18n/messages.ts';
import type { BoardDiff } from './diff.ts';
import { reverse } from './diff.ts';

/** A named act and its diff. */
export interface Step {
  readonly name: MessageKey;
  readonly count: number;
  readonly diff: BoardDiff;
}
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const kept = 500;
export const emptyHistory: History = { past: [], future: [] };

export const record = (history: History, step: Step): History => ({
  past: [...history.past, step].slice(-kept),
  future: [],
});

/** The diff that takes back the last step, and the history after it. */
export function undo({ past, future }: History): { diff: BoardDiff; history: History } | undefined {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  return { diff: reverse(last.diff), history: { past: past.slice(0, -1), future: [last, ...future] } };
}

export function redo({ past, future }: History): { diff: BoardDiff; history: History } | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  return { diff: next.diff, history: { past: [...past, next], future: rest } };
}
