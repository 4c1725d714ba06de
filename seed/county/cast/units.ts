/** The public bodies: one of each kind for the county, stations and governments by town, a committee by village. */
import type { IdMint } from '../basics/identifiers.ts';
import type { Places } from './places.ts';
import type { Unit } from './world.ts';

interface Template {
  name: string;
  department: string;
  size: number;
}

const COUNTY_UNITS: readonly Template[] = [
  { name: '公安局', department: 'police', size: 44 },
  { name: '人民检察院', department: 'procuratorate', size: 24 },
  { name: '人民法院', department: 'court', size: 30 },
  { name: '司法局', department: 'justice', size: 12 },
  { name: '看守所', department: 'prison', size: 9 },
  { name: '自然资源局', department: 'natural_resources', size: 15 },
  { name: '住房和城乡建设局', department: 'housing', size: 15 },
  { name: '交通运输局', department: 'transport', size: 13 },
  { name: '水利局', department: 'water', size: 11 },
  { name: '教育局', department: 'education', size: 10 },
  { name: '卫生健康局', department: 'health', size: 8 },
  { name: '市场监督管理局', department: 'market', size: 14 },
  { name: '税务局', department: 'tax', size: 13 },
  { name: '财政局', department: 'finance', size: 9 },
  { name: '纪委监委', department: 'discipline', size: 12 },
  { name: '委政法委', department: 'party_organisation', size: 7 },
  { name: '应急管理局', department: 'other', size: 7 },
];

const REMITS: Record<string, readonly string[]> = {
  police: ['治安', '娱乐', '刑侦', '经侦'],
  natural_resources: ['砂石', '土地整理'],
  housing: ['建筑工程', '物业'],
  transport: ['货运', '客运'],
  water: ['水利工程', '砂石'],
  education: ['教育装备'],
  health: ['医药'],
  market: ['餐饮', '娱乐', '农贸市场', '零售'],
  tax: ['建筑工程', '餐饮', '砂石', '零售'],
  finance: ['小额贷款'],
  town: ['建筑工程', '土地整理', '农贸市场'],
};

export const INDUSTRIES = [
  ...[
    '砂石',
    '建筑工程',
    '物业',
    '货运',
    '客运',
    '餐饮',
    '娱乐',
    '小额贷款',
    '农贸市场',
    '水利工程',
    '土地整理',
    '医药',
  ],
  ...['教育装备', '零售'],
];

export const remitsOf = (department: string): readonly string[] => REMITS[department] ?? [];

export function makeUnits(places: Places, mint: IdMint): Unit[] {
  const units: Unit[] = COUNTY_UNITS.map((template) => ({
    id: mint('O'),
    name: places.county + template.name,
    kind: 'public_body',
    department: template.department,
    area: places.county,
    size: template.size,
  }));
  for (const town of places.towns) {
    units.push(
      {
        id: mint('O'),
        name: `${town.name}派出所`,
        kind: 'public_body',
        department: 'police',
        area: town.area,
        size: 8,
      },
      {
        id: mint('O'),
        name: `${town.name}人民政府`,
        kind: 'public_body',
        department: 'town',
        area: town.area,
        size: 8,
      },
    );
    for (const village of town.villages) {
      const name = `${town.name}${village.name}村民委员会`;
      units.push({
        id: mint('O'),
        name,
        kind: 'village_committee',
        department: 'village',
        area: village.area,
        size: 3,
      });
    }
  }
  return units;
}
