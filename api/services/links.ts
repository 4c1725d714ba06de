import { type Audience, compareText } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import { type Cut, cutByLimit, NotFound, whole } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';
import type { Graph, GraphPair, GraphPath } from '../graph/graph.ts';
import type { Entities } from './entities.ts';
import type { Path, Paths } from './paths.ts';
import type { StandingModel, StandingSource } from './standing.ts';

export interface LinksAsked {
  readonly officials?: readonly Id[];
  readonly suspects?: readonly Id[];
  readonly gang?: Id;
  readonly unit?: Id;
  readonly kinds?: readonly TieKind[];
  readonly maxHops: number;
  /** At most this many official–suspect pairs. */
  readonly limit: number;
  readonly deadlineMs: number | null;
}
export interface Link {
  readonly officialId: Id;
  readonly suspectId: Id;
  readonly gangId: Id | null;
  readonly private: readonly Path[];
  readonly duty: readonly Path[];
  readonly counts: { readonly private: number; readonly duty: number; readonly weakestGrade: string | null };
}

/** Paths shown of each pair and side; more private ones exist where `counts` is greater. */
const pathsPerSide = 3;
/** Pairs looked at; past it the answer says that it was cut. */
const mostPairs = 20_000;

const sides = ['exclude', 'only', 'include'] as const;
type Side = (typeof sides)[number];

interface PairHops {
  readonly official: Id;
  readonly suspect: Id;
  readonly privateHops: number;
  readonly dutyHops: number;
}
interface PairPaths {
  readonly official: Id;
  readonly suspect: Id;
  private: readonly GraphPath[];
  privateCount: number;
  readonly duty: GraphPath[];
}

