import type { Words } from '../../../model/vocabulary/words.ts';
import type { IndicatorId } from '../indicator.ts';
import { figure, yuan } from './figures.ts';

const recordsNeeded: Readonly<Record<IndicatorId, Words>> = {
  I1b: { zh: '团伙人员的通话、同行记录', en: "call and co-presence records of the gang's people" },
  I2: { zh: '团伙人员的通话、同行记录', en: "call and co-presence records of the gang's people" },
  I6: { zh: '办案决定', en: 'decisions in cases' },
  I10: { zh: '行动前后的通话记录', en: 'call records around the operations' },
  I12: { zh: '银行流水', en: 'bank records' },
  I15: { zh: '企业股权登记', en: 'the register of shares' },
  I17: { zh: '招投标记录', en: 'tenders and bids' },
};

/** One plain sentence a part: what was seen against what was expected. */
export const texts = {
  unknown: (id: IndicatorId): Words => ({
    zh: `没有调取过${recordsNeeded[id].zh}，无法判断；不作加减。`,
    en: `Not known: ${recordsNeeded[id].en} were not asked for. Counts neither way.`,
  }),
  suspectContact: (observed: number, expected: number, n: number): Words => ({
    zh: `与已调取记录的${n}名嫌疑人有${figure(observed)}次非公务联系；同类人员预期约${figure(expected)}次。`,
    en: `${figure(observed)} contacts outside duty with ${n} suspects whose records were obtained; about ${figure(expected)} expected of peers.`,
  }),
  contactExplained: (observed: number, n: number): Words => ({
    zh: `与已调取记录的${n}名嫌疑人有${figure(observed)}次非公务联系，全部由登记的亲属、同学、同乡或同事关系解释；不计入。`,
    en: `${figure(observed)} contacts outside duty with ${n} suspects whose records were obtained, all explained by recorded ties of kin, class, village or unit; not counted.`,
  }),
  intermediary: (observed: number, expected: number, people: number): Words =>
    people === 0
      ? { zh: '未发现经由与团伙关系密切者的联系。', en: 'No contact found with people close to the gang.' }
      : {
          zh: `与${people}名同团伙关系密切的人有联系（折算${figure(observed)}次）；同类人员预期约${figure(expected)}次。`,
          en: `In contact with ${people} ${people === 1 ? 'person' : 'people'} close to the gang (worth ${figure(observed)} contacts); about ${figure(expected)} expected of peers.`,
        },
  leniency: (observed: number, expected: number, n: number): Words => ({
    zh: `对该团伙人员的${n}项办案决定中有${figure(observed)}项从宽；案情相似、并计入其对他人的宽严后，预期约${figure(expected)}项。`,
    en: `${figure(observed)} of ${n} decisions about the gang's people were favourable; about ${figure(expected)} expected in like cases, given how lenient this person is to others.`,
  }),
  beforeOperation: (observed: number, expected: number, n: number, missed: number): Words => ({
    zh: `在其事先知悉的${n}次行动中，有${observed}次于行动前48小时内与团伙人员联系${missed > 0 ? `（其中${missed}次行动扑空）` : ''}；按本人平日预期约${figure(expected)}次。`,
    en: `In contact with the gang's people in the 48 hours before ${observed} of ${n} operations known beforehand${missed > 0 ? ` (${missed} of them missed)` : ''}; about ${figure(expected)} expected from this person's other days.`,
  }),
  payments: (observed: number, expected: number, sum: number): Words =>
    observed === 0
      ? {
          zh: '未发现团伙向本人或近亲属的按月付款。',
          en: 'No regular payments from the gang to this person or closest kin found.',
        }
      : {
          zh: `本人或近亲属有${observed}个月收到团伙人员或其企业的付款，共${yuan(sum)}元；同类人员预期约${figure(expected)}个月。`,
          en: `Payments from the gang's people or firms to this person or closest kin in ${observed} months, ${yuan(sum)} yuan in all; about ${figure(expected)} months expected of peers.`,
        },
  paymentsExplained: (months: number): Words => ({
    zh: `本人或近亲属有${months}个月收到团伙人员或其企业的付款，摘要均为房租、工资或借款且与之相符；不计入。`,
    en: `Payments from the gang's people or firms in ${months} months, noted as rent, wages or a loan and in keeping with it; not counted.`,
  }),
  shares: (observed: number, expected: number): Words =>
    observed === 0
      ? {
          zh: '未发现本人或亲属与团伙人员共同持股。',
          en: "No company found that kin and the gang's people hold together.",
        }
      : {
          zh: `本人或亲属与团伙人员共同持股的企业有${observed}家；同地区、同行业随机预期约${figure(expected)}家。`,
          en: `Kin and the gang's people hold shares together in ${observed} ${observed === 1 ? 'company' : 'companies'}; about ${figure(expected)} expected by chance in the same area and industry.`,
        },
  sharesExplained: (all: number): Words => ({
    zh: `本人或亲属与团伙人员共同持股的企业有${all}家，均已实缴或早于任职和团伙形成；不计入。`,
    en: `Kin and the gang's people hold shares together in ${all} ${all === 1 ? 'company' : 'companies'}, paid in or older than both post and gang; not counted.`,
  }),
  tenders: (observed: number, expected: number, n: number): Words => ({
    zh: `其主管的${n}个招标项目中，团伙企业中标${observed}个；按其他人主管的同行业项目预期约${figure(expected)}个。`,
    en: `The gang's firms won ${observed} of ${n} tenders under this official; about ${figure(expected)} expected from the same industry under others.`,
  }),
  tendersExplained: (won: number): Words => ({
    zh: `其主管的项目中团伙企业中标${won}个，均为多家竞标中的最低价或该行业唯一投标人；不计入。`,
    en: `The gang's firms won ${won} ${won === 1 ? 'tender' : 'tenders'} under this official, each as lowest of several bids or only firm of its trade; not counted.`,
  }),
} as const;
