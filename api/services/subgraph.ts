import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import { type Cut, NotFound } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';
import type { Graph, SubgraphAsked, TieCounts } from '../graph/graph.ts';
import type { Entities } from './entities.ts';
import type { StandingSource } from './standing.ts';

/** The contract's subgraph JSON: columns, so that five thousand entities stay small on the way. */
export interface SubgraphJson extends Cut {
  readonly entities: {
    readonly id: readonly Id[];
    readonly type: readonly string[];
    readonly caption: readonly string[];
    readonly roles: readonly (readonly string[])[];
    /** All ties of each entity that this reader may see: what "+N" is counted from. */
    readonly counts: readonly number[];
  };
  readonly ties: {
    readonly id: readonly Id[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly kind: readonly TieKind[];
    readonly duty: readonly boolean[];
    readonly count: readonly number[];
  };
}

export function createSubgraph({
  graph,
  entities,
  standing,
}: {
  graph: Graph;
  entities: Entities;
  standing: StandingSource;
}) {
  return {
    async around(audience: Audience, clocks: Clocks, asked: SubgraphAsked): Promise<SubgraphJson> {
      const who = await standing(audience, clocks);
      if (asked.center !== undefined) await entities.get(audience, clocks, asked.center);
      const canonical: SubgraphAsked = {
        ...asked,
        ...(asked.center === undefined ? {} : { center: who.one(asked.center) }),
        ...(asked.ids === undefined ? {} : { ids: [...new Set(asked.ids.map(who.one))] }),
      };
      const found = await graph.subgraph(audience, clocks, canonical);
      const views = await entities.views(audience, clocks, found.entities);
      const shown = found.entities.filter((id) => views.has(id));
      const place = new Map(shown.map((id, index) => [id, index]));
      const counts = new Map((await graph.tieCounts(audience, clocks, shown)).map((one) => [one.id, one.total]));
      const ties = found.ties.filter((tie) => place.has(tie.from) && place.has(tie.to));
      return {
        entities: {
          id: shown,
          type: shown.map((id) => views.get(id)!.type),
          caption: shown.map((id) => views.get(id)!.caption),
          roles: shown.map((id) => views.get(id)!.roles),
          counts: shown.map((id) => counts.get(id) ?? 0),
        },
        ties: {
          id: ties.map((tie) => tie.id),
          from: ties.map((tie) => place.get(tie.from)!),
          to: ties.map((tie) => place.get(tie.to)!),
          kind: ties.map((tie) => tie.kind),
          duty: ties.map((tie) => tie.duty),
          count: ties.map((tie) => tie.count),
        },
        complete: found.complete,
        limit: found.limit,
        cutAt: found.cutAt,
      };
    },

    async counts(audience: Audience, clocks: Clocks, id: Id): Promise<TieCounts> {
      const view = await entities.get(audience, clocks, id);
      const who = await standing(audience, clocks);
      const [found] = await graph.tieCounts(audience, clocks, [who.one(id)]);
      if (found === undefined) throw new NotFound();
      return { ...found, id: view.id };
    },
  };
}
export type Subgraphs = ReturnType<typeof createSubgraph>;
