/** Likenesses of contact: innocent officials who are in touch with the gang's people as often as a planted one. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Gang, Official } from '../cast/world.ts';
import type { LookalikeDefinition } from './likeness.ts';
import { dealingMember, drawPeriod, type Scene } from './scene.ts';

/** Private life with one of the gang: as many calls as an umbrella may have, at every hour. */
function ordinaryContact(scene: Scene, official: Official, gang: Gang, mean: number) {
  const { random } = scene;
  const member = dealingMember(scene, gang);
  const calls = random.poisson(random.between(0.4, 1.6) * mean);
  scene.plans.contacts.push({
    a: official.person,
    b: member,
    calls,
    night: random.between(0.05, 0.35),
    ...drawPeriod(random),
  });
  return member;
}

export const CONTACT_LIKENESSES: Record<string, LookalikeDefinition> = {
  kin: {
    act(scene, official, gang) {
      const member = ordinaryContact(scene, official, gang, 26);
      scene.kinship.add({ a: official.person, b: member, kind: 'kin', role: '表兄弟', since: -9000 });
      return true;
    },
  },
  classmate: {
    act(scene, official, gang) {
      const member = ordinaryContact(scene, official, gang, 18);
      const since = Math.round(official.person.birth + 6500);
      scene.kinship.add({ a: official.person, b: member, kind: 'classmate', role: '高中同学', since });
      scene.plans.meetings.push({
        people: [official.person, member],
        kind: 'meal',
        times: scene.random.integer(1, 4),
        onDuty: false,
      });
      return true;
    },
  },
  village_mate: {
    act(scene, official, gang) {
      const neighbour = gang.members.find((member) => member.village === official.person.village);
      if (!neighbour) return false;
      const calls = scene.random.poisson(scene.random.between(5, 28));
      scene.plans.contacts.push({
        a: official.person,
        b: neighbour,
        calls,
        from: FIRST_DAY,
        to: LAST_DAY,
        night: 0.15,
      });
      return true;
    },
  },
  on_everyones_line: {
    departments: ['village', 'town', 'market', 'health', 'justice', 'police'],
    act(scene, official, gang) {
      const { random, plans } = scene;
      official.person.busyness *= random.between(4, 9);
      for (const person of random.sample([...scene.pulled], 14).concat(random.sample(gang.members, 3))) {
        plans.contacts.push({
          a: person,
          b: official.person,
          calls: random.poisson(6),
          from: FIRST_DAY,
          to: LAST_DAY,
          night: 0.08,
          office: true,
        });
      }
      return true;
    },
  },
  visitor_on_duty: {
    departments: ['village', 'town', 'justice', 'police'],
    act(scene, official, gang) {
      const { random, plans } = scene;
      const member = dealingMember(scene, gang);
      const period = drawPeriod(random);
      const note = official.department === 'justice' ? '社区矫正走访' : '重点人员走访';
      plans.duties.push({ official, other: member, kind: 'visit', note, ...period });
      plans.contacts.push({
        a: official.person,
        b: member,
        calls: random.poisson(22),
        night: 0.03,
        office: true,
        ...period,
      });
      plans.meetings.push({
        people: [official.person, member],
        kind: 'visit',
        times: random.integer(3, 8),
        onDuty: true,
      });
      return true;
    },
  },
  informant_handler: {
    departments: ['police'],
    act(scene, official, gang) {
      const { random } = scene;
      const informant = random.pick(gang.members.slice(3));
      const from = random.integer(-200, 200);
      scene.plans.informants.push({ handler: official, informant, gang, from });
      const calls = random.poisson(random.between(12, 40));
      scene.plans.contacts.push({
        a: informant,
        b: official.person,
        calls,
        from: Math.max(FIRST_DAY, from),
        to: LAST_DAY,
        night: 0.35,
      });
      return true;
    },
  },
};
