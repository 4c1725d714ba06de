/**
 * How each case went, step by step: who decided, who approved, who asked.
 *
 * A favourable outcome is a coin whose log-odds follow evidence, severity, record, plea, restitution, illness, the handler's
 * and approver's own leaning, and any planned favour; registers later lose some of these columns.
 */
import { LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import type { CaseFile, Gang, Official, Suspect } from '../cast/world.ts';
import type { Parameters } from '../parameters.ts';
import type { Plans } from '../plans/plans.ts';
import { createDesk, type Desk } from './desk.ts';
import { CRIMINAL_STEPS, MINOR_STEPS, REASONS, type Step } from './stages.ts';

export interface Decided {
  id: string;
  file: CaseFile;
  suspect: Suspect;
  stage: string;
  decision: string;
  at: number;
  handler?: Official;
  approver?: Official;
  askedBy?: Official;
  reason?: string;
}

interface Bench {
  desk: Desk;
  plans: Plans;
  parameters: Parameters;
  mint: IdMint;
  random: Random;
}

export function decideCases(
  cases: CaseFile[],
  officials: Official[],
  plans: Plans,
  parameters: Parameters,
  mint: IdMint,
  random: Random,
): Decided[] {
  const bench: Bench = { desk: createDesk(officials, plans, parameters, random), plans, parameters, mint, random };
  return cases.flatMap((file) => file.suspects.flatMap((suspect) => decideFor(file, suspect, bench)));
}

function decideFor(file: CaseFile, suspect: Suspect, bench: Bench): Decided[] {
  const { desk, mint, random } = bench;
  const gang = file.gang?.members.includes(suspect.person) ? file.gang : undefined;
  const decided: Decided[] = [];
  let at = file.opened;
  for (const step of file.kind === 'criminal' ? CRIMINAL_STEPS : MINOR_STEPS) {
    if (step.needs && decided.at(-1)?.decision !== step.needs) continue;
    at += random.integer(step.days[0], step.days[1]);
    if (at > Math.min(LAST_DAY, file.closed ?? LAST_DAY)) break;
    const seat = desk.seat(file, step.department, at, gang);
    const askedBy = desk.intercession(seat, gang);
    const odds = logOdds(step, file, suspect) + leaning(seat, file, gang, bench) + (askedBy?.shift ?? 0);
    // the case a gang is named by was filed: that is how it came to be named
    const settled = step.favourableEnds === true && file.gang?.filed === file;
    const favourable = !settled && random.chance(1 / (1 + Math.exp(-odds)));
    const decision = random.pick(favourable ? step.favourable : step.usual);
    if (decision === '') continue;
    const row: Decided = { id: mint('D'), file, suspect, stage: step.stage, decision, at };
    if (seat.handler) row.handler = seat.handler;
    if (seat.approver) row.approver = seat.approver;
    if (askedBy?.registered) row.askedBy = askedBy.official;
    const reason = REASONS[decision];
    if (reason && random.chance(0.7)) row.reason = random.pick(reason);
    decided.push(row);
    if (favourable && step.favourableEnds) break;
  }
  return decided;
}

function logOdds(step: Step, file: CaseFile, suspect: Suspect): number {
  return (
    step.base -
    2.6 * (file.evidence - 0.6) -
    2.2 * (file.severity - 0.5) -
    0.3 * suspect.person.priors +
    (suspect.pleaded ? 0.5 : 0) +
    (suspect.restitution ? 0.6 : 0) +
    (suspect.ill ? 0.8 : 0)
  );
}

/** Own leaning of those who sit, plus the largest favour either of them has planned. */
function leaning(
  seat: { handler?: Official; approver?: Official },
  file: CaseFile,
  gang: Gang | undefined,
  bench: Bench,
) {
  const { handler, approver } = seat;
  const shifts = bench.plans.favours
    .filter((plan) => plan.official === handler || plan.official === approver)
    .filter((plan) => plan.kinds.includes(file.kind) && (plan.gang === undefined || plan.gang === gang))
    .map((plan) => plan.shift);
  const favour =
    shifts.length > 0 ? shifts.reduce((best, shift) => (Math.abs(shift) > Math.abs(best) ? shift : best)) : 0;
  return 0.8 * (handler?.mildness ?? 0) + 0.3 * (approver?.mildness ?? 0) + favour;
}
