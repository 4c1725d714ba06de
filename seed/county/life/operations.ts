/** Operations against gangs and suspects: who knew beforehand, how they ended, and who was rung up in between. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import type { Gang, Official, Person, Unit } from '../cast/world.ts';
import type { Plans, WarningPlan } from '../plans/plans.ts';
import type { CallEvent } from './calls.ts';

export interface Operation {
  id: string;
  targetId: string;
  unit: Unit;
  day: number;
  second: number;
  outcome: 'success' | 'partial' | 'missed';
  aware: { official: Official; from: number }[];
}

interface Field {
  gangs: Gang[];
  suspects: Person[];
  officials: Official[];
  plans: Plans;
}

const USUALLY_MISSED = 0.22;
const GANG_SHARE = 0.72;

export function runOperations(count: number, field: Field, mint: IdMint, random: Random) {
  const police = field.officials.filter((official) => official.department === 'police' && official.to === undefined);
  const calls: CallEvent[] = [];
  const operations = Array.from({ length: count }, (): Operation => {
    const gang = random.chance(GANG_SHARE) ? random.pick(field.gangs) : undefined;
    const day = random.integer(FIRST_DAY + 20, LAST_DAY - 20);
    const second = random.integer(5 * 3600, 22 * 3600);
    const warnings = gang ? field.plans.warnings.filter((plan) => plan.gang === gang && random.chance(0.75)) : [];
    const informants = gang
      ? field.plans.informants.filter((plan) => plan.gang === gang && plan.from < day && random.chance(0.5))
      : [];
    const aware = new Set([
      ...warnings.map((plan) => plan.official),
      ...informants.map((plan) => plan.handler),
      ...random.sample(police, random.chance(0.1) ? random.integer(16, 22) : random.integer(4, 11)),
    ]);
    let missed = USUALLY_MISSED;
    for (const plan of warnings.filter((one) => random.chance(one.probability))) {
      calls.push(...warn(plan, day, second, random));
      missed = Math.max(missed, plan.missed);
    }
    for (const plan of informants) {
      calls.push(callBefore(plan.informant, plan.handler.person, day, second, random));
      missed *= 0.4;
    }
    return {
      id: mint('X'),
      targetId: gang ? gang.id : random.pick(field.suspects).id,
      unit: random.pick(police).unit,
      day,
      second,
      outcome: random.chance(missed) ? 'missed' : random.chance(0.3) ? 'partial' : 'success',
      aware: [...aware].map((official) => ({ official, from: day - random.integer(2, 6) })),
    };
  });
  return { operations, calls };
}

function warn(plan: WarningPlan, day: number, second: number, random: Random): CallEvent[] {
  if (!plan.through) return [callBefore(plan.official.person, plan.member, day, second, random)];
  const relayed = callBefore(plan.through, plan.member, day, second, random, 18);
  return [callBefore(plan.official.person, plan.through, day, second, random, 40, 20), relayed];
}

/** One call between `least` and `most` hours before the operation. */
function callBefore(
  from: Person,
  to: Person,
  day: number,
  second: number,
  random: Random,
  most = 44,
  least = 1,
): CallEvent {
  const at = day * 86_400 + second - random.integer(least * 3600, most * 3600);
  return { from, to, day: Math.floor(at / 86_400), second: at % 86_400, seconds: random.integer(8, 90), kind: 'voice' };
}
