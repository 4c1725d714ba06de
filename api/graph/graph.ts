import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Cut } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';

/** The graph port: questions about the audience's graph, answered by the resident graph process (or in this process by the
 * command line). Ids in, ids out; words and evidence are the services' business. The graph is the audience's own: masked by
 * compartments, ended approvals and both clocks before any counting; merged entities are one node under their least visible member. */
export interface Graph {
  /** Set-to-set, the k paths of fewest hops, loopless, sets touched only at the ends; protected people are never in the middle. */
  paths(audience: Audience, clocks: Clocks, asked: PathsAsked): Promise<{ paths: GraphPath[] } & Cut>;
  /** For every pair of two sets joined within maxHops: its paths of fewest hops, under the same rules. */
  pairPaths(audience: Audience, clocks: Clocks, asked: PairsAsked): Promise<{ pairs: GraphPair[] } & Cut>;
  subgraph(audience: Audience, clocks: Clocks, asked: SubgraphAsked): Promise<Subgraph & Cut>;
  /** Neighbours by kind: how many ties of each kind and to which type, for each entity that exists. */
  tieCounts(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<TieCounts[]>;
  /** Folded ties (calls, payments, co-presence) at these entities, each split into its private and its duty share. */
  folds(audience: Audience, clocks: Clocks, asked: FoldsAsked): Promise<{ folds: Fold[] } & Cut>;
  communities(audience: Audience, clocks: Clocks, asked: CommunitiesAsked): Promise<CommunityRun>;
  rank(audience: Audience, clocks: Clocks, asked: RankAsked): Promise<RankRun>;
  standing(audience: Audience, clocks: Clocks): Promise<StandingIndex>;
  close(): Promise<void>;
}

export interface Window {
  readonly fromDate?: string;
  readonly toDate?: string;
}
export interface PathsAsked extends Window {
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly k: number;
  readonly maxHops: number;
  readonly kinds?: readonly TieKind[];
  readonly duty: 'include' | 'exclude' | 'only';
  readonly deadlineMs: number | null;
}
export interface PairsAsked extends Window {
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly maxHops: number;
  readonly kinds?: readonly TieKind[];
  readonly duty: 'include' | 'exclude' | 'only';
  readonly pathsPerPair: number;
  readonly mostPairs: number;
  /** Answers these pairs alone; sets are touched only at the ends all the same. */
  readonly only?: readonly (readonly [Id, Id])[];
  readonly deadlineMs: number | null;
}
export interface GraphPair {
  readonly from: Id;
  readonly to: Id;
  readonly hops: number;
  /** How many paths of that many hops there are; `paths` are the first of them. */
  readonly count: number;
  readonly paths: readonly GraphPath[];
}
/** One edge of a path or picture. `duty` is its side: the duty share of a fold is an edge of its own. */
export interface GraphTie {
  readonly id: Id;
  readonly kind: TieKind;
  readonly from: Id;
  readonly to: Id;
  readonly duty: boolean;
  readonly count: number;
  readonly gradeRank: number;
}
export interface GraphPath {
  readonly cost: number;
  readonly hops: number;
  readonly entities: readonly Id[];
  /** All parallel ties of each step: steps[i] joins entities[i] and entities[i + 1]. */
  readonly steps: readonly (readonly GraphTie[])[];
}
export interface SubgraphAsked extends Window {
  readonly center?: Id;
  readonly hops?: number;
  readonly ids?: readonly Id[];
  readonly kinds?: readonly TieKind[];
  readonly duty?: 'include' | 'exclude';
  readonly limit: number;
}
export interface Subgraph {
  readonly entities: readonly Id[];
  readonly ties: readonly GraphTie[];
}
export interface TieCounts {
  readonly id: Id;
  readonly total: number;
  readonly byKind: Partial<Record<TieKind, { readonly private: number; readonly duty: number }>>;
}
export interface FoldsAsked extends Window {
  readonly entities: readonly Id[];
  readonly kinds?: readonly TieKind[];
  /** Only folds whose both ends are among `entities`. */
  readonly between?: boolean;
  readonly limit: number;
}
export interface Fold extends GraphTie {
  readonly sum: number; // calls: seconds · payments: fen · co-presence: 0
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly dutyReason: string | null;
}
export interface CommunitiesAsked {
  readonly algorithm: 'louvain' | 'leiden';
  readonly resolution: number;
  readonly seed: number;
  readonly kinds?: readonly TieKind[];
}
export interface CommunityRun {
  readonly nodes: number;
  readonly edges: number;
  readonly quality: number;
  /** Members of each community, largest community first, ids sorted. */
  readonly communities: readonly {
    readonly members: readonly Id[];
    readonly inside: number;
    readonly outside: number;
  }[];
}
export interface RankAsked {
  readonly measure: 'degree' | 'components' | 'pagerank';
}
export interface RankRun {
  readonly items: readonly { readonly id: Id; readonly value: number }[];
}
/** Who is what for this audience at these clocks (model/standing). */
export interface StandingIndex {
  readonly officials: readonly Id[];
  readonly suspects: readonly { readonly id: Id; readonly gangs: readonly Id[]; readonly cases: readonly Id[] }[];
  readonly gangs: readonly { readonly id: Id; readonly filed: boolean; readonly members: readonly Id[] }[];
  readonly protectedPeople: readonly Id[];
}
