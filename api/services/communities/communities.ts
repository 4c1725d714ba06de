import type { Audience } from '../../../model/audience.ts';
import { compareText } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import type { CommunitiesAsked, Graph } from '../../graph/graph.ts';
import type { Entities } from '../entities.ts';
import type { StandingSource } from '../standing.ts';
import type { Listing } from './listing.ts';

/** The contract's communities JSON. Membership, role and ambiguity are null in a single run: they need many. */
export interface CommunitiesJson {
  readonly nodes: number;
  readonly edges: number;
  readonly algorithm: 'louvain' | 'leiden';
  readonly resolution: number;
  readonly quality: number;
  readonly runs: 1;
  readonly seed: number;
  readonly communities: readonly CommunityJson[];
  readonly ambiguity: null;
  /** Captions of those listed. */
  readonly names: Readonly<Record<Id, { caption: string; type: string }>>;
}
export interface CommunityJson {
  readonly id: string;
  readonly size: number;
  readonly members: readonly { readonly id: Id; readonly membership: null; readonly role: null }[];
  /** Ordinary people, who are counted and not listed. */
  readonly others: number;
  readonly inside: number;
  readonly outside: number;
  readonly connected: true;
  readonly officials: readonly Id[];
  readonly suspects: readonly Id[];
}

export function createCommunities({
  graph,
  entities,
  standing,
  listing,
}: {
  graph: Graph;
  entities: Entities;
  standing: StandingSource;
  listing: Listing;
}) {
  return async function communities(
    audience: Audience,
    clocks: Clocks,
    purpose: string | null,
    asked: CommunitiesAsked,
  ): Promise<CommunitiesJson> {
    const run = await graph.communities(audience, clocks, asked);
    const who = await standing(audience, clocks);
    const listed = await listing(
      audience,
      clocks,
      purpose,
      run.communities.flatMap((community) => community.members),
    );
    const names = await entities.names(audience, clocks, [...listed]);
    return {
      nodes: run.nodes,
      edges: run.edges,
      algorithm: asked.algorithm,
      resolution: asked.resolution,
      quality: run.quality,
      runs: 1,
      seed: asked.seed,
      communities: run.communities.map((community, index) => {
        const members = community.members.filter((id) => listed.has(id));
        return {
          id: `c${index + 1}`,
          size: community.members.length,
          members: members.map((id) => ({ id, membership: null, role: null })),
          others: community.members.length - members.length,
          inside: community.inside,
          outside: community.outside,
          connected: true,
          officials: community.members.filter((id) => who.officials.has(id)).sort(compareText),
          suspects: community.members.filter((id) => who.suspects.has(id)).sort(compareText),
        };
      }),
      ambiguity: null,
      names: Object.fromEntries([...names].map(([id, { caption, type }]) => [id, { caption, type }])),
    };
  };
}
export type Communities = ReturnType<typeof createCommunities>;
