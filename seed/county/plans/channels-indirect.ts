/** Mechanism family b: the same goals by other routes, so that nothing leads straight from official to gang. */

import type { Gang, Person } from '../cast/world.ts';
import type { ChannelDefinition } from './deal.ts';
import { closeKin, dealingMember, drawPeriod, LAW, type Scene } from './scene.ts';

export const INDIRECT_CHANNELS: Record<string, ChannelDefinition> = {
  intermediary: {
    side: 'return',
    act({ scene, official, gang }) {
      const { random, plans } = scene;
      const between = goBetween(scene, gang);
      const period = drawPeriod(random);
      const calls = () => random.poisson(random.between(10, 35) * scene.parameters.strength.contact);
      plans.contacts.push({
        a: official.person,
        b: between,
        calls: calls(),
        night: random.between(0.15, 0.5),
        ...period,
      });
      for (let i = random.integer(2, 3); i > 0; i--) {
        plans.contacts.push({ a: between, b: dealingMember(scene, gang), calls: calls(), night: 0.3, ...period });
      }
    },
  },
  relayed_warning: {
    side: 'deed',
    departments: ['police'],
    act({ scene, official, gang }) {
      scene.plans.warnings.push({
        official,
        gang,
        member: dealingMember(scene, gang),
        through: goBetween(scene, gang),
        probability: scene.parameters.strength.tipOff,
        missed: scene.random.between(0.6, 0.9),
      });
    },
  },
  second_phone: {
    side: 'return',
    act({ scene, official, gang, numbers }) {
      const { random, plans } = scene;
      official.person.keptNumber ??= numbers.phone();
      for (let i = random.integer(1, 2); i > 0; i--) {
        const calls = random.poisson(random.between(6, 25) * scene.parameters.strength.contact);
        const [a, b] = [official.person, dealingMember(scene, gang)];
        plans.contacts.push({ a, b, calls, night: random.between(0.2, 0.6), keptNumber: true, ...drawPeriod(random) });
      }
    },
  },
  interceding: {
    side: 'deed',
    departments: ['police', 'procuratorate', 'court', 'justice', 'party_organisation', 'town', 'discipline'],
    act({ scene, official, gang }) {
      const shift = scene.parameters.strength.favour * scene.random.between(0.9, 1.4);
      scene.plans.intercessions.push({ official, gang, share: scene.random.between(0.12, 0.35), shift });
    },
  },
  loan: {
    side: 'return',
    act({ scene, official, gang }) {
      const { random } = scene;
      scene.plans.loans.push({
        lender: closeKin(scene, official) ?? official.person,
        borrower: dealingMember(scene, gang),
        principal: Math.round(random.logNormal(150_000, 0.5) / 1000) * 1000,
        monthlyRate: random.between(0.025, 0.05),
        periods: random.integer(6, 16),
        start: random.integer(0, 300),
      });
    },
  },
  unfiled_calls: {
    side: 'deed',
    departments: ['police'],
    act({ scene, official, gang }) {
      const { random, parameters, plans } = scene;
      const shift = parameters.strength.favour * random.between(0.9, 1.4);
      plans.favours.push({ official, gang, shift, kinds: ['police_call'] });
      plans.caseLoads.push({ official, gang, share: random.between(0.25, 0.55) });
    },
  },
  late_favour: {
    side: 'deed',
    departments: LAW.filter((department) => department !== 'police'),
    act({ scene, official, gang }) {
      const { random, parameters, plans } = scene;
      const shift = parameters.strength.favour * random.between(0.9, 1.4);
      plans.favours.push({ official, gang, shift, kinds: ['criminal'] });
      plans.caseLoads.push({ official, gang, share: random.between(0.1, 0.25) });
    },
  },
  trips: {
    side: 'return',
    act({ scene, official, gang }) {
      const people = [official.person, dealingMember(scene, gang)];
      if (scene.random.chance(0.5)) people.push(goBetween(scene, gang));
      scene.plans.meetings.push({
        people,
        kind: scene.random.pick(['trip', 'meal', 'hotel']),
        times: scene.random.integer(3, 8),
        onDuty: false,
      });
    },
  },
  nominee_business: {
    side: 'deed',
    departments: ['housing', 'transport', 'natural_resources', 'water', 'education', 'town'],
    act({ scene, official, gang }) {
      // a new firm under a friend's name wins, and pays the gang for the work
      const { random } = scene;
      const front = goBetween(scene, gang);
      const company = scene.companyMint.make([front], gang.industries[0] ?? '砂石', gang.area, 0);
      scene.companies.push(company);
      const favour = scene.parameters.strength.tender * random.between(0.8, 1.15);
      scene.plans.tenders.push({ official, companies: [company], favour });
      const amount = Math.round(random.logNormal(12_000, 0.6));
      scene.plans.payments.push({
        payer: front,
        payee: dealingMember(scene, gang),
        amount,
        months: 8,
        start: 150,
        memo: '工程款',
      });
    },
  },
};

function goBetween(scene: Scene, gang: Gang): Person {
  const pulled = gang.associates.filter((person) => scene.pulled.has(person));
  return scene.random.pick(pulled.length > 0 ? pulled : gang.associates);
}
