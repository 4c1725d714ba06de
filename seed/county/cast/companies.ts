/** Companies with one to three owners; those of a gang are made the same way, by gangs.ts, so that a row tells nothing. */
import { dayOf } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { NumberMint } from '../basics/identity.ts';
import type { Random } from '../basics/random.ts';
import { INDUSTRIES } from './units.ts';
import type { Company, Person } from './world.ts';

const STYLES = [...'鑫恒盛宏顺达泰安瑞兴隆源诚润嘉茂丰汇金通'];
const FORMS: Record<string, string> = {
  砂石: '建材',
  建筑工程: '建设',
  物业: '物业服务',
  货运: '物流',
  客运: '客运',
  餐饮: '餐饮',
  娱乐: '娱乐',
  小额贷款: '信息咨询',
  农贸市场: '农贸',
  水利工程: '水利建设',
  土地整理: '土地工程',
  医药: '医药',
  教育装备: '文教用品',
  零售: '商贸',
};

export interface CompanyMint {
  make(owners: readonly Person[], industry: string, area: string, latest?: number): Company;
}

export function createCompanyMint(mint: IdMint, numbers: NumberMint, random: Random): CompanyMint {
  const names = new Set<string>();
  const drawName = (industry: string): string => {
    for (let tries = 0; ; tries++) {
      const style = random.pick(STYLES) + random.pick(STYLES) + (tries > 5 ? random.pick(STYLES) : '');
      const name = `青岚${style}${FORMS[industry] ?? '实业'}有限公司`;
      if (names.has(name)) continue;
      names.add(name);
      return name;
    }
  };
  return {
    make(owners, industry, area, latest = dayOf(2023, 6, 1)) {
      const founded = random.integer(dayOf(2011, 1, 1), latest);
      const cuts = owners.map(() => random.between(0.5, 1.5));
      const total = cuts.reduce((sum, cut) => sum + cut, 0);
      const capital = Math.round(random.logNormal(80, 0.9)) * 10_000;
      return {
        id: mint('O'),
        name: drawName(industry),
        code: numbers.company(),
        industry,
        area,
        founded,
        owners: owners.map((person, i) => {
          const share = Math.round((100 * (cuts[i] ?? 1)) / total);
          return { person, share, paidIn: Math.round((capital * share) / 100), from: founded };
        }),
      };
    },
  };
}

export function makeCompanies(count: number, mint: CompanyMint, owners: Person[], random: Random): Company[] {
  return Array.from({ length: count }, () => {
    const first = random.pick(owners);
    const partners = random.sample(owners, random.integer(0, 2)).filter((person) => person !== first);
    return mint.make([first, ...partners], random.pick(INDUSTRIES), first.village.town.area);
  });
}
