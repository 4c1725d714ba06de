import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventRow } from '../../api/events/events.ts';
import type { QueryRow } from '../../api/events/queries/queries.ts';
import { audienceOf } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import { type EventKind, eventKinds } from '../../model/standing/kinds.ts';
import { batchId } from '../fixtures/events.ts';
import { eventRowOf, hostileDuties, hostileIds } from '../fixtures/eventsHostile.ts';
import { referenceFolds, visibleRows } from '../fixtures/eventsReference.ts';
import { byKey, eventsStore, type OpenEvents } from './eventsStore.ts';

/** Any rows, however hostile, against the slow reference. */
export function properties(open: OpenEvents): void {
  describe('properties', () => {
    const store = eventsStore(open);
    const { put, ask } = store;

    /** Every row of a batch, by whom it is from, as text to be compared. */
    const allRows = (kind: EventKind, id: Id) =>
      ask(
        async (session) => {
          const found: string[] = [];
          for (const from of hostileIds) {
            const rows = await session.facts('rowsBehind', { kind, from, limit: 10_000 });
            for (const row of rows) if (row.from_id === from) found.push(readText(row));
          }
          return found.sort();
        },
        { audience: audienceOf(['sealed', '密', "it's"]), clocks: { trueAt: '9999', knownAt: '9999' }, batches: [id] },
      );

    test.each(eventKinds)(
      'any set of %s folds as it does row by row, for any audience and clocks',
      async (kind) => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(eventRowOf(kind), { maxLength: 40 }),
            hostileDuties,
            fc.subarray(['sealed', '密', "it's"]),
            fc.subarray(['A-1', '甲']),
            fc.constantFrom('2024-01-01', '2023', '2024-01-01..2024-01-02', '1969..1970', '2030'),
            fc.constantFrom('2022-01-08', '2030-01-01'),
            async (rows, duties, compartments, ended, trueAt, knownAt) => {
              const audience = audienceOf(compartments, ended);
              const clocks = { trueAt, knownAt };
              const [id, again] = [batchId('m'), batchId('n')];
              try {
                expect((await put(kind, rows, id)).rows).toBe(rows.length);
                const folds = await ask((session) => session.facts('folds', { kind }), {
                  audience,
                  clocks,
                  batches: [id],
                  lists: { duties },
                });
                expect(byKey(folds)).toEqual(byKey(referenceFolds(kind, visibleRows(rows, audience, clocks), duties)));
                expect(await allRows(kind, id)).toEqual(rows.map(storedText).sort());
                expect((await put(kind, rows, again, [id])).rows).toBe(0);
              } finally {
                await store.engine.erase({ batches: [id, again] });
              }
            },
          ),
          { numRuns: 15 },
        );
      },
      120_000,
    );
  });
}

const storedText = (row: EventRow) =>
  JSON.stringify([
    ...[row.from, row.to, row.fromGiven, row.toGiven, row.group, row.atSeconds, row.untilSeconds, row.amount],
    ...[row.count, row.detail, row.note, row.onDuty, row.source, row.origin, row.grade, row.compartment],
    ...[row.approval, row.knownDay, row.file, row.line],
  ]);
const readText = (row: QueryRow<'rowsBehind'>) =>
  JSON.stringify([
    ...[row.from_id, row.to_id, row.from_given, row.to_given, row.group_id, row.at_s, row.until_s, row.amount],
    ...[row.n, row.detail, row.note, row.on_duty, row.source, row.origin, row.grade, row.compartment],
    ...[row.approval, row.known_day, row.file, row.line],
  ]);
