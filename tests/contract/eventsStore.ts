import { afterEach, beforeEach } from 'vitest';
import type { EventBatch, EventEngine, EventRow, EventSession, EventsPut } from '../../api/events/events.ts';
import type { EventLists } from '../../api/events/lists.ts';
import { type Audience, audienceOf } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import type { EventKind } from '../../model/standing/kinds.ts';
import { batchId, inChunks } from '../fixtures/events.ts';

/** Gives an engine over an empty folder. */
export type OpenEvents = () => Promise<{ engine: EventEngine; end: () => Promise<void> }>;

export const everything = audienceOf(['sealed']);
export const today: Clocks = { trueAt: '2026-01-01', knownAt: '2026-01-01' };
export const batch = batchId('a');

export interface Asked {
  readonly audience: Audience;
  readonly clocks: Clocks;
  readonly batches: readonly EventBatch[];
  readonly lists: EventLists;
}
export interface EventsStore {
  readonly engine: EventEngine;
  put(kind: EventKind, rows: readonly EventRow[], into?: Id, stored?: readonly Id[]): Promise<EventsPut>;
  /** Asks in a session of its own; without more, everything of `batch` today. */
  ask<T>(work: (session: EventSession) => Promise<T>, asked?: Partial<Asked>): Promise<T>;
  /** Contacts in all. */
  countAll(kind: EventKind, asked?: Partial<Asked>): Promise<number>;
}

/** A fresh engine for each case of the section that calls this. */
export function eventsStore(open: OpenEvents): EventsStore {
  let opened: Awaited<ReturnType<OpenEvents>>;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.end());

  async function ask<T>(work: (session: EventSession) => Promise<T>, asked: Partial<Asked> = {}): Promise<T> {
    const { audience = everything, clocks = today, batches = [batch], lists = {} } = asked;
    const session = await opened.engine.open(audience, clocks, batches, lists);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  return {
    get engine() {
      return opened.engine;
    },
    put: (kind, rows, into = batch, stored = []) => opened.engine.put(into, kind, inChunks(rows), { stored }),
    ask,
    countAll: (kind, asked) =>
      ask(async (session) => {
        const folds = await session.facts('folds', { kind });
        return folds.reduce((sum, fold) => sum + fold.n, 0);
      }, asked),
  };
}

export const byKey = <T extends { from_id: string; to_id: string; side: string }>(folds: readonly T[]) =>
  Object.fromEntries(folds.map((fold) => [JSON.stringify([fold.from_id, fold.to_id, fold.side]), fold]));
