import { type EventQuestion, eventQueryId } from '../../../api/services/evidence/eventQuery.ts';
import { audienceOf } from '../../../model/audience.ts';
import { digest, type Id, isId } from '../../../model/ids.ts';
import { everything } from './everything.ts';
import type { Place } from './place.ts';

/** What requests are made of: what stands in both variants, and what stands in `with` alone. */
export interface Ids {
  readonly visible: Pool;
  readonly hidden: Pool;
  /** Random ids of what the keeper made in `with`: there is nothing under them in the other. */
  readonly keeper: { readonly batches: readonly Id[]; readonly run: Id; readonly board: Id };
}
export interface Pool {
  readonly entities: readonly Id[];
  readonly records: readonly Id[];
  readonly assertions: readonly Id[];
  /** Assertions of ties. */
  readonly ties: readonly Id[];
  readonly officials: readonly Id[];
  readonly suspects: readonly Id[];
  readonly gangs: readonly Id[];
  readonly units: readonly Id[];
  readonly events: readonly EventQuestion[];
}

export async function idsOf(withHidden: Place, without: Place): Promise<Ids> {
  const [all, some] = [await poolOf(withHidden), await poolOf(without)];
  const keys = Object.keys(some) as (keyof Pool)[]; // of a pool
  const hidden = Object.fromEntries(keys.map((key) => [key, less(all[key], some[key])])) as unknown;
  const seen = audienceOf(['task-1', 'informants']);
  const batches = withHidden.installation.ledger.batches;
  const shown = new Set(batches.list(seen).map(({ batch }) => batch));
  return {
    visible: some,
    hidden: hidden as Pool, // key by key, what only the first has
    keeper: {
      batches: batches.doneIds().filter((batch) => !shown.has(batch)),
      run: withHidden.made.run,
      board: withHidden.made.board,
    },
  };
}

function less(all: readonly unknown[], some: readonly unknown[]): unknown[] {
  const known = new Set(some.map((one) => JSON.stringify(one)));
  return all.filter((one) => !known.has(JSON.stringify(one)));
}

async function poolOf({ installation }: Place): Promise<Pool> {
  const { facts, graph, clock } = installation;
  const audience = everything(installation);
  const clocks = { trueAt: clock.today(), knownAt: clock.today() };
  const [entities, records, assertions, ties] = [new Set<Id>(), new Set<Id>(), new Set<Id>(), new Set<Id>()];
  for await (const chunk of facts.scan(audience, { trueAt: '1000..9999', knownAt: clock.today() }, {})) {
    for (const said of chunk) {
      assertions.add(said.id);
      if (said.ends !== null) ties.add(said.id);
      if (isId(said.about, 'e'))
        (said.properties.person !== undefined && said.ends === null ? records : entities).add(said.about);
    }
  }
  const standing = await graph.standing(audience, clocks);
  const { folds } = await graph.folds(audience, clocks, { entities: [...entities], limit: 10_000 });
  return {
    entities: [...entities].sort(),
    records: [...records].sort(),
    assertions: [...assertions].sort(),
    ties: [...ties].sort(),
    officials: [...standing.officials].sort(),
    suspects: standing.suspects.map(({ id }) => id).sort(),
    gangs: standing.gangs.map(({ id }) => id).sort(),
    units: [...(await installation.services.standing(audience, clocks)).officials.values()]
      .flatMap((posts) => posts.map(({ organisation }) => organisation))
      .filter((id, place, list) => list.indexOf(id) === place)
      .sort(),
    events: folds
      .map(
        ({ kind, from, to }): EventQuestion => ({
          name: 'rows',
          kind: kind as EventQuestion['kind'], // folds are of events
          from,
          to,
          either: true,
          side: 'all',
        }),
      )
      .sort((a, b) => (eventQueryId(a) < eventQueryId(b) ? -1 : 1)),
  };
}

/** An id of the right form that names nothing. */
export const unknownId = (prefix: string, number = 1): Id => `${prefix}_${digest(['nothing', String(number)])}`;
