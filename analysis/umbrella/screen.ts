import { compareText } from '../../model/audience.ts';
import type { Cut } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { Words } from '../../model/vocabulary/words.ts';
import { canonical } from './canonical.ts';
import {
  type Band,
  bandOf,
  combineGroups,
  combineParts,
  type Level,
  levelOf,
  poolPrior,
  posteriorOf,
} from './combine.ts';
import { type Context, createContext } from './context.ts';
import { recordCoverage } from './coverage.ts';
import { type ClearingItem, clearingItems } from './exculpatory.ts';
import type { OfficialFact, ScreenFacts } from './facts.ts';
import { chooseGroups, type Group, type ScreenOptions } from './groups.ts';
import type { Explanation, Family, IndicatorId, Part } from './indicator.ts';
import { indicators } from './indicators/all.ts';
import { type NextStep, nextStepsFor } from './nextSteps.ts';
import { screenNotes } from './notes.ts';
import { findPool, type PoolReason } from './pool.ts';
import { rules } from './rules.ts';

export interface ScreenIndicator {
  readonly id: IndicatorId;
  readonly family: Family;
  readonly gangId: Id | null;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly n: number;
  readonly logLr: number;
  readonly z: number | null;
  readonly coverage: number | null;
  readonly stratum: Words;
  readonly evidence: readonly string[];
  readonly innocent: readonly Explanation[];
  /** Rank without this part. */
  readonly without: number;
  readonly text: Words;
}
export type { ScreenOptions };
export interface ScreenedOfficial {
  readonly officialId: Id;
  readonly rank: number;
  readonly level: Level;
  readonly band: Band;
  readonly baseRate: number;
  readonly prior: number;
  readonly posterior: number;
  readonly score: number;
  readonly p: null;
  readonly q: null;
  readonly pool: readonly PoolReason[];
  readonly gangs: readonly { readonly gangId: Id | null; readonly share: number }[];
  readonly indicators: readonly ScreenIndicator[];
  readonly exculpatory: readonly ClearingItem[];
  readonly nextSteps: readonly NextStep[];
}
export interface ScreenedGang {
  readonly gangId: Id | null;
  readonly tier: string | null;
  readonly members: readonly {
    readonly personId: Id;
    readonly membership: number;
    readonly known: true;
    readonly why: Words;
  }[];
}
export interface ScreenResult extends Cut {
  readonly modelVersion: string;
  readonly calibration: 'synthetic';
  readonly coverage: Readonly<Record<string, number | null>>;
  readonly officials: readonly ScreenedOfficial[];
  readonly gangs: readonly ScreenedGang[];
  readonly notes: readonly Words[];
}

interface Judged {
  readonly official: OfficialFact;
  readonly groups: readonly {
    readonly group: Group;
    readonly parts: readonly Part[];
    readonly score: number;
    readonly share: number;
  }[];
  readonly score: number;
}

/** Ranks the officials of the pool by what should be checked first. Pure and deterministic: the same facts in any order give the
 * same result, equal scores are ordered by id. Only officials are scored, protected people never; at most `watch` is said,
 * as no false-discovery rate is computed. Cost: linear in the facts for the look-ups, then pool × groups × indicators. */
export function screen(unordered: ScreenFacts, options: ScreenOptions = {}): ScreenResult {
  const facts = canonical(unordered);
  const groups = chooseGroups(facts, options);
  const context = createContext(facts, groups);
  const pool = findPool(context);
  const questions = indicators.map((indicator) => indicator.prepare(context));
  const byId = new Map(groups.map((group) => [group.id, group]));

  const judged = [...pool.members]
    .map(([id, doors]): Judged => {
      const official = context.officials.get(id)!;
      const asked = [...doors.keys()].sort(compareText).map((groupId) => {
        const group = byId.get(groupId)!;
        const parts = questions.flatMap((question) => question(official, group) ?? []);
        return { group, parts, score: combineParts(parts) };
      });
      const { score, shares } = combineGroups(asked.map((one) => one.score));
      return {
        official,
        score,
        groups: asked
          .map((one, i) => ({ ...one, share: shares[i]! }))
          .sort((a, b) => b.share - a.share || compareText(a.group.id, b.group.id)),
      };
    })
    .sort((a, b) => b.score - a.score || compareText(a.official.id, b.official.id));

  const prior = poolPrior(pool.officials, judged.length);
  const rankOf = createRanking(judged);
  return {
    modelVersion: rules.version,
    calibration: 'synthetic',
    complete: true,
    limit: null,
    cutAt: null,
    coverage: rounded(recordCoverage(context)),
    officials: judged.map((one, i) => describe(context, one, i + 1, prior, rankOf, pool.members.get(one.official.id)!)),
    gangs: groups.map(describeGang),
    notes: screenNotes(context, pool, prior),
  };
}

