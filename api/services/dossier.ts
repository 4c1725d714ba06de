import { type Audience, compareText } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { Facts } from '../facts/facts.ts';
import type { Batches, TakenBack } from '../ledger/ledger.ts';
import { type Entities, entityJson } from './entities.ts';
import type { AssertionJson, Evidence } from './evidence/assertions.ts';
import type { StandingSource } from './standing.ts';
import type { Subgraphs } from './subgraph.ts';

/** What is on file about one entity, for this reader at these clocks. Machine-readable: no sentence, no judgement. */
export interface Dossier {
  readonly entity: ReturnType<typeof entityJson>;
  /** Its assertions, each source with its own. */
  readonly sources: readonly {
    readonly source: AssertionJson['source'];
    readonly assertions: readonly AssertionJson[];
  }[];
  readonly ties: {
    readonly total: number;
    readonly byKind: Readonly<Record<string, { readonly private: number; readonly duty: number }>>;
  };
  /** Against assertions about it or about its ties. */
  readonly objections: readonly (AssertionJson['objections'][number] & {
    readonly assertion: Id;
    readonly about: Id;
  })[];
  /** Writes its assertions came with. */
  readonly batches: readonly {
    readonly batch: Id;
    readonly kind: string;
    readonly finishedAt: string;
    readonly assertions: number;
    readonly takenBack: readonly TakenBack[];
  }[];
}
const mostAssertions = 5_000;
const mostTies = 20_000;

export function createDossier({
  facts,
  entities,
  evidence,
  standing,
  subgraph,
  batches,
}: {
  facts: Facts;
  entities: Entities;
  evidence: Evidence;
  standing: StandingSource;
  subgraph: Pick<Subgraphs, 'counts'>;
  batches: Pick<Batches, 'find'>;
}) {
  return async function dossier(audience: Audience, clocks: Clocks, id: Id): Promise<Dossier & Cut> {
    const entity = await entities.get(audience, clocks, id);
    const all = await evidence.ofEntity(audience, clocks, id);
    const own = all.slice(0, mostAssertions);
    const { total, byKind } = await subgraph.counts(audience, clocks, id);
    const contested = await contestedTies(audience, clocks, id);
    return {
      entity: entityJson(entity),
      sources: bySource(own),
      ties: { total, byKind },
      objections: [...own, ...contested.assertions]
        .flatMap(({ id: assertion, about, objections }) =>
          objections.map((objection) => ({ ...objection, assertion, about })),
        )
        .sort((a, b) => compareText(a.knownAt, b.knownAt) || compareText(a.assertion, b.assertion)),
      batches: batchesOf(audience, own),
      ...(all.length > own.length
        ? cutByLimit(mostAssertions)
        : contested.complete
          ? whole(mostAssertions)
          : cutByLimit(mostTies)),
    };
  };

  async function contestedTies(audience: Audience, clocks: Clocks, id: Id) {
    const members = (await standing(audience, clocks)).membersOf(id);
    const found = await facts.ties(audience, clocks, members, { limit: mostTies });
    const contested = found.said.filter(({ objections }) => objections.length > 0);
    return { assertions: await evidence.present(audience, clocks, contested), complete: found.complete };
  }

  function batchesOf(audience: Audience, assertions: readonly AssertionJson[]): Dossier['batches'] {
    const counts = new Map<Id, number>();
    for (const { batch } of assertions) counts.set(batch, (counts.get(batch) ?? 0) + 1);
    return [...counts]
      .flatMap(([batch, count]) => {
        const found = batches.find(audience, batch);
        return found === undefined
          ? []
          : [
              {
                batch,
                kind: found.kind,
                finishedAt: found.outcome.finishedAt,
                assertions: count,
                takenBack: found.takenBack,
              },
            ];
      })
      .sort((a, b) => compareText(a.finishedAt, b.finishedAt)); // ids are random: equal times stay in the order of the assertions
  }
}
export type DossierService = ReturnType<typeof createDossier>;

function bySource(assertions: readonly AssertionJson[]): Dossier['sources'] {
  const groups = new Map<string, AssertionJson[]>();
  for (const one of assertions) groups.set(one.source.id, [...(groups.get(one.source.id) ?? []), one]);
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => ({ source: own[0]!.source, assertions: own })); // a group is made with its first
}
