/** Likenesses of work: officials who have to do with the gang because it is their work, or who treat all alike. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { LookalikeDefinition } from './likeness.ts';
import { BUYERS, dealingMember, LAW } from './scene.ts';

export const WORK_LIKENESSES: Record<string, LookalikeDefinition> = {
  case_officer: {
    departments: ['police', 'procuratorate', 'court'],
    act(scene, official, gang) {
      scene.plans.caseLoads.push({ official, gang, share: scene.random.between(0.3, 0.6) });
      return true;
    },
  },
  busy_strict_decider: {
    departments: LAW,
    act(scene, official, gang) {
      scene.plans.caseLoads.push({ official, gang, share: scene.random.between(0.3, 0.6) });
      scene.plans.favours.push({
        official,
        shift: -scene.random.between(0.2, 0.9),
        kinds: ['criminal', 'administrative', 'police_call'],
      });
      return true;
    },
  },
  mild_to_all: {
    departments: LAW,
    act(scene, official, gang) {
      official.mildness += scene.random.between(0.7, 1.6);
      scene.plans.caseLoads.push({ official, gang, share: scene.random.between(0.1, 0.3) });
      return true;
    },
  },
  thin_market_buyer: {
    departments: BUYERS,
    act(scene, official, gang) {
      scene.plans.tenders.push({ official, companies: gang.companies, favour: 0, thin: true });
      return true;
    },
  },
  often_aware: {
    departments: ['police'],
    act(scene, official, gang) {
      // on every planning list, missed operations among them, and in touch with the town by trade
      const member = dealingMember(scene, gang);
      scene.plans.warnings.push({ official, gang, member, probability: 0, missed: 0 });
      scene.plans.contacts.push({
        a: official.person,
        b: member,
        calls: scene.random.poisson(14),
        from: FIRST_DAY,
        to: LAST_DAY,
        night: 0.1,
        office: true,
      });
      return true;
    },
  },
};
