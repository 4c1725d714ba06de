import { enumLabel } from '../../../model/vocabulary/enums.ts';
import type { Words } from '../../../model/vocabulary/words.ts';
import type { Stratum } from '../strata.ts';

const bands: readonly Words[] = [
  { zh: '职级未知', en: 'rank not known' },
  { zh: '职级1–4', en: 'rank 1–4' },
  { zh: '职级5–8', en: 'rank 5–8' },
  { zh: '职级9–12', en: 'rank 9–12' },
];

/** Whom an official is compared with. */
export function stratumWords({ department, band, area }: Stratum, peers: number | null): Words {
  const unit = enumLabel('department', department) ?? { zh: department, en: department };
  const rank = bands[band] ?? bands[0]!;
  const place = area === '' ? { zh: '地区未知', en: 'area not known' } : { zh: area, en: area };
  const size = peers === null ? { zh: '', en: '' } : { zh: `，另有${peers}人`, en: `, ${peers} others` };
  return { zh: `${unit.zh}·${rank.zh}·${place.zh}${size.zh}`, en: `${unit.en} · ${rank.en} · ${place.en}${size.en}` };
}

export const words = {
  ownDays: { zh: '本人同一公务状态下的其他日子', en: 'the same person on other days in the same duty state' },
  companyStratum: { zh: '同地区、同行业的企业', en: 'companies of the same area and industry' },
  tenderStratum: (sectors: readonly string[]): Words =>
    sectors.length === 0
      ? { zh: '其他人主管的招标', en: 'tenders under everybody else' }
      : {
          zh: `其他人主管的同行业招标（${sectors.join('、')}）`,
          en: `tenders of the same industry under everybody else (${sectors.join(', ')})`,
        },
} as const;