function describe(
  context: Context,
  judged: Judged,
  rank: number,
  prior: number,
  rankOf: (judged: Judged, score: number) => number,
  doors: ReadonlyMap<Id, ReadonlySet<PoolReason>>,
): ScreenedOfficial {
  const posterior = posteriorOf(prior, judged.score);
  const band = bandOf(posterior, prior);
  const [first, ...others] = judged.groups;
  const shown = [...first!.parts, ...others.flatMap((one) => one.parts.filter((part) => part.logLr > 0))].sort(
    (a, b) => b.logLr - a.logLr,
  );
  return {
    officialId: judged.official.id,
    rank,
    level: levelOf(band),
    band,
    baseRate: round(prior),
    prior: round(prior),
    posterior: round(posterior),
    score: round(judged.score),
    p: null,
    q: null,
    pool: [...new Set([...doors.values()].flatMap((reasons) => [...reasons]))].sort(),
    gangs: judged.groups.map((one) => ({ gangId: one.group.gangId, share: round(one.share) })),
    indicators: shown.map((part) => ({
      id: part.id,
      family: part.family,
      gangId: judged.groups.find((one) => one.group.id === part.groupId)!.group.gangId,
      observed: part.observed === null ? null : round(part.observed),
      expected: part.expected === null ? null : round(part.expected),
      n: part.n,
      logLr: round(part.logLr),
      z: part.z === null ? null : round(part.z),
      coverage: part.coverage === null ? null : round(part.coverage),
      stratum: part.stratum,
      evidence: part.evidence,
      innocent: part.innocent,
      without: rankOf(judged, scoreWithout(judged, part)),
      text: part.text,
    })),
    exculpatory: clearingItems(context, judged.official, [first!.group], first!.parts),
    nextSteps: nextStepsFor(shown),
  };
}

function scoreWithout(judged: Judged, left: Part): number {
  return combineGroups(
    judged.groups.map((one) =>
      one.parts.includes(left) ? combineParts(one.parts.filter((part) => part !== left)) : one.score,
    ),
  ).score;
}

/** The rank somebody would have with another score, everybody else as they are. Cost O(log pool). */
function createRanking(sorted: readonly Judged[]): (judged: Judged, score: number) => number {
  return (judged, score) => {
    const before = (other: Judged): boolean =>
      other.score > score || (other.score === score && compareText(other.official.id, judged.official.id) < 0);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(sorted[middle]!)) low = middle + 1;
      else high = middle;
    }
    // He himself stood before his new place if his old score was the greater one.
    return low + (before(judged) ? 0 : 1);
  };
}

function describeGang(group: Group): ScreenedGang {
  const why: Words =
    group.gangId === null
      ? { zh: '已立案件的嫌疑人', en: 'Suspect in a filed case' }
      : { zh: '有来源确认的成员，团伙已立案', en: 'Confirmed member by a source; the gang names a filed case' };
  return {
    gangId: group.gangId,
    tier: group.tier,
    members: group.members.map((personId) => ({ personId, membership: 1, known: true, why })),
  };
}

/** Six decimals: what is compared and shown has no more meaning. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
const rounded = (values: Readonly<Record<string, number | null>>): Record<string, number | null> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : round(value)]));
