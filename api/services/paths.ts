import type { Said } from '../../model/assertion.ts';
import type { Audience } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { type Cut, InvalidInput } from '../../model/errors.ts';
import { gradeOfRank, gradeRank, gradeText } from '../../model/grades.ts';
import type { Id } from '../../model/ids.ts';
import { speaks } from '../../model/merge.ts';
import { isEventKind } from '../../model/standing/kinds.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';
import type { Facts } from '../facts/facts.ts';
import type { Graph, GraphPath, GraphTie, PathsAsked } from '../graph/graph.ts';
import type { Entities } from './entities.ts';
import type { StandingModel, StandingSource } from './standing.ts';
import { foldQuery } from './ties.ts';

export interface PathTie {
  readonly id: Id;
  readonly kind: TieKind;
  readonly from: Id;
  readonly to: Id;
  readonly assertions: readonly Id[];
  readonly events: string | null;
  readonly duty: boolean;
  readonly count: number;
}
export interface Path {
  readonly cost: number;
  readonly hops: number;
  readonly weakestGrade: string | null;
  readonly entities: readonly Id[];
  readonly ties: readonly PathTie[];
}

/** Paths between two sets, each tie with the evidence behind it. */
export function createPaths({
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
  /** Puts the assertions (or the event rows) behind every tie of these paths. */
  async function withEvidence(audience: Audience, clocks: Clocks, found: readonly GraphPath[]): Promise<Path[]> {
    const who = await standing(audience, clocks);
    const behind = await assertionsOfTies(
      facts,
      audience,
      clocks,
      found.flatMap((path) => path.steps.flat()),
      who,
    );
    return found.map((path) => describePath(path, behind));
  }

  return {
    withEvidence,

    async between(
      audience: Audience,
      clocks: Clocks,
      asked: PathsAsked,
    ): Promise<{ paths: Path[]; names: Record<Id, { caption: string; type: string }> } & Cut> {
      const who = await standing(audience, clocks);
      const known = await entities.visible(audience, clocks, [...asked.from, ...asked.to]);
      const from = knownOnes('from', asked.from, known, who);
      const to = knownOnes('to', asked.to, known, who);
      if (from.some((id) => to.includes(id))) throw new InvalidInput('to', 'the two sets overlap');
      const { paths, complete, limit, cutAt } = await graph.paths(audience, clocks, { ...asked, from, to });
      const described = await withEvidence(audience, clocks, paths);
      const names = await entities.names(
        audience,
        clocks,
        described.flatMap((path) => path.entities),
      );
      return {
        paths: described,
        names: Object.fromEntries([...names].map(([id, { caption, type }]) => [id, { caption, type }])),
        complete,
        limit,
        cutAt,
      };
    },
  };
}
export type Paths = ReturnType<typeof createPaths>;

/** An unknown id and one the reader may not see are told apart by nothing. */
function knownOnes(path: string, ids: readonly Id[], known: ReadonlySet<Id>, who: StandingModel): Id[] {
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new InvalidInput(path, `no entity ${unknown}`, 'unknown_id');
  return [...new Set(ids.map((id) => who.one(id)))];
}

/** The assertions that speak for each stored tie, by tie id, best first. */
export async function assertionsOfTies(
  facts: Facts,
  audience: Audience,
  clocks: Clocks,
  ties: readonly GraphTie[],
  who: StandingModel,
): Promise<ReadonlyMap<Id, readonly Said[]>> {
  const pairs = new Map<string, [Id, Id]>();
  for (const tie of ties) {
    if (isEventKind(tie.kind)) continue;
    for (const from of who.membersOf(tie.from))
      for (const to of who.membersOf(tie.to)) pairs.set(`${from} ${to}`, [from, to]);
  }
  const days = clockDays(clocks);
  const behind = new Map<Id, Said[]>();
  if (pairs.size === 0) return behind;
  for (const said of await facts.tiesBetween(audience, clocks, [...pairs.values()])) {
    if (!speaks(said, days)) continue;
    const held = behind.get(said.about);
    if (held === undefined) behind.set(said.about, [said]);
    else held.push(said);
  }
  return behind;
}

export function describePath(path: GraphPath, behind: ReadonlyMap<Id, readonly Said[]>): Path {
  // A path is as strong as its weakest step, and a step as strong as its best tie.
  let weakest = 0;
  for (const step of path.steps) weakest = Math.max(weakest, Math.min(...step.map((tie) => bestRank(tie, behind))));
  return {
    cost: path.cost,
    hops: path.hops,
    weakestGrade: path.steps.length === 0 ? null : gradeText(gradeOfRank(weakest)),
    entities: path.entities,
    ties: path.steps.flat().map((tie) => ({
      id: tie.id,
      kind: tie.kind,
      from: tie.from,
      to: tie.to,
      assertions: (behind.get(tie.id) ?? []).map((said) => said.id),
      events: isEventKind(tie.kind) ? foldQuery(tie) : null,
      duty: tie.duty,
      count: tie.count,
    })),
  };
}

function bestRank(tie: GraphTie, behind: ReadonlyMap<Id, readonly Said[]>): number {
  const said = behind.get(tie.id);
  return said === undefined || said.length === 0 ? tie.gradeRank : Math.min(...said.map((one) => gradeRank(one.grade)));
}
