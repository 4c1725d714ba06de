import type { Id } from '../../../model/ids.ts';
import { groupBy, push, sortedIds } from '../context.ts';
import type { DecisionFact } from '../facts.ts';
import type { Indicator } from '../indicator.ts';
import { leniencyModel, type Outcome } from '../leniencyModel.ts';
import { logistic, logit } from '../logistic.ts';
import { partLogLr, type Trial, trialsLogLr } from '../logLr.ts';
import { rules } from '../rules.ts';
import { explanations, stratumWords, texts } from '../words/all.ts';

/** I6: decisions that favour the group's people, as handler or approver, against what decisions in like cases favour (see
 * leniencyModel.ts), moved by how lenient the same person is to others: his own effect b on the log-odds, estimated from his decisions
 * about people outside the group with prior N(0, σ²). Where that explains it, the part is 0. */
export const leniency: Indicator = {
  id: 'I6',
  family: 'leniency',
  prepare(context) {
    const byDecider = new Map<Id, Outcome[]>();
    for (const outcome of leniencyModel(context)) {
      for (const decider of new Set([outcome.decision.handler, outcome.decision.approver]))
        if (decider !== null) push(byDecider, decider, outcome);
    }
    const named = new Map(context.groups.map((group) => [group.id, namedShare(context.facts.decisions, group.cases)]));
    return (official, group) => {
      const own = byDecider.get(official.id) ?? [];
      const about = oncePerDecision(own.filter((one) => group.memberSet.has(one.person) && one.person !== official.id));
      if (about.length === 0) return null;
      const habit = generalLeniency(own.filter((one) => !group.memberSet.has(one.person)));
      const chances = about.map((one) => shifted(one.expected, habit));
      const observed = about.filter((one) => one.favoured).length;
      const plain = sum(about.map((one) => one.expected));
      const expected = sum(chances);
      const raw = trialsLogLr(trialsOf(about, 0), rules.ratios.I6);
      const adjusted = trialsLogLr(trialsOf(about, habit), rules.ratios.I6);
      const explainedByHabit = raw > 0 && habit > 0 && adjusted <= raw * rules.explainedShare;
      const coverage = named.get(group.id) ?? 0;
      const unrecorded = about.filter((one) => !one.recorded).length;
      return {
        id: 'I6',
        family: 'leniency',
        groupId: group.id,
        observed,
        expected,
        stratum: stratumWords(context.strata.get(official.id)!, null),
        n: about.length,
        logLr: explainedByHabit ? 0 : partLogLr(adjusted, coverage),
        z: (observed - expected) / Math.sqrt(Math.max(1e-9, sum(chances.map((p) => p * (1 - p))))),
        coverage,
        evidence: sortedIds(about.flatMap((one) => one.decision.assertions)),
        innocent: [
          explanations.lenientToAll(explainedByHabit, habit, own.length - about.length),
          explanations.caseFeatures(raw <= 0 && observed > 0, plain),
          ...(adjusted > 0
            ? [explanations.unrecordedFactor(neededFactor(about, habit), unrecorded, about.length)]
            : []),
        ],
        text: texts.leniency(observed, expected, about.length),
      };
    };
  },
};

/** How many of the decisions in these cases name who decided. */
function namedShare(decisions: readonly DecisionFact[], cases: ReadonlySet<Id>): number {
  const made = decisions.filter((one) => cases.has(one.caseId));
  return made.length === 0
    ? 0
    : made.filter((one) => one.handler !== null || one.approver !== null).length / made.length;
}

/** A decision about a whole case counts once, however many of the group are in it, at their mean chance. */
function oncePerDecision(outcomes: readonly Outcome[]): Outcome[] {
  return [...groupBy(outcomes, (one) => one.decision.id).values()].map((same) => ({
    ...same[0]!,
    expected: sum(same.map((one) => one.expected)) / same.length,
  }));
}

/** The decider's own effect on the log-odds: mode under a normal prior of variance σ², by Newton steps. */
function generalLeniency(others: readonly Outcome[]): number {
  let effect = 0;
  for (let step = 0; step < 20; step++) {
    const chances = others.map((one) => shifted(one.expected, effect));
    const excess =
      sum(others.map((one, i) => (one.favoured ? 1 : 0) - chances[i]!)) - effect / rules.leniency.ownVariance;
    const move = excess / (sum(chances.map((p) => p * (1 - p))) + 1 / rules.leniency.ownVariance);
    effect += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return effect;
}

const shifted = (p: number, by: number): number => logistic(logit(Math.min(1 - 1e-9, Math.max(1e-9, p))) + by);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const trialsOf = (outcomes: readonly Outcome[], habit: number): Trial[] =>
  outcomes.map((one) => ({ chance: shifted(one.expected, habit), happened: one.favoured }));

/** How many times the odds of favour a factor missing from the files would have to raise to explain everything; null: none would. */
function neededFactor(about: readonly Outcome[], habit: number): number | null {
  const explains = (factor: number): boolean =>
    trialsLogLr(trialsOf(about, habit + Math.log(factor)), rules.ratios.I6) <= 0;
  if (!explains(100)) return null;
  let [low, high] = [1, 100];
  for (let i = 0; i < 12; i++) {
    const middle = Math.sqrt(low * high);
    if (explains(middle)) high = middle;
    else low = middle;
  }
  return high;
}
