/** Mechanism family a: official and gang deal with each other directly. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { ChannelDefinition } from './deal.ts';
import { BUYERS, closeKin, dealingMember, drawPeriod, kinCompany, LAW } from './scene.ts';

export const DIRECT_CHANNELS: Record<string, ChannelDefinition> = {
  contact: {
    side: 'return',
    act({ scene, official, gang }) {
      const { random, parameters } = scene;
      for (let i = random.integer(1, 3); i > 0; i--) {
        const calls = random.poisson(random.between(8, 40) * parameters.strength.contact);
        const b = dealingMember(scene, gang);
        scene.plans.contacts.push({
          a: official.person,
          b,
          calls,
          night: random.between(0.2, 0.6),
          ...drawPeriod(random),
        });
      }
    },
  },
  tip_off: {
    side: 'deed',
    departments: ['police'],
    act({ scene, official, gang }) {
      const member = dealingMember(scene, gang);
      const probability = scene.parameters.strength.tipOff;
      scene.plans.warnings.push({ official, gang, member, probability, missed: scene.random.between(0.6, 0.9) });
    },
  },
  leniency: {
    side: 'deed',
    departments: LAW,
    act({ scene, official, gang }) {
      const { random, parameters, plans } = scene;
      plans.favours.push({
        official,
        gang,
        shift: parameters.strength.favour * random.between(0.8, 1.3),
        kinds: ['criminal', 'administrative'],
      });
      plans.caseLoads.push({ official, gang, share: random.between(0.15, 0.45) });
    },
  },
  payment: {
    side: 'return',
    act({ scene, official, gang }) {
      const { random, parameters, plans } = scene;
      const payee = closeKin(scene, official) ?? official.person;
      // disguised the better, the more confounded the county is
      const memo = random.chance(parameters.confounding * 0.5)
        ? random.pick(['房租', '工资'])
        : random.pick(['', '货款', '借款', '往来']);
      plans.payments.push({
        payer: dealingMember(scene, gang),
        payee,
        amount: Math.round(random.logNormal(4500, 0.5) * parameters.strength.money),
        months: random.integer(5, 20),
        start: random.integer(FIRST_DAY, 320),
        memo,
      });
    },
  },
  kin_shares: {
    side: 'return',
    needsKin: true,
    act({ scene, official, gang }) {
      const kin = closeKin(scene, official);
      const company = scene.random.pick(gang.companies);
      if (!kin) return;
      const share = scene.random.integer(8, 30);
      const after = Math.max(official.from, gang.active, company.founded);
      const from = Math.min(after + scene.random.integer(60, 500), LAST_DAY - 30);
      // dry shares: little or nothing was paid in for them
      company.owners.push({ person: kin, share, paidIn: scene.random.chance(0.6) ? 0 : share * 1000, from });
    },
  },
  tender: {
    side: 'deed',
    departments: BUYERS,
    act({ scene, official, gang }) {
      const favour = scene.parameters.strength.tender * scene.random.between(0.8, 1.15);
      scene.plans.tenders.push({ official, companies: gang.companies, favour });
    },
  },
  kin_business: {
    side: 'return',
    needsKin: true,
    departments: ['market', 'transport', 'housing', 'natural_resources', 'water', 'tax', 'town', 'finance'],
    act({ scene, official, gang }) {
      const { random, plans } = scene;
      const kin = closeKin(scene, official);
      if (!kin) return;
      kinCompany(scene, official, kin, Math.max(official.from + 200, FIRST_DAY));
      const amount = Math.round(random.logNormal(9000, 0.6));
      const [payer, start] = [dealingMember(scene, gang), random.integer(0, 400)];
      plans.payments.push({ payer, payee: kin, amount, months: random.integer(3, 9), start, memo: '货款' });
    },
  },
};
