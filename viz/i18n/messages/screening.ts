import type { Words } from '../../../model/vocabulary/words.ts';

/** The screening list: no percentages, no words of conclusion. */
export const screeningMessages = {
  'screening.band': { zh: '与基准比', en: 'Against base rate' },
  'screening.baseRate': {
    zh: '共 {n} 名公职人员在核查范围内。多数列在前面的人没有问题：名单只说明先核查谁，不说明谁有问题。',
    en: '{n} officials are in the pool. Most who are listed first are innocent: the list says whom to check first, not who did wrong.',
  },
  'screening.coverage': { zh: '记录覆盖（0 至 1）', en: 'Coverage of records (0 to 1)' },
  'screening.coverageShort': { zh: '覆盖', en: 'Coverage' },
  'screening.doesNotHold': { zh: '记录未证实', en: 'not borne out' },
  'screening.emptyPool': { zh: '没有人在核查范围内。', en: 'Nobody is in the pool.' },
  'screening.expected': { zh: '预期', en: 'Expected' },
  'screening.families': { zh: '涉及方面', en: 'Families' },
  'screening.holds': { zh: '记录证实', en: 'borne out' },
  'screening.level': { zh: '级别', en: 'Level' },
  'screening.method': { zh: '如何计算', en: 'How it is worked out' },
  'screening.model': { zh: '模型 {version}', en: 'model {version}' },
  'screening.neither': {
    zh: '不作加减的部分：没有调取或没有差别（{n}）',
    en: 'Parts that count neither way: not obtained, or no difference ({n})',
  },
  'screening.nextSteps': { zh: '下一步', en: 'Next steps' },
  'screening.noExculpatory': {
    zh: '已查找可以澄清的事项，记录中未发现。',
    en: 'Looked for what would clear; the records hold nothing.',
  },
  'screening.noRun': { zh: '还没有结果。点击“生成核查名单”。', en: 'No result yet. Press "Screen".' },
  'screening.noneAbove': { zh: '无', en: 'none' },
  'screening.nothingFound': { zh: '未发现', en: 'nothing found' },
  'screening.observed': { zh: '观察到', en: 'Observed' },
  'screening.otherRuns': { zh: '90 天内对此范围另有 {n} 次筛查', en: '{n} other runs on this pool in 90 days' },
  'screening.rank': { zh: '序', en: 'Rank' },
  'screening.run': { zh: '生成核查名单', en: 'Screen' },
  'screening.sortedBy': {
    zh: '本名单按“先核查谁”排序；其他页面从不如此排序。',
    en: 'This list is sorted by whom to check first; no other page is.',
  },
  'screening.speaksAgainst': { zh: '说明无须核查、可以澄清', en: 'Speaks against, would clear' },
  'screening.speaksFor': { zh: '说明需要核查', en: 'Speaks for checking' },
  'screening.strongest': { zh: '最强的一项', en: 'Strongest part' },
  'screening.strongestAgainst': { zh: '最强的澄清项', en: 'Strongest that clears' },
  'screening.unknownCoverage': { zh: '不详：{list}', en: 'unknown: {list}' },
  'screening.weight': { zh: '分量（对数）', en: 'Weight (log)' },
  'screening.without': { zh: '没有此项', en: 'Without this' },
  'screening.withoutRank': { zh: '排第 {rank}，共 {n}', en: 'would rank {rank} of {n}' },
} as const satisfies Record<string, Words>;
