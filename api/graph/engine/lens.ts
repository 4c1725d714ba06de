import { type Audience, maySee } from '../../../model/audience.ts';
import type { ClockDays } from '../../../model/clocks.ts';
import { earliestDay, firstDay, isPartialDate, lastDay, latestDay } from '../../../model/dates.ts';
import { InvalidInput } from '../../../model/errors.ts';
import type { Columns, RetractedRow } from '../columns/columns.ts';
import type { Window } from '../graph.ts';

/** What one reader may see at his clocks, against the columns' numbers: 1 where he may. */
export interface Lens {
  readonly compartments: Uint8Array;
  readonly approvals: Uint8Array;
  /** By name: of judgements, whose compartment may be one that no row has. */
  readonly held: ReadonlySet<string>;
  readonly clocks: ClockDays;
}

export function createLens(columns: Columns, audience: Audience, clocks: ClockDays): Lens {
  const general = audience.compartments[0] ?? '';
  return {
    compartments: Uint8Array.from(columns.compartments, (compartment) => Number(maySee(audience, { compartment }))),
    approvals: Uint8Array.from(columns.approvals, (approval) =>
      Number(maySee(audience, { compartment: general, approval: approval || null })),
    ),
    held: new Set(audience.compartments),
    clocks,
  };
}

/** 1 at rows taken back as far as this reader may know; null when there are none. */
export function takenBack(retracted: readonly RetractedRow[], rows: number, lens: Lens): Uint8Array | null {
  let taken: Uint8Array | null = null;
  for (const { row, compartment, knownDay } of retracted) {
    if (lens.compartments[compartment] !== 1 || knownDay > lens.clocks.knownTo) continue;
    taken ??= new Uint8Array(rows);
    taken[row] = 1;
  }
  return taken;
}

/** A window on ties, in whole days: a tie has to hold at some moment in it, a dated happening to lie in it, besides what the
 * clocks ask. */
export interface DayWindow {
  readonly fromDay: number;
  readonly toDay: number;
}

export function dayWindow({ fromDate, toDate }: Window): DayWindow {
  for (const [name, date] of [
    ['fromDate', fromDate],
    ['toDate', toDate],
  ] as const) {
    if (date !== undefined && !isPartialDate(date)) throw new InvalidInput(name, `${name} is a date`);
  }
  const window = { fromDay: firstDay(fromDate ?? null), toDay: lastDay(toDate ?? null) };
  if (window.fromDay > window.toDay) throw new InvalidInput('toDate', 'the window ends before it starts');
  return window;
}

export const openWindow: DayWindow = { fromDay: earliestDay, toDay: latestDay };
