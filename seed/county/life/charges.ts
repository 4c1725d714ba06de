/** What cases are about. Gang cases and others share their charges, so that a charge alone gives nobody away. */
export const ROUGH = [
  '寻衅滋事',
  '故意伤害',
  '聚众斗殴',
  '敲诈勒索',
  '强迫交易',
  '非法拘禁',
  '开设赌场',
  '故意毁坏财物',
];
export const ORDINARY = [
  '盗窃',
  '诈骗',
  '交通肇事',
  '危险驾驶',
  '故意伤害',
  '寻衅滋事',
  '开设赌场',
  '掩饰隐瞒犯罪所得',
];
export const ADMINISTRATIVE = ['殴打他人', '扰乱公共秩序', '赌博', '无证经营', '超限运输', '违法占地'];
export const CALLED_FOR = ['邻里纠纷', '打架', '讨债纠纷', '噪音扰民', '阻挠施工', '强买强卖'];

const BY_INDUSTRY: Record<string, string> = { 砂石: '非法采矿', 小额贷款: '非法放贷', 土地整理: '非法占用农用地' };

export const gangCharges = (industries: readonly string[]): string[] => [
  ...ROUGH,
  ...industries.flatMap((industry) => BY_INDUSTRY[industry] ?? []),
];

export const FILED: Record<string, string> = {
  black: '组织、领导、参加黑社会性质组织',
  'evil-group': '恶势力集团寻衅滋事',
  'evil-gang': '恶势力团伙敲诈勒索',
  disorder: '聚众扰乱社会秩序',
};

export const titleOfCase = (kind: string, suspect: string | undefined, charge: string): string =>
  kind === 'police_call' ? `${charge}警情` : `${suspect ?? '未知嫌疑人'}涉嫌${charge}案`;
