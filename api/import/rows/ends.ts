import { audienceOf } from '../../../model/audience.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import { looksLikeAccount, normaliseAccount } from '../../../model/identity/account.ts';
import { looksLikePhone, normalisePhone } from '../../../model/identity/phone.ts';
import { entityId, type Id } from '../../../model/ids.ts';
import type { FactsBatch, Holder } from '../../facts/facts.ts';
import { missingCode, readId } from '../read/cells.ts';
import type { ImportContext } from './context.ts';
import { detached } from './detached.ts';

/** What an end of a call or a payment stands for. */
export interface End {
  /** As the file gave it, without a spreadsheet's `.0`; '' where the cell is empty. */
  readonly given: string;
  /** Nobody declared it, and it can be no number. */
  readonly unknown: boolean;
  /** The party it names itself. */
  readonly party: Id | null;
  /** Spelt in the one way of its kind, and the entity of the number itself. */
  readonly number: string | null;
  readonly own: Id | null;
  readonly holders: readonly Held[];
}
interface Held {
  readonly entity: Id;
  readonly fromDay: number;
  readonly toDay: number;
  readonly register: boolean;
}

const spaces = {
  phone: { normal: (text: string) => normalisePhone(text) ?? null, looks: looksLikePhone },
  account: { normal: (text: string): string | null => normaliseAccount(text) || null, looks: looksLikeAccount },
} as const;
/** Past this many remembered ends the memory is emptied and fills again. */
const mostKept = 1_000_000;

/** Ends of calls and payments → entities: a party by its id; a number → who held it on that day; else the number itself.
 * For a row of compartment C only what every reader of C may see is asked (general and C): that a number is somebody's may
 * itself be sealed. What two people hold on one day is nobody's: it stays a number. */
export function createEnds(context: ImportContext, batch: FactsBatch, space: 'phone' | 'account') {
  const { normal, looks } = spaces[space];
  const { references, endedApprovals } = context;
  const byCompartment = new Map<string, Map<string, End>>();

  function keptFor(compartment: string): Map<string, End> {
    let kept = byCompartment.get(compartment);
    if (kept === undefined) {
      kept = new Map();
      byCompartment.set(compartment, kept);
    }
    return kept;
  }

  const reportedHolders = (compartment: string, number: string | null): readonly Holder[] =>
    number === null ? [] : context.reported.holders(space, compartment, number);

  async function lookUp(compartment: string, cells: readonly string[]): Promise<void> {
    const kept = keptFor(compartment);
    const readers = audienceOf([compartment], endedApprovals);
    const asked = cells.map((cell) => {
      const given = givenIn(cell);
      const number = given === '' ? null : normal(given);
      const own = number === null ? null : entityId('', space, number);
      return { cell, given, number, own, party: references.idOf('party', given) };
    });
    // A party of the bundle whose id can be no number needs no asking.
    const open = asked.filter(
      ({ given, number }) => number !== null || references.inSpace('party', given, compartment) === undefined,
    );
    const ids = new Set(open.flatMap(({ party, own }) => (own === null ? [party] : [party, own])));
    const numbers = open.flatMap(({ number }) => number ?? []);
    const existing = ids.size === 0 ? new Set<Id>() : await batch.existing(readers, [...ids]);
    const holders = numbers.length === 0 ? new Map<string, Holder[]>() : await batch.holders(readers, space, numbers);
    for (const { cell, given, number, own, party } of asked) {
      const isParty = existing.has(party) || references.inSpace('party', given, compartment) !== undefined;
      const held = number === null ? undefined : holders.get(number);
      const isNumber = number !== null && own !== null && (held !== undefined || existing.has(own) || looks(number));
      kept.set(detached(cell), {
        given: detached(given),
        unknown: !isParty && !isNumber,
        party: isParty ? party : null,
        number: isNumber ? detached(number) : null,
        own: isNumber ? own : null,
        holders: [...(held ?? []), ...reportedHolders(compartment, number)].map(heldFrom),
      });
    }
  }

  return {
    /** Ends of this compartment by the text of their cells; `prepare` has looked them up. */
    kept: keptFor,
    /** Makes room, before the ends of a piece are collected: what is collected then stays until the next piece. */
    makeRoom(compartment: string): ReadonlyMap<string, End> {
      const kept = keptFor(compartment);
      if (kept.size > mostKept) kept.clear();
      return kept;
    },
    async prepare(compartment: string, cells: ReadonlySet<string>): Promise<void> {
      if (cells.size > 0) await lookUp(compartment, [...cells]);
    },
    /** The entity an end stands for on a day. */
    entityOn(end: End, day: number): Id {
      return end.party ?? holderOn(end.holders, day) ?? end.own!; // an end that is known is a party or a number
    },
  };
}
export type Ends = ReturnType<typeof createEnds>;

function givenIn(cell: string): string {
  const text = cell.trim();
  return text === missingCode ? '' : readId(text);
}

const heldFrom = (holder: Holder): Held => ({
  entity: holder.entity,
  fromDay: firstDay(holder.from),
  toDay: lastDay(holder.to),
  register: holder.register,
});

/** Who held it on a day: what approved records say before what a register lists; nobody where two are said to. */
export function holderOn(holders: readonly Held[], day: number): Id | null {
  for (const register of [false, true]) {
    let found: Id | null = null;
    let several = false;
    for (const holder of holders) {
      if (holder.register !== register || day < holder.fromDay || day > holder.toDay || holder.entity === found)
        continue;
      several ||= found !== null;
      found = holder.entity;
    }
    if (found !== null) return several ? null : found;
  }
  return null;
}
