/** The planted umbrellas: which officials protect which gang, and how. A fifth of them leave no row anywhere. */

import type { NumberMint } from '../basics/identity.ts';
import type { Gang, Official } from '../cast/world.ts';
import { channelsOf, chooseChannels, UNRECORDED_CHANNELS } from './channels.ts';
import { dealingMember, type Scene } from './scene.ts';

export interface Umbrella {
  official: Official;
  gangs: Gang[];
  channels: string[];
  observable: boolean;
}

/** Relative odds of each department; those absent are not in a position to protect. */
const DEPARTMENT_ODDS: Record<string, number> = {
  police: 3,
  procuratorate: 2,
  court: 2,
  prison: 1.5,
  justice: 1,
  natural_resources: 2,
  housing: 2,
  transport: 1.5,
  water: 1.5,
  market: 1.2,
  tax: 1,
  finance: 1,
  town: 1.5,
  village: 0.5,
};

export function plantUmbrellas(scene: Scene, numbers: NumberMint): Umbrella[] {
  const { random, parameters } = scene;
  const channels = channelsOf(parameters.mechanisms);
  const free = new Set(scene.officials.filter((official) => official.to === undefined));
  return Array.from({ length: parameters.umbrellas }, (_, index) => {
    const official = random.weighted([...free], (one) => DEPARTMENT_ODDS[one.department] ?? 0);
    free.delete(official);
    const gang = random.weighted(scene.gangs, (one) => nearness(official, one));
    const observable = index >= parameters.unobservable;
    if (!observable) {
      return { official, gangs: [gang], channels: [random.pick(UNRECORDED_CHANNELS)], observable };
    }
    const gangs = random.chance(0.1) ? [...new Set([gang, random.pick(scene.gangs)])] : [gang];
    const chosen = chooseChannels(scene, official);
    for (const one of gangs) {
      for (const name of chosen) channels[name]?.act({ scene, official, gang: one, numbers });
      if (random.chance(parameters.confounding)) addInnocentTies(scene, official, one);
    }
    return { official, gangs, channels: chosen, observable };
  });
}

/** Who protects has mostly something to do with the gang's town or trade. */
const nearness = (official: Official, gang: Gang): number =>
  1 +
  (official.unit.area === gang.area ? 4 : 0) +
  (official.remit.some((industry) => gang.industries.includes(industry)) ? 4 : 0);

/** A planted umbrella too has a class, a village and cases on his desk. */
function addInnocentTies(scene: Scene, official: Official, gang: Gang) {
  const { random } = scene;
  const member = dealingMember(scene, gang);
  if (random.chance(0.5)) {
    scene.kinship.add({
      a: official.person,
      b: member,
      kind: 'classmate',
      role: '高中同学',
      since: official.person.birth + 6500,
    });
  }
  scene.plans.contacts.push({
    a: official.person,
    b: member,
    calls: random.poisson(5),
    from: 0,
    to: 730,
    night: 0.05,
    office: true,
  });
  scene.plans.caseLoads.push({ official, gang, share: random.between(0.05, 0.2) });
}
