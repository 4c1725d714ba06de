import type { Words } from '../../model/vocabulary/words.ts';
import type { Context } from './context.ts';
import type { Pool } from './pool.ts';
import { rules } from './rules.ts';

/** What a reader has to know of this run: pool, base rate, method, and what was left out. In words, without percentages. */
export function screenNotes(context: Context, pool: Pool, prior: number): Words[] {
  const scored = pool.members.size;
  const outside = pool.officials - scored - pool.protectedOfficials;
  const oneIn = Math.round(1 / prior);
  const filed = context.facts.gangs.filter((gang) => gang.filed).length;
  const alleged = context.facts.gangs.length - filed;
  const members = new Set(context.groups.flatMap((group) => group.members));
  const ungrouped = context.facts.suspects.filter((one) => !members.has(one.id)).length;
  return [
    {
      zh: `需核查的是事项，不是结论：列在前面的人大多清白。候选范围内，预先估计约每${oneIn}人中有1人。`,
      en: `These are points to check, not findings: most who are listed first are innocent. Beforehand about one in ${oneIn} of the pool is expected to matter.`,
    },
    {
      zh: `全部公职人员${pool.officials}人，进入候选范围${scored}人，未进入${outside}人；受保护人员${pool.protectedOfficials}人不评分。`,
      en: `${pool.officials} officials in all, ${scored} in the pool, ${outside} outside it; ${pool.protectedOfficials} protected people are not scored.`,
    },
    {
      zh: '候选范围：办理过团伙案件、辖区或分管涉及其经营、事先知悉针对其的行动，或经两步以内的亲属、婚姻、持股、资金、通话、同行与其相连。籍贯、同学、同户和举报不作为入选理由。',
      en: "The pool: decided in a gang's cases, area or remit covers its business, knew of an operation against it, or within two private ties of it by kin, marriage, shares, money, calls or co-presence. Home town, class, household and tips open no door.",
    },
    {
      zh: `联系人超过${rules.pool.hubPartners}人的${pool.hubs}个枢纽（商铺、热线等）和受保护人员不作为中间人。`,
      en: `${pool.hubs} hubs with more than ${rules.pool.hubPartners} contacts (shops, hotlines) and protected people are no way through.`,
    },
    {
      zh: `查问对象：${context.groups.length}个团体的${members.size}名嫌疑人；另有${ungrouped}名嫌疑人不在其中，${alleged}个未立案的所称团伙不作为起点。`,
      en: `Asked about: ${members.size} suspects in ${context.groups.length} groups; ${ungrouped} further suspects belong to none of them, and ${alleged} alleged gangs without a filed case are no starting point.`,
    },
    {
      zh: '对照：系统×职级段×地区的同类人员，本人除外，按经验贝叶斯向上级层收缩：预期 = (X_c − x + κ) / (N_c − 1 + κ/w)，w = m·f_d·f_a。',
      en: 'Compared with peers of department × rank band × area, the person left out, shrunk to the wider stratum by empirical Bayes: expected = (X_c − x + κ) / (N_c − 1 + κ/w), w = m·f_d·f_a.',
    },
    {
      zh: '公务联系、未接或不足10秒的来电不计入；记录未调取的一律作未知，不作零。',
      en: 'Contact on duty and incoming calls unanswered or under 10 seconds are not counted; records that were not asked for are unknown, not zero.',
    },
    {
      zh: '本模型未计算错误发现率，因此最高只列为“关注”；权重固定，以模拟数据校准，不得作为证据或考核依据。',
      en: 'No false-discovery rate is computed by this model, so nothing goes above “watch”; weights are fixed, calibrated on synthetic data; not evidence, not for appraisal.',
    },
    {
      zh: '计算一律不使用线人信息，无论由谁发起；仅凭接触列出的人员须先经专人核对。',
      en: 'Computed without registered informants whoever asks; who is listed for contact alone has to be deconflicted first.',
    },
  ];
}
