/** Public tenders: a buyer, an official in charge, three to six bids near the budget, the lowest mostly winning. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import { inOffice } from '../cast/officials.ts';
import type { Company, Official } from '../cast/world.ts';
import type { Plans } from '../plans/plans.ts';
import { BUYERS } from '../plans/scene.ts';

export interface Tender {
  id: string;
  name: string;
  official: Official;
  industry: string;
  area: string;
  day: number;
  budget: number;
  method: string;
  bids: { company: Company; amount: number; won: boolean }[];
}

const TRADES: Record<string, readonly string[]> = {
  housing: ['建筑工程', '物业'],
  transport: ['货运', '客运', '建筑工程'],
  natural_resources: ['土地整理', '砂石'],
  water: ['水利工程', '砂石'],
  education: ['教育装备', '餐饮', '物业'],
  town: ['建筑工程', '土地整理', '农贸市场'],
};
const WORKS = ['一期', '二期', '改造', '维护', '采购', '配套', '修缮'];
const METHODS = ['公开招标', '公开招标', '竞争性谈判', '邀请招标'];
const LOWEST_WINS = 0.78;

export function runTenders(
  count: number,
  officials: Official[],
  companies: Company[],
  plans: Plans,
  mint: IdMint,
  random: Random,
): Tender[] {
  const inCharge = officials.filter((official) => BUYERS.includes(official.department) && official.rank >= 3);
  // whoever a plan names holds tenders more often, planted and innocent alike
  const named = plans.tenders.map((plan) => plan.official);
  return Array.from({ length: count }, () => {
    const official = named.length > 0 && random.chance(0.35) ? random.pick(named) : random.pick(inCharge);
    const day = random.integer(FIRST_DAY, LAST_DAY - 15);
    return runTender(inOffice(official, day) ? official : random.pick(inCharge), day, companies, plans, mint, random);
  });
}

function runTender(
  official: Official,
  day: number,
  companies: Company[],
  plans: Plans,
  mint: IdMint,
  random: Random,
): Tender {
  const plan = random.shuffle(plans.tenders.filter((one) => one.official === official))[0];
  const favourite =
    plan && random.chance(0.75) ? random.pick(plan.companies.filter((company) => company.founded <= day)) : undefined;
  const industry = favourite?.industry ?? random.pick(TRADES[official.department] ?? ['建筑工程']);
  const budget = Math.round(random.logNormal(900_000, 0.9) / 1000) * 1000;
  const field = companies.filter(
    (company) => company.industry === industry && company.founded <= day && company !== favourite,
  );
  const rivals = random.sample(field, plan?.thin && favourite ? random.integer(0, 2) : random.integer(2, 5));
  const bidders = favourite ? [favourite, ...rivals] : rivals;
  const bids = bidders.map((company) => ({
    company,
    amount: Math.round(budget * random.between(0.84, 1)),
    won: false,
  }));
  const lowest = bids.reduce((least, bid) => (least && least.amount <= bid.amount ? least : bid), bids[0]);
  const favoured = favourite && random.chance(plan?.favour ?? 0) ? bids[0] : undefined;
  const winner = favoured ?? (random.chance(LOWEST_WINS) ? lowest : bids.length > 0 ? random.pick(bids) : undefined);
  if (winner) winner.won = true;
  const area = official.unit.area;
  const name = `${area}${industry}项目${random.pick(WORKS)}`;
  return {
    id: mint('T'),
    name,
    official,
    industry,
    area,
    day,
    budget,
    method: random.pick(METHODS),
    bids: random.shuffle(bids),
  };
}
