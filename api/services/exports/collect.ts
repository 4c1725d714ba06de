import type { Said } from '../../../model/assertion.ts';
import { type Audience, compareText } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { type Cut, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { speaks, type TieView } from '../../../model/merge.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { typesOfClass } from '../../../model/vocabulary/types.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Fold, Graph } from '../../graph/graph.ts';
import type { Entities, Entity } from '../entities.ts';
import type { StandingSource } from '../standing.ts';
import { mergeTies } from '../ties.ts';

/** What goes out: entities as merged, the ties among them, and the assertions behind both. */
export interface Collected {
  readonly entities: readonly Entity[];
  readonly ties: readonly (TieView & { readonly from: Id; readonly to: Id })[];
  readonly folds: readonly Fold[];
  readonly said: readonly Said[];
  readonly cut: Cut;
}

const mostFolds = 200_000;
const chunk = 500;

/** Collects the picture of these entities, or (ids null) of everything the reader may see. */
export function createCollector({
  facts,
  graph,
  entities,
  standing,
}: {
  facts: Facts;
  graph: Graph;
  entities: Entities;
  standing: StandingSource;
}) {
  return async function collect(audience: Audience, clocks: Clocks, ids: readonly Id[] | null): Promise<Collected> {
    const who = await standing(audience, clocks);
    const days = clockDays(clocks);
    const wanted = ids === null ? await everyEntity(audience, clocks) : [...new Set(ids.map(who.one))];
    const views: Entity[] = [];
    const said: Said[] = [];
    for (let i = 0; i < wanted.length; i += chunk) {
      const part = wanted.slice(i, i + chunk);
      const found = await entities.views(audience, clocks, part);
      views.push(...new Map([...found.values()].map((view) => [view.id, view])).values());
      const members = [...found.values()].flatMap((view) => view.members);
      said.push(...(await facts.assertions(audience, clocks, members)).filter((one) => speaks(one, days)));
    }
    const distinct = [...new Map(views.map((view) => [view.id, view])).values()].sort((a, b) =>
      compareText(a.id, b.id),
    );
    const shown = new Set(distinct.map((view) => view.id));
    const tieSaid = await tiesAmong(audience, clocks, distinct, ids === null);
    const ties = mergeTies(tieSaid, clocks)
      .map((tie) => ({ ...tie, from: who.one(tie.ends.from), to: who.one(tie.ends.to) }))
      .filter((tie) => shown.has(tie.from) && shown.has(tie.to) && tie.from !== tie.to);
    const behind = new Set(ties.flatMap((tie) => tie.assertions));
    const folded =
      distinct.length === 0
        ? { folds: [], ...whole() }
        : await graph.folds(audience, clocks, { entities: [...shown], between: true, limit: mostFolds });
    const { complete, limit, cutAt } = folded;
    return {
      entities: distinct,
      ties,
      folds: folded.folds,
      said: [...said, ...tieSaid.filter((one) => behind.has(one.id))].sort((a, b) => compareText(a.id, b.id)),
      cut: { complete, limit, cutAt },
    };
  };

  async function everyEntity(audience: Audience, clocks: Clocks): Promise<Id[]> {
    const found = new Set<Id>();
    for await (const part of facts.scan(audience, clocks, { types: typesOfClass('entity') }))
      for (const one of part) if (one.ends === null) found.add(one.about);
    return [...found].sort(compareText);
  }

  async function tiesAmong(
    audience: Audience,
    clocks: Clocks,
    views: readonly Entity[],
    everything: boolean,
  ): Promise<Said[]> {
    const members = views.flatMap((view) => view.members);
    const inside = new Set(members);
    const found: Said[] = [];
    if (everything) {
      for await (const part of facts.scan(audience, clocks, { kinds: tieKindNames }))
        found.push(...part.filter((one) => one.ends !== null));
    } else {
      for (let i = 0; i < members.length; i += chunk) {
        let after: Id | undefined;
        for (;;) {
          const page = await facts.ties(audience, clocks, members.slice(i, i + chunk), {
            limit: 10_000,
            ...(after === undefined ? {} : { after }),
          });
          found.push(...page.said);
          if (page.complete || page.said.length === 0) break;
          after = page.said.at(-1)!.about;
        }
      }
    }
    const own = new Map(found.map((one) => [one.id, one]));
    return [...own.values()].filter((one) => one.ends !== null && inside.has(one.ends.from) && inside.has(one.ends.to));
  }
}
export type Collector = ReturnType<typeof createCollector>;
