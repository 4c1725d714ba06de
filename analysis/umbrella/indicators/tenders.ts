import type { Id } from '../../../model/ids.ts';
import { groupBy, push, sortedIds } from '../context.ts';
import type { BidFact, TenderFact } from '../facts.ts';
import type { Group } from '../groups.ts';
import type { Indicator } from '../indicator.ts';
import { partLogLr, trialsLogLr } from '../logLr.ts';
import { rules } from '../rules.ts';
import { explanations, texts, words } from '../words/all.ts';

interface Result {
  readonly tender: TenderFact;
  readonly bids: readonly BidFact[];
  readonly winner: BidFact;
}

/** I17: tenders under this official that the group's firms won, against their share of tenders of the same industry under
 * everybody else (leave-one-out), shrunk to their share over all industries: p = (W_j + κ p₀) / (T_j + κ), p₀ = (W + ½) / (T + 1).
 * Wins as the lowest of three bids or more, or as the only firm of the trade that ever bids, are explained and leave both counts.
 * Coverage is the share of members of whom any firm is known: that known firms win nothing says nothing of the others.
 * z is the signed root of the binomial log-likelihood ratio (Dunning 1993). */
export const tenders: Indicator = {
  id: 'I17',
  family: 'interest',
  prepare(context) {
    const bids = groupBy(context.facts.bids, (one) => one.tender);
    const byOfficial = new Map<Id, Result[]>();
    const decided: Result[] = [];
    for (const tender of context.facts.tenders) {
      const made = bids.get(tender.id) ?? [];
      const winner = made.find((one) => one.won);
      if (winner === undefined) continue; // not awarded, or the result is not known
      const result = { tender, bids: made, winner };
      decided.push(result);
      if (tender.official !== null) push(byOfficial, tender.official, result);
    }
    const bidders = new Map(
      [...groupBy(decided, (one) => one.tender.sector)].map(([sector, list]) => [
        sector,
        new Set(list.flatMap((one) => one.bids.map((bid) => bid.company))).size,
      ]),
    );
    const totals = new Map<Id, Wins>();

    return (official, group) => {
      const own = byOfficial.get(official.id) ?? [];
      const coverage = group.withFirm / group.members.length;
      if (own.length === 0 || group.firms.length === 0) return null;
      const won = own.filter((one) => group.firmSet.has(one.winner.company));
      const lowest = won.filter(isLowest);
      const sole = won.filter((one) => !isLowest(one) && one.bids.length === 1 && bidders.get(one.tender.sector) === 1);
      const open = won.filter((one) => !lowest.includes(one) && !sole.includes(one));
      const judged = own.filter((one) => !lowest.includes(one) && !sole.includes(one));
      const chanceOf = createChances(own, group);
      const trials = judged.map((one) => ({ chance: chanceOf(one.tender.sector), happened: open.includes(one) }));
      const expected = trials.reduce((sum, one) => sum + one.chance, 0);
      const observed = open.length;
      const allExplained = observed === 0 && won.length > 0;
      return {
        id: 'I17',
        family: 'interest',
        groupId: group.id,
        observed: allExplained ? won.length : observed,
        expected,
        stratum: words.tenderStratum(sortedIds(own.map((one) => one.tender.sector)).filter((sector) => sector !== '')),
        n: own.length,
        logLr: allExplained ? 0 : partLogLr(trialsLogLr(trials, rules.ratios.I17), coverage),
        z: allExplained ? 0 : signedRoot(observed, judged.length, expected),
        coverage,
        evidence: sortedIds(
          (allExplained ? won : observed === 0 ? own : open).flatMap((one) => [
            ...one.tender.assertions,
            ...one.winner.assertions,
          ]),
        ),
        innocent:
          won.length === 0
            ? []
            : [
                explanations.lowestBid(
                  lowest.length > 0,
                  lowest.length,
                  won.length,
                  lowest.flatMap((one) => one.winner.assertions),
                ),
                explanations.soleBidder(
                  sole.length > 0,
                  sole.length,
                  sole.flatMap((one) => one.winner.assertions),
                ),
              ],
        text: allExplained ? texts.tendersExplained(won.length) : texts.tenders(observed, expected, judged.length),
      };
    };

    /** Chance that a firm of the group wins in an industry under somebody else: all tenders less the official's own. */
    function createChances(own: readonly Result[], group: Group): (sector: string) => number {
      if (!totals.has(group.id)) totals.set(group.id, countWins(decided, group));
      const all = totals.get(group.id)!;
      const mine = countWins(own, group);
      const overall = (all.won - mine.won + 0.5) / (all.tenders - mine.tenders + 1);
      return (sector) => {
        const [there, here] = [all.sectors.get(sector), mine.sectors.get(sector)];
        const elsewhere = {
          tenders: (there?.tenders ?? 0) - (here?.tenders ?? 0),
          won: (there?.won ?? 0) - (here?.won ?? 0),
        };
        return (elsewhere.won + rules.tenders.sectorPrior * overall) / (elsewhere.tenders + rules.tenders.sectorPrior);
      };
    }
  },
};

interface Wins {
  readonly tenders: number;
  readonly won: number;
  readonly sectors: ReadonlyMap<string, { tenders: number; won: number }>;
}

function countWins(results: readonly Result[], group: Group): Wins {
  const sectors = new Map<string, { tenders: number; won: number }>();
  let won = 0;
  for (const { tender, winner } of results) {
    const count = sectors.get(tender.sector) ?? { tenders: 0, won: 0 };
    sectors.set(tender.sector, count);
    count.tenders += 1;
    if (!group.firmSet.has(winner.company)) continue;
    count.won += 1;
    won += 1;
  }
  return { tenders: results.length, won, sectors };
}

/** The lowest of several bids, all of them known. */
function isLowest({ bids, winner }: Result): boolean {
  const amounts = bids.map((one) => one.amount);
  if (bids.length < rules.tenders.leastBidders || winner.amount === null || amounts.some((amount) => amount === null))
    return false;
  return bids.every((one) => one === winner || one.amount! > winner.amount!);
}

function signedRoot(observed: number, n: number, expected: number): number {
  if (n === 0) return 0;
  const p = Math.min(1 - 1e-9, Math.max(1e-9, expected / n));
  const part = (count: number, chance: number): number => (count === 0 ? 0 : count * Math.log(count / n / chance));
  const llr = part(observed, p) + part(n - observed, 1 - p);
  return Math.sign(observed - expected) * Math.sqrt(2 * Math.max(0, llr));
}
