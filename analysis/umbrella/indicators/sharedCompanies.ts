import type { Id } from '../../../model/ids.ts';
import { type Context, groupBy, sortedIds } from '../context.ts';
import type { CompanyFact, OfficialFact, TieFact } from '../facts.ts';
import type { Group } from '../groups.ts';
import { convolved, hypergeometric, momentsOf, upperTail } from '../hypergeometric.ts';
import type { Indicator } from '../indicator.ts';
import { partLogLr, pValueLogLr } from '../logLr.ts';
import { rules } from '../rules.ts';
import { unknownPart } from '../unknown.ts';
import { explanations, texts, words } from '../words/all.ts';

const shareKinds: ReadonlySet<string> = new Set(['owner', 'nominee']);

/** I15: the official or kin within two steps hold shares in companies in which the group's people hold shares too.
 * Null: the companies of the kin are drawn from all companies of the same area × industry (hypergeometric; strata of fewer than
 * 20 companies are widened to the industry, then to all), the strata together by convolution; p is the chance of as many shared
 * ones or more. A share that was paid in, or that is older than the official's first post and the group's first known member, is
 * explained. */
export const sharedCompanies: Indicator = {
  id: 'I15',
  family: 'interest',
  prepare(context) {
    const companies = new Map(context.facts.companies.map((one) => [one.id, one]));
    const holdings = groupBy(
      context.facts.ties.filter((tie) => shareKinds.has(tie.kind) && companies.has(tie.to)),
      (tie) => tie.from,
    );
    const known = context.facts.companyCounts.reduce((sum, one) => sum + one.count, 0);
    const stratumOf = createStrata(context);

    return (official, group) => {
      const stratum = words.companyStratum;
      if (holdings.size === 0 || known === 0)
        return { ...unknownPart(sharedCompanies, group, context.strata.get(official.id)!), stratum };
      const kin = context.kinOf(official.id);
      const relatives = [official.id, ...kin.keys()].filter((id) => !group.memberSet.has(id));
      const held = relatives.flatMap((id) => (holdings.get(id) ?? []).map((tie) => ({ holder: id, tie })));
      if (held.length === 0) return null;
      const ofGroup = group.members.flatMap((id) => holdings.get(id) ?? []);
      const groupCompanies = new Set(ofGroup.map((tie) => tie.to));
      const shared = held.filter((one) => groupCompanies.has(one.tie.to));
      const open = shared.filter((one) => explanationOf(one.tie, official, group) === null);
      const explained = shared.filter((one) => explanationOf(one.tie, official, group) !== null);
      const observed = sortedIds(open.map((one) => one.tie.to)).length;
      const all = sortedIds(shared.map((one) => one.tie.to)).length;
      const chances = nullOf(
        held.map((one) => one.tie.to),
        groupCompanies,
      );
      const { mean, variance } = momentsOf(chances);
      const allExplained = observed === 0 && explained.length > 0;
      const shown = allExplained ? explained : open;
      return {
        id: 'I15',
        family: 'interest',
        groupId: group.id,
        observed: allExplained ? all : observed,
        expected: mean,
        stratum,
        n: sortedIds(held.map((one) => one.tie.to)).length,
        logLr: observed === 0 ? 0 : partLogLr(pValueLogLr(upperTail(chances, observed)), 1),
        z: variance > 0 ? ((allExplained ? 0 : observed) - mean) / Math.sqrt(variance) : null,
        coverage: 1,
        evidence: sortedIds(
          shown.flatMap((one) => [
            ...one.tie.assertions,
            ...(kin.get(one.holder)?.assertions ?? []),
            ...ofGroup.filter((tie) => tie.to === one.tie.to).flatMap((tie) => tie.assertions),
          ]),
        ),
        innocent:
          shared.length === 0
            ? []
            : (
                [
                  ['paidIn', explained.filter((one) => explanationOf(one.tie, official, group) === 'paidIn')],
                  ['older', explained.filter((one) => explanationOf(one.tie, official, group) === 'older')],
                ] as const
              ).map(([reason, list]) =>
                explanations.shares(
                  reason,
                  list.length > 0,
                  list.flatMap((one) => one.tie.assertions),
                ),
              ),
        text: allExplained ? texts.sharesExplained(all) : texts.shares(observed, mean),
      };
    };

    function nullOf(ids: readonly Id[], groupCompanies: ReadonlySet<Id>): number[] {
      let chances = [1];
      for (const [key, drawn] of [...groupBy(sortedIds(ids), (id) => stratumOf.keyOf(companies.get(id)!))].sort(
        ([a], [b]) => (a < b ? -1 : 1),
      )) {
        const population = stratumOf.population(key);
        const marked = [...groupCompanies].filter((id) => stratumOf.contains(key, companies.get(id)!)).length;
        chances = convolved(chances, hypergeometric(Math.max(population, drawn.length, marked), marked, drawn.length));
      }
      return chances;
    }
  },
};

function explanationOf(tie: TieFact, official: OfficialFact, group: Group): 'paidIn' | 'older' | null {
  if (tie.paidIn !== null && tie.paidIn > 0) return 'paidIn';
  const firstPost = Math.min(...official.posts.map((post) => post.fromDay));
  const older =
    tie.fromDay !== null && group.sinceDay !== null && tie.fromDay < firstPost && tie.fromDay < group.sinceDay;
  return older ? 'older' : null;
}

/** Area × industry where it holds enough companies, else the industry, else all. */
function createStrata(context: Context) {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { area, sector, count } of context.facts.companyCounts) {
    add(`cell ${area} ${sector}`, count);
    add(`sector ${sector}`, count);
    add('all', count);
  }
  const keysOf = ({ area, sector }: CompanyFact): string[] => [`cell ${area} ${sector}`, `sector ${sector}`, 'all'];
  return {
    keyOf: (company: CompanyFact): string =>
      keysOf(company).find((key) => (counts.get(key) ?? 0) >= rules.shares.leastCompanies) ?? 'all',
    population: (key: string): number => counts.get(key) ?? 0,
    contains: (key: string, company: CompanyFact): boolean => keysOf(company).includes(key),
  };
}
