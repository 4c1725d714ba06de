import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Graph, RankAsked } from '../../graph/graph.ts';
import type { Listing } from './listing.ts';

/** For orientation only: centrality scores nobody. Lists those who may be listed, the rest as a number. */
export function createRank({ graph, listing }: { graph: Graph; listing: Listing }) {
  return async function rank(
    audience: Audience,
    clocks: Clocks,
    purpose: string | null,
    asked: RankAsked & { top: number },
  ): Promise<
    { measure: string; items: { id: Id; value: number; rank: number }[]; others: number; errorBound: null } & Cut
  > {
    const run = await graph.rank(audience, clocks, { measure: asked.measure });
    const listed = await listing(
      audience,
      clocks,
      purpose,
      run.items.map((item) => item.id),
    );
    const items = run.items.filter((item) => listed.has(item.id));
    // Ranks are places among those listed: a place among all would tell how many others stand between.
    const shown = items.slice(0, asked.top).map((item, index) => ({ ...item, rank: index + 1 }));
    return {
      measure: asked.measure,
      items: shown,
      others: run.items.length - items.length,
      errorBound: null,
      ...(items.length > asked.top ? cutByLimit(asked.top) : whole(asked.top)),
    };
  };
}
