import type { Words } from '../words.ts';

/** Values in answers: screening, communities, findings, judgements. */
export const resultEnums = {
  level: {
    none: { zh: '未列入', en: 'Not listed' },
    watch: { zh: '关注', en: 'Watch' },
    check: { zh: '需核查', en: 'Needs checking' },
  },
  band: {
    at: { zh: '与基准相当', en: 'About the base rate' },
    above: { zh: '高于基准', en: 'Above the base rate' },
    well_above: { zh: '明显高于基准', en: 'Well above the base rate' },
  },
  calibration: {
    synthetic: { zh: '以模拟数据校准', en: 'Calibrated on synthetic data' },
    local: { zh: '以本地结果校准', en: 'Calibrated on local outcomes' },
  },
  indicatorFamily: {
    contact: { zh: '接触', en: 'Contact' },
    leniency: { zh: '从宽处理', en: 'Leniency' },
    money: { zh: '资金', en: 'Money' },
    interest: { zh: '利益', en: 'Interest' },
    other: { zh: '其他', en: 'Other' },
  },
  communityRole: {
    core: { zh: '核心', en: 'Core' },
    fringe: { zh: '外围', en: 'Fringe' },
    bridge: { zh: '桥接', en: 'Bridge' },
  },
  judgement: {
    positive: { zh: '相同', en: 'The same' },
    negative: { zh: '不同', en: 'Not the same' },
    unsure: { zh: '不确定', en: 'Unsure' },
    none: { zh: '未判断', en: 'Not judged' },
  },
  findingState: {
    proposed: { zh: '已提出', en: 'Proposed' },
    deconflicted: { zh: '已核对冲突', en: 'Deconflicted' },
    under_review: { zh: '审核中', en: 'Under review' },
    signed: { zh: '已签署', en: 'Signed' },
    dismissed: { zh: '已驳回', en: 'Dismissed' },
    cleared: { zh: '已澄清', en: 'Cleared' },
  },
  rankMeasure: {
    pagerank: { zh: '网页排名', en: 'PageRank' },
    ppr: { zh: '个性化网页排名', en: 'Personalised PageRank' },
    betweenness: { zh: '中介中心性', en: 'Betweenness' },
    kcore: { zh: 'k 核', en: 'k-core' },
    degree: { zh: '度', en: 'Degree' },
    components: { zh: '连通分量', en: 'Components' },
  },
  rejectCode: {
    no_basis: { zh: '无批准依据', en: 'No lawful basis' },
    bad_value: { zh: '值无效', en: 'Bad value' },
    missing_field: { zh: '缺少字段', en: 'Missing field' },
    dangling: { zh: '引用不存在', en: 'Refers to nothing' },
    duplicate: { zh: '重复', en: 'Duplicate' },
    privileged: { zh: '受保护通信', en: 'Privileged' },
    unknown_column: { zh: '未知列', en: 'Unknown column' },
    refused_column: { zh: '拒收列', en: 'Refused column' },
    bad_row: { zh: '行无法读取', en: 'Row cannot be read' },
  },
} as const satisfies Record<string, Record<string, Words>>;