/** Which officials are tied to which suspects: private paths (no tie of office in them) apart from those that duty explains. */
export function createLinks({
  graph,
  entities,
  standing,
  paths,
}: {
  graph: Graph;
  entities: Entities;
  standing: StandingSource;
  paths: Paths;
}) {
  return async function links(
    audience: Audience,
    clocks: Clocks,
    asked: LinksAsked,
  ): Promise<{ links: Link[]; names: Record<Id, { caption: string; type: string }> } & Cut> {
    const who = await standing(audience, clocks);
    const officials = await chosenOfficials(audience, clocks, asked, who);
    const suspects = await chosenSuspects(audience, clocks, asked, who);
    const groups = apart(officials, suspects);
    const ask = async (side: Side, pathsPerPair: number, only?: readonly PairHops[]) => {
      const found: GraphPair[] = [];
      for (const group of groups) {
        const answer = await graph.pairPaths(audience, clocks, {
          ...group,
          duty: side,
          maxHops: asked.maxHops,
          ...(asked.kinds === undefined ? {} : { kinds: asked.kinds }),
          ...(only === undefined ? {} : { only: only.map((pair) => [pair.official, pair.suspect] as const) }),
          pathsPerPair,
          mostPairs,
          deadlineMs: asked.deadlineMs,
        });
        if (!answer.complete && cut.complete) cut = { complete: false, limit: asked.limit, cutAt: answer.cutAt };
        found.push(...answer.pairs);
      }
      return found;
    };
    let cut: Cut = whole(asked.limit);
    // First who is joined at all, without the paths; then the paths of those who are shown.
    const joined = joinedPairs(await ask('exclude', 0), await ask('only', 0), await ask('include', 0));
    if (joined.length > asked.limit) cut = cutByLimit(asked.limit);
    const chosen = joined.slice(0, asked.limit);
    const pairs = new Map<string, PairPaths>(
      chosen.map(({ official, suspect }) => [
        `${official} ${suspect}`,
        { official, suspect, private: [], privateCount: 0, duty: [] },
      ]),
    );
    if (chosen.length > 0)
      for (const side of sides) for (const pair of await ask(side, pathsPerSide, chosen)) addPair(pairs, pair, side);
    const shown = [...pairs.values()].filter((pair) => pair.private.length + pair.duty.length > 0);
    const described = await paths.withEvidence(
      audience,
      clocks,
      shown.flatMap((pair) => [...pair.private, ...pair.duty]),
    );
    const result = shown.map((pair) => {
      const privatePaths = described.splice(0, pair.private.length);
      const dutyPaths = described.splice(0, pair.duty.length);
      return {
        officialId: pair.official,
        suspectId: pair.suspect,
        gangId: who.suspects.get(pair.suspect)?.gangs[0] ?? null,
        private: privatePaths,
        duty: dutyPaths,
        counts: {
          private: pair.privateCount,
          duty: pair.duty.length,
          weakestGrade: privatePaths[0]?.weakestGrade ?? null,
        },
      };
    });
    const named = result.flatMap((link) => [
      link.officialId,
      link.suspectId,
      ...(link.gangId === null ? [] : [link.gangId]),
      ...[...link.private, ...link.duty].flatMap((path) => path.entities),
    ]);
    const names = await entities.names(audience, clocks, named);
    return {
      links: result,
      names: Object.fromEntries([...names].map(([id, { caption, type }]) => [id, { caption, type }])),
      ...cut,
    };
  };

  async function chosenOfficials(
    audience: Audience,
    clocks: Clocks,
    asked: LinksAsked,
    who: StandingModel,
  ): Promise<Id[]> {
    if (asked.officials !== undefined) {
      await mustExist(audience, clocks, asked.officials);
      return [...new Set(asked.officials.map(who.one))].filter((id) => who.officials.has(id));
    }
    if (asked.unit === undefined) return [...who.officials.keys()];
    await mustExist(audience, clocks, [asked.unit]);
    const unit = who.one(asked.unit);
    return [...who.officials].filter(([, posts]) => posts.some((post) => post.organisation === unit)).map(([id]) => id);
  }

  async function chosenSuspects(
    audience: Audience,
    clocks: Clocks,
    asked: LinksAsked,
    who: StandingModel,
  ): Promise<Id[]> {
    if (asked.suspects !== undefined) {
      await mustExist(audience, clocks, asked.suspects);
      return [...new Set(asked.suspects.map(who.one))].filter((id) => who.suspects.has(id));
    }
    if (asked.gang === undefined) return [...who.suspects.keys()];
    await mustExist(audience, clocks, [asked.gang]);
    const gang = who.one(asked.gang);
    return [...who.suspects.values()].filter((suspect) => suspect.gangs.includes(gang)).map((suspect) => suspect.id);
  }

  async function mustExist(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<void> {
    const known = await entities.visible(audience, clocks, ids);
    if (ids.some((id) => !known.has(id))) throw new NotFound();
  }
}
export type Links = ReturnType<typeof createLinks>;

/** Whether an office stands behind some step. */
const none = Number.MAX_SAFE_INTEGER;

/** Who is joined, nearest private ties first. With ties of office let in, a shorter way than the private one goes through an office. */
function joinedPairs(
  byPrivate: readonly GraphPair[],
  byDuty: readonly GraphPair[],
  byEither: readonly GraphPair[],
): PairHops[] {
  const found = new Map<string, { official: Id; suspect: Id; privateHops: number; dutyHops: number }>();
  const pairOf = ({ from, to }: GraphPair) => {
    const key = `${from} ${to}`;
    const pair = found.get(key) ?? { official: from, suspect: to, privateHops: none, dutyHops: none };
    found.set(key, pair);
    return pair;
  };
  for (const pair of byPrivate) pairOf(pair).privateHops = pair.hops;
  for (const pair of byDuty) pairOf(pair).dutyHops = pair.hops;
  for (const pair of byEither) {
    const known = pairOf(pair);
    if (pair.hops < known.privateHops) known.dutyHops = Math.min(known.dutyHops, pair.hops);
  }
  return [...found.values()].sort(
    (a, b) =>
      a.privateHops - b.privateHops ||
      a.dutyHops - b.dutyHops ||
      compareText(a.official, b.official) ||
      compareText(a.suspect, b.suspect),
  );
}

/** The private side: no tie of office anywhere. The duty side: ties of office alone, or with private ones where nothing shorter
 * is private (a tender run by the official, won by the suspect's firm). */
function addPair(pairs: ReadonlyMap<string, PairPaths>, found: GraphPair, side: Side): void {
  const pair = pairs.get(`${found.from} ${found.to}`);
  if (pair === undefined) return;
  if (side === 'exclude') {
    pair.private = found.paths;
    pair.privateCount = found.count;
    return;
  }
  for (const path of found.paths) {
    if (!path.steps.some((step) => step.some((tie) => tie.duty))) continue;
    const known = pair.duty.some((one) => one.entities.join() === path.entities.join());
    if (!known && pair.duty.length < pathsPerSide) pair.duty.push(dutySide(path));
  }
}

/** Shows the ties of office where there are any. */
const dutySide = (path: GraphPath): GraphPath => ({
  ...path,
  steps: path.steps.map((step) => (step.some((tie) => tie.duty) ? step.filter((tie) => tie.duty) : step)),
});

/** Whoever is both official and suspect is asked about from the official's side: the two sets never overlap. */
function apart(officials: readonly Id[], suspects: readonly Id[]): { from: Id[]; to: Id[] }[] {
  const both = new Set(officials.filter((id) => suspects.includes(id)));
  const groups = [
    { from: officials.filter((id) => !both.has(id)), to: [...suspects] },
    { from: [...both], to: suspects.filter((id) => !both.has(id)) },
  ];
  return groups.filter((group) => group.from.length > 0 && group.to.length > 0);
}
