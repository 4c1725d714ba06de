/** Who was where with whom: hotels, trips, meals, checkpoints, visits, and the feast to which a whole village goes. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { Kinship } from '../cast/kinship.ts';
import { isAdult } from '../cast/people.ts';
import type { Gang, Official, Person } from '../cast/world.ts';
import type { Plans } from '../plans/plans.ts';
import type { Decided } from './decisions.ts';

export interface Gathering {
  kind: string;
  place: string;
  day: number;
  second: number;
  hours: number;
  onDuty: boolean;
  people: Person[];
}

interface Scene {
  subjects: Person[];
  gangs: Gang[];
  officials: Official[];
  kinship: Kinship;
  neighbours: Map<string, Person[]>;
  plans: Plans;
  decided: Decided[];
}

const HOURS: Record<string, readonly [number, number]> = {
  hotel_room: [9, 14],
  hotel: [8, 40],
  trip: [3, 60],
  meal: [1, 4],
  checkpoint: [0, 1],
  visit: [1, 2],
  meeting: [1, 4],
};
const PLACES: Record<string, readonly string[]> = {
  hotel_room: ['云岫宾馆', '岚桥酒店'],
  hotel: ['云岫宾馆', '岚桥酒店', '枫泾客栈'],
  trip: ['云麓市', '望江市', '海垣市'],
  meal: ['望川楼', '柳岸饭庄', '竹溪农家乐', '老灶台'],
  checkpoint: ['城北卡口', '白沙大桥卡口', '石门收费站'],
  visit: ['村委会', '家中'],
  meeting: ['镇政府会议室', '派出所', '县政务中心'],
};

export function makeGatherings(scene: Scene, random: Random): Gathering[] {
  const found: Gathering[] = [];
  const meet = (kind: string, people: readonly Person[], onDuty: boolean, from = FIRST_DAY, to = LAST_DAY) => {
    const [low, high] = HOURS[kind] ?? [1, 3];
    const second = kind === 'meal' ? random.integer(17, 19) * 3600 : random.integer(8 * 3600, 20 * 3600);
    const place = random.pick(PLACES[kind] ?? ['县城']);
    const company = [...new Set(people)];
    found.push({
      kind,
      place,
      day: random.integer(from, to),
      second,
      hours: random.integer(Math.max(1, low), high),
      onDuty,
      people: company,
    });
  };

  for (const subject of scene.subjects) {
    const gang = scene.gangs.find((one) => one.members.includes(subject));
    const friends = [
      ...scene.kinship.kinOf(subject).filter(isAdult),
      ...random.sample(scene.neighbours.get(subject.village.area) ?? [], 6),
      ...(gang ? random.sample(gang.members, 5) : []),
    ];
    for (let i = random.integer(5, 14); i > 0; i--) {
      const kind = random.weighted(['meal', 'trip', 'hotel', 'checkpoint', 'hotel_room'], (name) =>
        name === 'meal' ? 4 : 1.3,
      );
      meet(kind, [subject, ...random.sample(friends, kind === 'hotel_room' ? 1 : random.integer(1, 3))], false);
    }
  }
  for (const [, neighbours] of scene.neighbours) {
    for (let i = 2; i > 0; i--) meet('meal', random.sample(neighbours, random.integer(9, 18)), false);
  }
  for (const plan of scene.plans.meetings) {
    for (let i = plan.times; i > 0; i--) meet(plan.kind, plan.people, plan.onDuty);
  }
  for (const { handler, suspect, file } of scene.decided) {
    if (!handler || !random.chance(0.12)) continue;
    const from = Math.max(FIRST_DAY, file.opened);
    meet(
      'meeting',
      [handler.person, suspect.person],
      true,
      from,
      Math.min(LAST_DAY, Math.max(from, file.closed ?? LAST_DAY)),
    );
  }
  // officials meet citizens over all sorts of business
  for (const subject of random.sample(scene.subjects, Math.ceil(scene.subjects.length / 2))) {
    meet(
      random.pick(['meeting', 'visit']),
      [subject, ...random.sample(scene.officials, 2).map((one) => one.person)],
      true,
    );
  }
  return found;
}
