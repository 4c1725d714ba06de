import type { TieKind } from '../vocabulary/kinds.ts';

/** Ties that are dated happenings: true from their day on. */
export const happeningKinds: ReadonlySet<TieKind> = new Set([
  'calls',
  'payments',
  'copresence',
  'decision',
  'case',
  'tender',
  'operation',
]);

/** Ties that come with an office and say nothing private: deciding, knowing of an operation, running a tender, holding a post. */
export const dutyKinds: ReadonlySet<TieKind> = new Set(['decision', 'awareness', 'tender', 'operation', 'post']);

/** Folded from event rows. */
export const eventKinds = ['calls', 'payments', 'copresence'] as const satisfies readonly TieKind[];
export type EventKind = (typeof eventKinds)[number];
export const isEventKind = (kind: string): kind is EventKind => (eventKinds as readonly string[]).includes(kind);
