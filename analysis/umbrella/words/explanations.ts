import type { Words } from '../../../model/vocabulary/words.ts';
import type { Explanation } from '../indicator.ts';
import type { NoteReason } from '../rules.ts';
import { figure } from './figures.ts';

const say = (id: string, holds: boolean, evidence: readonly string[], { zh, en }: Words): Explanation => ({
  id,
  holds,
  evidence: [...new Set(evidence)].sort(),
  zh,
  en,
});

const notes: Readonly<Record<NoteReason, Words>> = {
  rent: { zh: '房租', en: 'rent' },
  wage: { zh: '工资', en: 'wages' },
  loan: { zh: '借款或还款', en: 'a loan' },
  trade: { zh: '货款（亲属经商已报告）', en: 'goods, with a reported business of kin,' },
};

/** Innocent explanations that were tested, each with what the records say of it. */
export const explanations = {
  knownTie: (holds: boolean, people: number, evidence: readonly string[]): Explanation =>
    say(
      'known_tie',
      holds,
      evidence,
      holds
        ? {
            zh: `与其中${people}人有登记的亲属、同学、同乡或同事关系，与其联系已剔除。`,
            en: `Recorded ties of kin, class, village or unit to ${people} of them; contact with them is left out.`,
          }
        : {
            zh: '查过亲属、同学、同乡、同事关系：未见登记。',
            en: 'Looked for ties of kin, class, village or unit: none recorded.',
          },
    ),
  dutyContact: (count: number): Explanation =>
    say(
      'duty',
      count > 0,
      [],
      count > 0
        ? { zh: `另有${count}次公务联系，未计入。`, en: `${count} further contacts were on duty and are not counted.` }
        : {
            zh: '查过公务联系：没有可由办案或登记公务解释的联系。',
            en: 'Looked for duty contact: none is explained by a case or a registered duty.',
          },
    ),
  busyLine: (holds: boolean, contacts: number, people: number): Explanation =>
    say(
      'busy_line',
      holds,
      [],
      holds
        ? {
            zh: `与团伙以外的${people}名嫌疑人同样联系频繁（${contacts}次），足以解释。`,
            en: `Contact with ${people} suspects outside the gang is as frequent (${contacts} contacts), which explains it.`,
          }
        : {
            zh: `查过是否与各类嫌疑人联系都多：与团伙以外的${people}名嫌疑人有${contacts}次联系。`,
            en: `Looked whether contact with suspects of every sort is frequent: ${contacts} contacts with ${people} outside the gang.`,
          },
    ),
  busyNumber: (holds: boolean, people: number): Explanation =>
    say(
      'busy_number',
      holds,
      [],
      holds
        ? {
            zh: `中间人均为联系众多的人（如商铺、服务热线），不计入。`,
            en: 'Those in the middle are in contact with very many people (a shop, a hotline); not counted.',
          }
        : {
            zh: `查过中间人是否为联系众多的号码：${people}人中并非全部如此。`,
            en: `Looked whether those in the middle are busy numbers: not all of the ${people} are.`,
          },
    ),
  lenientToAll: (holds: boolean, habit: number, others: number): Explanation =>
    say(
      'lenient_to_all',
      holds,
      [],
      holds
        ? {
            zh: `对其他人的${others}项决定同样偏宽，足以解释。`,
            en: `Equally lenient in ${others} decisions about others, which explains it.`,
          }
        : {
            zh: `对其他人的${others}项决定${habit > 0.2 ? '也偏宽，但不足以解释' : '并不偏宽'}。`,
            en: `In ${others} decisions about others ${habit > 0.2 ? 'lenient too, but not enough to explain it' : 'not more lenient than like cases'}.`,
          },
    ),
  caseFeatures: (holds: boolean, expected: number): Explanation =>
    say(
      'case_features',
      holds,
      [],
      holds
        ? {
            zh: `案件的证据、情节、前科、认罪、退赔、患病等情况已足以解释（预期约${figure(expected)}项）。`,
            en: `Evidence, gravity, priors, plea, restitution and illness in the files explain it (about ${figure(expected)} expected).`,
          }
        : {
            zh: '已计入证据、情节、前科、认罪、退赔、患病、案由、单位和年份，仍有差异。',
            en: 'Evidence, gravity, priors, plea, restitution, illness, charge, unit and year are accounted for; a difference remains.',
          },
    ),
  unrecordedFactor: (factor: number | null, unrecorded: number, n: number): Explanation =>
    say(
      'unrecorded_factor',
      false,
      [],
      factor === null
        ? {
            zh: `未记录的因素难以单独解释；${n}项中有${unrecorded}项未记录证据或情节。`,
            en: `Hardly any unrecorded factor alone would explain it; ${unrecorded} of ${n} files lack evidence or gravity.`,
          }
        : {
            zh: `如有未记录的因素使从宽的几率提高到${figure(factor)}倍，即可解释；${n}项中有${unrecorded}项未记录证据或情节。`,
            en: `A factor missing from the files that raised the odds of favour ${figure(factor)} times would explain it; ${unrecorded} of ${n} files lack evidence or gravity.`,
          },
    ),
  ordinaryDays: (holds: boolean, expected: number): Explanation =>
    say(
      'ordinary_days',
      holds,
      [],
      holds
        ? {
            zh: `平日联系同样频繁（预期约${figure(expected)}次），足以解释。`,
            en: `Contact is as frequent on other days (about ${figure(expected)} expected), which explains it.`,
          }
        : {
            zh: `查过平日：按同一公务状态下的联系频率预期约${figure(expected)}次。`,
            en: `Looked at other days in the same duty state: about ${figure(expected)} expected.`,
          },
    ),
  manyKnew: (holds: boolean, most: number): Explanation =>
    say(
      'many_knew',
      holds,
      [],
      holds
        ? {
            zh: `知悉行动者多达${most}人，分量相应降低。`,
            en: `As many as ${most} people knew of an operation; it weighs accordingly less.`,
          }
        : {
            zh: `知悉行动者至多${most}人。`,
            en: `At most ${most} ${most === 1 ? 'person' : 'people'} knew of an operation.`,
          },
    ),
  paymentNote: (reason: NoteReason, holds: boolean, evidence: readonly string[]): Explanation =>
    say(
      `note_${reason}`,
      holds,
      evidence,
      holds
        ? {
            zh: `摘要几乎每月为${notes[reason].zh}，且与之相符；该笔往来未计入，宜核对合同。`,
            en: `Noted as ${notes[reason].en} in nearly every month and in keeping with it; left out, the contract should be seen.`,
          }
        : {
            zh: `查过摘要：没有持续的${notes[reason].zh}记载。`,
            en: `Looked at the notes: none names ${notes[reason].en} throughout.`,
          },
    ),
  shares: (reason: 'paidIn' | 'older', holds: boolean, evidence: readonly string[]): Explanation =>
    say(
      reason === 'paidIn' ? 'paid_in' : 'older_than_post',
      holds,
      evidence,
      reason === 'paidIn'
        ? holds
          ? { zh: '亲属的出资已实缴，未计入。', en: 'The share was paid in; left out.' }
          : { zh: '查过实缴：没有实缴记录。', en: 'Looked for a payment for the share: none recorded.' }
        : holds
          ? {
              zh: '持股早于首次任职和团伙形成，未计入。',
              en: 'The share is older than the first post and the gang; left out.',
            }
          : {
              zh: '查过时间：没有证据表明持股早于任职和团伙。',
              en: 'Looked at the dates: nothing shows the share to be older than post and gang.',
            },
    ),
  lowestBid: (holds: boolean, lowest: number, won: number, evidence: readonly string[]): Explanation =>
    say(
      'lowest_bid',
      holds,
      evidence,
      holds
        ? {
            zh: `${won}个中标项目中有${lowest}个为三家以上竞标的最低价，未计入。`,
            en: `${lowest} of ${won} wins were the lowest of three bids or more; left out.`,
          }
        : {
            zh: '查过报价：没有一个是三家以上竞标的最低价。',
            en: 'Looked at the bids: none was the lowest of three or more.',
          },
    ),
  soleBidder: (holds: boolean, sole: number, evidence: readonly string[]): Explanation =>
    say(
      'sole_bidder',
      holds,
      evidence,
      holds
        ? {
            zh: `${sole}个项目中该行业再无其他投标企业，未计入。`,
            en: `In ${sole} no other firm of the trade ever bid; left out.`,
          }
        : { zh: '查过资格：同行业另有企业投标。', en: 'Looked at qualification: other firms of the trade do bid.' },
    ),
} as const;
