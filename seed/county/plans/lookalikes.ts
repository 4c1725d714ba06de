/** At least ten innocent officials for each planted one, each resembling him in some way. */

import type { Official } from '../cast/world.ts';
import { CONTACT_LIKENESSES } from './likeness-contact.ts';
import { MONEY_LIKENESSES } from './likeness-money.ts';
import { WORK_LIKENESSES } from './likeness-work.ts';
import type { Scene } from './scene.ts';

export interface Lookalike {
  official: Official;
  kind: string;
}

export function plantLookalikes(scene: Scene, umbrellas: ReadonlySet<Official>): Lookalike[] {
  const { random, parameters } = scene;
  const kinds = Object.entries({ ...CONTACT_LIKENESSES, ...MONEY_LIKENESSES, ...WORK_LIKENESSES });
  const free = new Set(scene.officials.filter((official) => official.to === undefined && !umbrellas.has(official)));
  const planted: Lookalike[] = [];
  for (let turn = 0; planted.length < parameters.lookalikes && free.size > 0; turn++) {
    const [kind, definition] = kinds[turn % kinds.length] ?? random.pick(kinds);
    const eligible = [...free].filter((official) => definition.departments?.includes(official.department) ?? true);
    if (eligible.length === 0) continue;
    const official = random.pick(eligible);
    if (!definition.act(scene, official, random.pick(scene.gangs))) continue;
    free.delete(official);
    planted.push({ official, kind });
    // the closer the county's likeness, the more often one innocent official bears two
    const [, second] = random.pick(kinds);
    if (!random.chance(parameters.confounding * 0.6)) continue;
    if (second.departments?.includes(official.department) ?? true)
      second.act(scene, official, random.pick(scene.gangs));
  }
  return planted;
}
