import { dayText } from '../../model/dates.ts';
import type { Id } from '../../model/ids.ts';
import type { Context } from './context.ts';
import type { DecisionFact, PartyFact } from './facts.ts';
import { dot, fitLogistic, logistic } from './logistic.ts';
import { favourable, rules, unfavourable } from './rules.ts';

/** A decision about one suspect that favours him or does not, with what the file says of the case. */
export interface Outcome {
  readonly decision: DecisionFact;
  readonly person: Id;
  readonly favoured: boolean;
  /** Chance of a favourable decision in a case like this one, whoever decides. */
  readonly expected: number;
  /** Whether the file says how strong the evidence and how grave the matter was. */
  readonly recorded: boolean;
}

/** How often decisions like these favour the person, from what the files say: stage, evidence, gravity, prior convictions, plea,
 * illness, restitution, charge, unit and year (penalised logistic regression; rare charges, units and years share a column; what
 * is not recorded has a column of its own). Fitted on decisions about people outside every group asked about, so that a gang's own
 * favours do not set the standard; on all of them where the others are too few. A decision about the case as a whole counts once
 * for each of its suspects. */
export function leniencyModel(context: Context): Outcome[] {
  const about = context.facts.decisions.flatMap((decision) => subjectsOf(context, decision));
  const inGroup = new Set(context.groups.flatMap((group) => group.members));
  const others = about.filter((one) => !inGroup.has(one.person));
  const training = others.length >= rules.leniency.leastOthers ? others : about;
  const columnsOf = createColumns(context, training);
  const beta = fitLogistic(
    training.map(columnsOf),
    training.map((one) => one.favoured),
    rules.leniency.ridge,
  );
  return about.map((one) => {
    const { evidence, severity } = context.cases.get(one.decision.caseId)!;
    return {
      decision: one.decision,
      person: one.person,
      favoured: one.favoured,
      expected: beta.length === 0 ? 0.5 : logistic(dot(columnsOf(one), beta)),
      recorded: evidence !== null && severity !== null,
    };
  });
}

interface Subject {
  readonly decision: DecisionFact;
  readonly person: Id;
  readonly party: PartyFact | undefined;
  readonly favoured: boolean;
}

function subjectsOf(context: Context, decision: DecisionFact): Subject[] {
  const known = context.cases.get(decision.caseId);
  if (known === undefined || (!favourable.has(decision.decision) && !unfavourable.has(decision.decision))) return [];
  return known.parties
    .filter((party) => party.roles.includes('suspect') && (decision.party === null || decision.party === party.person))
    .map((party) => ({ decision, person: party.person, party, favoured: favourable.has(decision.decision) }));
}

function createColumns(context: Context, training: readonly Subject[]): (one: Subject) => number[] {
  const years = new Map<number, string>();
  const yearOf = (day: number): string => {
    const year = years.get(day) ?? dayText(day).slice(0, 4);
    years.set(day, year);
    return year;
  };
  const labels = (one: Subject): string[] => {
    const known = context.cases.get(one.decision.caseId)!;
    return [
      `charge ${known.charge}`,
      `unit ${known.unit ?? ''}`,
      `year ${yearOf(one.decision.day)}`,
      `kind ${known.kind}`,
    ];
  };
  const counts = new Map<string, number>();
  for (const one of training) for (const label of labels(one)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= rules.leniency.leastPerColumn)
    .map(([label]) => label)
    .sort();
  const stages = [...new Set(training.map((one) => one.decision.stage))].sort();

  return (one) => {
    const { evidence, severity } = context.cases.get(one.decision.caseId)!;
    const own = new Set(labels(one));
    return [
      1,
      ...measured(evidence === null ? null : evidence - 0.5),
      ...measured(severity === null ? null : severity - 0.5),
      ...measured(one.party?.priors == null ? null : Math.log1p(one.party.priors)),
      ...measured(flag(one.party?.pleaded)),
      ...measured(flag(one.party?.restitution)),
      ...measured(flag(one.party?.illness)),
      ...stages.map((stage) => (stage === one.decision.stage ? 1 : 0)),
      ...frequent.map((label) => (own.has(label) ? 1 : 0)),
    ];
  };
}

/** The value, and whether it is missing. */
const measured = (value: number | null): [number, number] => (value === null ? [0, 1] : [value, 0]);
const flag = (value: boolean | null | undefined): number | null => (value == null ? null : value ? 1 : 0);
