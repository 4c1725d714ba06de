import type { Words } from '../../model/vocabulary/words.ts';
import type { IndicatorId, Part } from './indicator.ts';

/** What to do next, to confirm or to clear, and the article of the Law on Combating Organised Crime it would fall under:
 * art. 50 (what is to be looked into with officials), art. 51 (passing on), art. 52 (what those who handle such cases may not do). */
export interface NextStep extends Words {
  readonly lawRef: string;
}

const steps: Readonly<Record<IndicatorId, NextStep>> = {
  I1b: {
    zh: '核对联系的事由：走访登记、值班记录、亲友关系；必要时依法申请调取本人话单，以便证实或排除。',
    en: "Check what the contact was for: visit registers, duty rosters, family and friends; where needed apply for the person's own call records, to confirm or to clear.",
    lawRef: '反有组织犯罪法 art. 50(2)',
  },
  I2: {
    zh: '查明中间人的身份及其与双方的往来缘由；先排除商铺、家政、快递等日常联系。',
    en: 'Find out who the person in the middle is and why both are in touch; rule out shops, household help and deliveries first.',
    lawRef: '反有组织犯罪法 art. 50(2)',
  },
  I6: {
    zh: '由原办案单位以外的人员复查所列案卷，逐件核对从宽的依据。',
    en: 'Have the listed files reviewed by somebody outside the handling unit, reason by reason.',
    lawRef: '反有组织犯罪法 art. 52(3)',
  },
  I10: {
    zh: '先经专门人员核对有无公务安排（不向查询人说明原因），再核对知悉时间、联系时间与行动结果。',
    en: 'First have a custodian check for arranged contact (no reason is told), then compare when the person knew, when contact was made and how the operation went.',
    lawRef: '反有组织犯罪法 art. 52(2)',
  },
  I12: {
    zh: '核对付款的合同、借据、纳税和申报；依法调取相关账户流水，以便证实或排除。',
    en: 'Check contracts, notes of loan, tax and disclosures for the payments; apply for the accounts concerned, to confirm or to clear.',
    lawRef: '反有组织犯罪法 art. 50(2)',
  },
  I15: {
    zh: '核对出资凭证、分红和个人有关事项报告。',
    en: 'Check proof of payment for the shares, dividends, and the report on personal matters.',
    lawRef: '反有组织犯罪法 art. 50(2)',
  },
  I17: {
    zh: '调阅招标文件、评标记录和报价，请行业主管部门独立评估。',
    en: 'Read tender documents, evaluation records and bids; ask the trade authority for an independent opinion.',
    lawRef: '反有组织犯罪法 art. 50(5)',
  },
};

const passOn: NextStep = {
  zh: '以上仅为需核实事项，不是结论；核实后按管辖移送或予以了结，并为不实者澄清。',
  en: 'These are points to check, not a conclusion; afterwards pass on by competence or close, and clear whoever was wrongly named.',
  lawRef: '反有组织犯罪法 art. 51',
};

/** Steps for the parts that speak for checking, strongest first; none where none does. */
export function nextStepsFor(parts: readonly Part[]): NextStep[] {
  const ids = [...new Set(parts.filter((part) => part.logLr > 0).map((part) => part.id))];
  return ids.length === 0 ? [] : [...ids.map((id) => steps[id]), passOn];
}
