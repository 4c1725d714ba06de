/** Payments of those whose accounts were pulled: wages, shops, family, trade inside a gang; and what plans add. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { Kinship } from '../cast/kinship.ts';
import { isAdult } from '../cast/people.ts';
import type { Company, Gang, Person } from '../cast/world.ts';
import type { LoanPlan, PaymentPlan, Plans } from '../plans/plans.ts';

export type Party = Person | Company;
export const isPerson = (party: Party): party is Person => 'birth' in party;

export interface PaymentEvent {
  payer: Party;
  payee: Party;
  day: number;
  second: number;
  amount: number;
  channel: string;
  memo: string;
}

interface Market {
  subjects: Person[];
  gangs: Gang[];
  companies: Company[];
  people: Person[];
  kinship: Kinship;
  plans: Plans;
}

const CHANNELS = ['转账', '转账', '手机银行', '手机银行', '第三方支付', '柜面'];
const SHOP_MEMOS = ['', '', '', '消费', '货款', '餐费', '油费'];

export function makePayments(market: Market, random: Random): PaymentEvent[] {
  const events: PaymentEvent[] = [];
  for (const subject of market.subjects) dailyLife(subject, market, events, random);
  for (const gang of market.gangs) insideGang(gang, events, random);
  for (const plan of market.plans.payments) regular(plan, events, random);
  for (const plan of market.plans.loans) loan(plan, events, random);
  return events;
}

function dailyLife(subject: Person, market: Market, events: PaymentEvent[], random: Random) {
  const pay = (payer: Party, payee: Party, day: number, amount: number, memo: string) =>
    events.push(payment(payer, payee, day, amount, memo, random));
  const local = market.companies.filter((company) => company.area === subject.village.town.area);
  const shops = random.sample(local.length > 0 ? local : market.companies, 8);
  if (random.chance(0.55)) {
    const [employer, wage] = [random.pick(market.companies), random.integer(28, 75) * 100];
    for (let day = random.integer(5, 20); day <= LAST_DAY; day += 30) pay(employer, subject, day, wage, '工资');
  }
  for (let i = random.integer(80, 200); i > 0; i--) {
    const amount = Math.round(random.logNormal(120, 1) * 100) / 100;
    pay(subject, random.pick(shops), anyDay(random), amount, random.pick(SHOP_MEMOS));
  }
  const family = market.kinship.kinOf(subject).filter(isAdult);
  for (let i = family.length > 0 ? random.integer(5, 30) : 0; i > 0; i--) {
    const [payer, payee] = random.chance(0.6) ? [subject, random.pick(family)] : [random.pick(family), subject];
    pay(payer, payee, anyDay(random), Math.round(random.logNormal(900, 0.9)), '');
  }
  const friends = random.sample(market.people, 6);
  for (let i = random.integer(10, 50); i > 0; i--) {
    const [payer, payee] = random.chance(0.5) ? [subject, random.pick(friends)] : [random.pick(friends), subject];
    pay(
      payer,
      payee,
      anyDay(random),
      Math.round(random.logNormal(500, 1.1)),
      random.pick(['', '借款', '货款', '红包']),
    );
  }
  // rent or the wage of some hired hand goes out each month, as it does from many honest people
  if (!random.chance(0.3)) return;
  const [payee, rent, memo] = [
    random.pick(market.people),
    random.integer(6, 40) * 100,
    random.pick(['房租', '工资', '']),
  ];
  for (let day = random.integer(1, 300); day <= LAST_DAY; day += 30) pay(subject, payee, day, rent, memo);
}

function insideGang(gang: Gang, events: PaymentEvent[], random: Random) {
  const core = gang.members.slice(0, 4);
  for (const member of gang.members.slice(1)) {
    if (!random.chance(0.7)) continue;
    const payer = random.pick(core);
    if (payer === member) continue;
    const amount = random.integer(15, 60) * 100;
    for (let day = random.integer(0, 200); day <= LAST_DAY - 2; day += random.integer(26, 40)) {
      events.push(payment(payer, member, day, amount, random.pick(['', '工资', '分红']), random));
    }
  }
  for (const company of gang.companies) {
    for (let i = random.integer(15, 50); i > 0; i--) {
      const [payer, payee]: [Party, Party] = random.chance(0.6)
        ? [company, random.pick(core)]
        : [random.pick(core), company];
      events.push(payment(payer, payee, anyDay(random), Math.round(random.logNormal(15_000, 1)), '货款', random));
    }
  }
}

function regular(plan: PaymentPlan, events: PaymentEvent[], random: Random) {
  for (let month = 0; month < plan.months; month++) {
    const day = plan.start + month * 30 + random.integer(-2, 3);
    const amount = Math.round(plan.amount * random.between(0.95, 1.05));
    if (day >= FIRST_DAY && day <= LAST_DAY)
      events.push(payment(plan.payer, plan.payee, day, amount, plan.memo, random));
  }
}

function loan(plan: LoanPlan, events: PaymentEvent[], random: Random) {
  events.push(payment(plan.lender, plan.borrower, plan.start, plan.principal, '借款', random));
  const interest = Math.round(plan.principal * plan.monthlyRate);
  for (let month = 1; month <= plan.periods; month++) {
    const day = plan.start + month * 30 + random.integer(0, 3);
    const amount = month === plan.periods ? plan.principal + interest : interest;
    if (day <= LAST_DAY) events.push(payment(plan.borrower, plan.lender, day, amount, '还款', random));
  }
}

function payment(payer: Party, payee: Party, day: number, amount: number, memo: string, random: Random): PaymentEvent {
  return {
    payer,
    payee,
    day,
    second: random.integer(7 * 3600, 22 * 3600),
    amount,
    channel: random.pick(CHANNELS),
    memo,
  };
}

const anyDay = (random: Random) => random.integer(FIRST_DAY, LAST_DAY);
