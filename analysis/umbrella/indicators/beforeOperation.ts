import type { Id } from '../../../model/ids.ts';
import { type Context, groupBy, sortedIds } from '../context.ts';
import type { AwarenessFact, OperationFact } from '../facts.ts';
import type { Group } from '../groups.ts';
import { countZ, type Indicator } from '../indicator.ts';
import { partLogLr, trialsLogLr } from '../logLr.ts';
import { operationsAgainst } from '../pool.ts';
import { rules } from '../rules.ts';
import { unknownPart } from '../unknown.ts';
import { explanations, texts, words } from '../words/all.ts';

const secondsOfDay = 86_400;
const dayOf = (seconds: number): number => Math.floor(seconds / secondsOfDay);

interface Known {
  readonly operation: OperationFact;
  readonly awareness: AwarenessFact;
  readonly aware: number;
}

/** I10: contact with the group in the 48 hours before an operation against it, by somebody who knew of it by then. All contact
 * counts but calls that anybody could have placed: a warning comes from the very person on duty.
 *
 * Case-crossover against the person's own other days in the same duty state. With d days seen in a state and c of them with
 * contact, the daily chance is q = (c + w q₀) / (d + w), q₀ the same over both states, (c₀ + ½) / (d₀ + 1), w from the rules; the
 * windows before operations are left out. Chance of contact in two days: 1 − (1 − q)². Each operation weighs by how it went
 * (missed most) and by how many knew: min(1, 15 / aware). */
export const beforeOperation: Indicator = {
  id: 'I10',
  family: 'contact',
  prepare(context) {
    const operations = new Map(
      context.groups.map((group) => [group.id, new Map(operationsAgainst(context, group).map((one) => [one.id, one]))]),
    );
    const moments = groupBy(context.facts.moments, (one) => one.official);
    const knowledge = groupBy(context.facts.awareness, (one) => one.person);
    const aware = new Map(
      [...groupBy(context.facts.awareness, (one) => one.operation)].map(([id, list]) => [
        id,
        new Set(list.map((one) => one.person)).size,
      ]),
    );
    const duties = groupBy(context.facts.duties, (one) => one.official);

    return (official, group) => {
      const against = operations.get(group.id)!;
      const known = (knowledge.get(official.id) ?? []).flatMap((awareness): Known[] => {
        const operation = against.get(awareness.operation);
        return operation === undefined || (awareness.fromSeconds ?? 0) >= operation.atSeconds
          ? []
          : [{ operation, awareness, aware: aware.get(operation.id) ?? 1 }];
      });
      if (known.length === 0) return null;
      const stratum = words.ownDays;
      const seen = seenDays(context, official.id, group);
      const covered = known.filter(({ operation }) =>
        seen.some(([from, to]) => from <= dayOf(operation.atSeconds) - 1 && to >= dayOf(operation.atSeconds) - 1),
      );
      if (covered.length === 0)
        return { ...unknownPart(beforeOperation, group, context.strata.get(official.id)!), stratum };
      const own = (moments.get(official.id) ?? [])
        .filter((one) => group.memberSet.has(one.other))
        .map((one) => one.atSeconds);
      const dutiesHere = (duties.get(official.id) ?? []).filter((duty) => group.memberSet.has(duty.other));
      const onDuty = (day: number): boolean => dutiesHere.some((duty) => duty.fromDay <= day && duty.toDay >= day);
      const chance = dailyChance(own, seen, covered, onDuty);

      const judged = covered.map((one) => {
        const { atSeconds, outcome } = one.operation;
        const start = Math.max(
          atSeconds - rules.warning.hours * 3_600,
          one.awareness.fromSeconds ?? Number.NEGATIVE_INFINITY,
        );
        return {
          one,
          hit: own.some((at) => at >= start && at < atSeconds),
          expected: 1 - (1 - chance(onDuty(dayOf(atSeconds) - 1))) ** (rules.warning.hours / 24),
          weight:
            (rules.warning.outcomes[outcome ?? 'unknown'] ?? 0.75) * Math.min(1, rules.warning.manyAware / one.aware),
        };
      });
      const hits = judged.filter((one) => one.hit);
      const observed = hits.length;
      const expected = judged.reduce((sum, one) => sum + one.expected, 0);
      const missed = hits.filter((one) => one.one.operation.outcome === 'missed').length;
      const many = Math.max(...judged.map((one) => one.one.aware));
      return {
        id: 'I10',
        family: 'contact',
        groupId: group.id,
        observed,
        expected,
        stratum,
        n: judged.length,
        logLr: partLogLr(
          trialsLogLr(
            judged.map((one) => ({ chance: one.expected, happened: one.hit, weight: one.weight })),
            rules.ratios.I10,
          ),
          covered.length / known.length,
        ),
        z: countZ(observed, expected),
        coverage: covered.length / known.length,
        evidence: sortedIds([
          ...hits.flatMap(({ one }) => one.awareness.rows),
          ...judged.flatMap(({ one }) => [...one.awareness.assertions, ...one.operation.assertions]),
        ]),
        innocent: [
          explanations.ordinaryDays(observed > 0 && expected >= observed, expected),
          explanations.manyKnew(many > rules.warning.manyAware, many),
        ],
        text: texts.beforeOperation(observed, expected, judged.length, missed),
      };
    };
  },
};

/** Stretches of days over which contact of this person with the group would be in the records. */
function seenDays(context: Context, official: Id, group: Group): [number, number][] {
  return [official, ...group.members]
    .flatMap((id) => context.obtainedOf(id, 'calls'))
    .map((one): [number, number] => [
      one.fromDay ?? Number.NEGATIVE_INFINITY,
      Math.min(one.toDay ?? context.facts.day, context.facts.day),
    ]);
}

function dailyChance(
  own: readonly number[],
  seen: readonly [number, number][],
  known: readonly Known[],
  onDuty: (day: number) => boolean,
): (duty: boolean) => number {
  const contactDays = new Set(own.map(dayOf));
  const first = Math.min(...seen.map(([from]) => from), ...contactDays);
  const last = Math.max(...seen.map(([, to]) => to));
  // Records without a beginning: the two years before the first operation stand for it.
  const start = Number.isFinite(first) ? first : Math.min(...known.map((one) => dayOf(one.operation.atSeconds))) - 730;
  const left = new Set(known.flatMap(({ operation }) => [0, 1, 2].map((back) => dayOf(operation.atSeconds) - back)));
  const counts = { private: { days: 0, contact: 0 }, duty: { days: 0, contact: 0 } };
  for (let day = start; day <= last; day++) {
    if (left.has(day) || !seen.some(([from, to]) => from <= day && to >= day)) continue;
    const count = counts[onDuty(day) ? 'duty' : 'private'];
    count.days += 1;
    if (contactDays.has(day)) count.contact += 1;
  }
  const days = counts.private.days + counts.duty.days;
  const overall = (counts.private.contact + counts.duty.contact + 0.5) / (days + 1);
  const worth = rules.warning.statePriorDays;
  return (duty) => {
    const count = counts[duty ? 'duty' : 'private'];
    return (count.contact + worth * overall) / (count.days + worth);
  };
}
