/** Likenesses of money: relatives who deal with the gang's people lawfully, in the open, or since long before. */
import { FIRST_DAY } from '../basics/calendar.ts';
import type { LookalikeDefinition } from './likeness.ts';
import { closeKin, dealingMember, kinCompany } from './scene.ts';

export const MONEY_LIKENESSES: Record<string, LookalikeDefinition> = {
  disclosed_kin_business: {
    departments: [
      'market',
      'transport',
      'housing',
      'natural_resources',
      'water',
      'tax',
      'town',
      'finance',
      'education',
    ],
    act(scene, official, gang) {
      const kin = closeKin(scene, official);
      if (!kin) return false;
      const company = kinCompany(scene, official, kin, official.from - 100);
      const at = Math.max(official.from + 30, -300);
      scene.plans.disclosures.push({
        official,
        at,
        kind: 'kin_business',
        aboutId: company.id,
        note: '亲属经商办企业申报',
      });
      const [payer, amount] = [dealingMember(scene, gang), Math.round(scene.random.logNormal(6000, 0.6))];
      scene.plans.payments.push({
        payer,
        payee: kin,
        amount,
        months: scene.random.integer(2, 6),
        start: 100,
        memo: '货款',
      });
      return true;
    },
  },
  old_shareholding: {
    act(scene, official, gang) {
      const kin = closeKin(scene, official);
      const company = scene.random.pick(gang.companies);
      if (!kin) return false;
      const share = scene.random.integer(8, 30);
      // a founder who paid for the share, before post and gang
      const from = Math.min(company.founded, official.from - 200);
      company.owners.push({ person: kin, share, paidIn: share * scene.random.integer(8000, 15000), from });
      company.founded = from;
      return true;
    },
  },
  rent_or_wage: {
    act(scene, official, gang) {
      const { random, plans } = scene;
      const payee = closeKin(scene, official);
      const company = random.pick(gang.companies);
      if (!payee) return false;
      const memo = random.pick(['房租', '工资']);
      const [payer, start] = [dealingMember(scene, gang), random.integer(FIRST_DAY, 250)];
      plans.payments.push({
        payer,
        payee,
        amount: random.integer(25, 70) * 100,
        months: random.integer(6, 20),
        start,
        memo,
      });
      const [kind, role] = memo === '工资' ? ['employee', '职员'] : ['uses_property', '房东'];
      plans.ties.push({ from: payee.id, to: company.id, kind, role, since: start - 60 });
      return true;
    },
  },
  lawful_lender: {
    act(scene, official, gang) {
      const { random } = scene;
      const lender = closeKin(scene, official) ?? official.person;
      const monthlyRate = random.between(0.003, 0.009);
      const [principal, periods] = [random.integer(3, 20) * 10_000, random.integer(6, 14)];
      scene.plans.loans.push({
        lender,
        borrower: dealingMember(scene, gang),
        principal,
        monthlyRate,
        periods,
        start: random.integer(0, 300),
      });
      return true;
    },
  },
};
