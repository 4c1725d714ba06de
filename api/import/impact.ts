import type { Audience } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import { speaks } from '../../model/merge.ts';
import { eventKinds } from '../../model/standing/kinds.ts';
import { typeDefinitions } from '../../model/vocabulary/types.ts';
import type { ImportDeps } from './options.ts';

/** Everything ever said, whenever true or known. */
export const always: Clocks = { trueAt: '1000-01-01..9999-12-31', knownAt: '9999-12-31' };

/** What taking a batch back does, as far as its reader sees. Entities and ties: those of which nothing else speaks today, and ties
 * that lose an end. `others`: rows of other batches that rest on its approvals and can be read no more either. */
export interface Impact {
  readonly assertions: number;
  readonly entities: number;
  readonly ties: number;
  readonly events: number;
  readonly approvals: number;
  readonly others: { readonly assertions: number; readonly events: number };
}
export interface BatchContent {
  /** Assertions of the batch that its reader sees and that stand; those he sees taken back already. */
  readonly standing: ReadonlyMap<Id, { readonly about: Id; readonly class: 'entity' | 'tie' | 'record' }>;
  readonly takenBack: ReadonlySet<Id>;
  /** Assertions of other batches under these approvals. */
  readonly others: ReadonlySet<Id>;
}
type Deps = Pick<ImportDeps, 'facts' | 'events' | 'ledger' | 'clock'>;
const chunk = 500;

/** One scan of all facts: they are not kept by batch. */
export async function readBatch(
  { facts }: Deps,
  audience: Audience,
  batch: Id,
  approvals: ReadonlySet<string>,
): Promise<BatchContent> {
  const standing = new Map<Id, { about: Id; class: 'entity' | 'tie' | 'record' }>();
  const takenBack = new Set<Id>();
  const others = new Set<Id>();
  for await (const said of facts.scan(audience, always, {}))
    for (const one of said) {
      if (one.batch !== batch) {
        if (one.approval !== null && approvals.has(one.approval)) others.add(one.id);
      } else if (one.retraction !== null) takenBack.add(one.id);
      else standing.set(one.id, { about: one.about, class: typeDefinitions[one.kind].class });
    }
  return { standing, takenBack, others };
}

export async function impactOf(
  deps: Deps,
  audience: Audience,
  batch: Id,
  approvals: ReadonlySet<string>,
  content: BatchContent,
): Promise<Impact> {
  const today = deps.clock.today();
  const clocks: Clocks = { trueAt: today, knownAt: today };
  const goes = (id: Id) => content.standing.has(id) || content.others.has(id);
  const silenced = async (wanted: 'entity' | 'tie'): Promise<Id[]> => {
    const about = [...content.standing.values()].filter((one) => one.class === wanted).map((one) => one.about);
    return silent(deps, audience, clocks, [...new Set(about)], goes);
  };
  const entities = await silenced('entity');
  const ties = new Set(await silenced('tie'));
  for (const id of await tiesAt(deps, audience, clocks, entities)) ties.add(id);
  const events = await eventRows(deps, audience, batch, approvals);
  return {
    assertions: content.standing.size,
    entities: entities.length,
    ties: ties.size,
    events: events.own,
    approvals: approvals.size,
    others: { assertions: content.others.size, events: events.others },
  };
}

/** Those about which something speaks today, and nothing once this goes. */
async function silent(
  { facts }: Deps,
  audience: Audience,
  clocks: Clocks,
  ids: readonly Id[],
  goes: (assertion: Id) => boolean,
): Promise<Id[]> {
  const days = clockDays(clocks);
  const found: Id[] = [];
  for (let from = 0; from < ids.length; from += chunk) {
    const speaking = new Map<Id, boolean>();
    for (const one of await facts.assertions(audience, clocks, ids.slice(from, from + chunk)))
      if (speaks(one, days)) speaking.set(one.about, (speaking.get(one.about) ?? false) || !goes(one.id));
    for (const [id, stays] of speaking) if (!stays) found.push(id);
  }
  return found;
}

async function tiesAt({ facts }: Deps, audience: Audience, clocks: Clocks, entities: readonly Id[]): Promise<Set<Id>> {
  const days = clockDays(clocks);
  const found = new Set<Id>();
  for (let from = 0; from < entities.length; from += chunk) {
    let after: Id | undefined;
    for (;;) {
      const page = await facts.ties(audience, clocks, entities.slice(from, from + chunk), {
        limit: 10_000,
        ...(after === undefined ? {} : { after }),
      });
      for (const one of page.said) {
        if (speaks(one, days)) found.add(one.about);
        if (after === undefined || one.about > after) after = one.about;
      }
      if (page.complete || page.said.length === 0) break;
    }
  }
  return found;
}

async function eventRows(
  { events, ledger, clock }: Deps,
  audience: Audience,
  batch: Id,
  approvals: ReadonlySet<string>,
): Promise<{ own: number; others: number }> {
  const total = { own: 0, others: 0 };
  const session = await events.open(audience, always, ledger.batches.eventsRead(clock.today()));
  try {
    for (const kind of eventKinds) {
      const [row] = await session.facts('rowsUnder', { kind, batch, approvals: [...approvals] });
      total.own += row?.own ?? 0;
      total.others += row?.others ?? 0;
    }
  } finally {
    await session.close();
  }
  return total;
}
