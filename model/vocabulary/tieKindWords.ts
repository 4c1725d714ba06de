import type { Words } from './words.ts';

/** The values of the column `kind` of ties.csv. */
export const fileTieKindWords = {
  kin: { zh: '亲属', en: 'Kin' },
  spouse: { zh: '配偶', en: 'Spouse' },
  household: { zh: '同户', en: 'Same household' },
  classmate: { zh: '同学', en: 'Classmate' },
  comrade: { zh: '战友', en: 'Comrade in arms' },
  hometown: { zh: '同乡', en: 'Same home town' },
  colleague: { zh: '同事', en: 'Colleague' },
  friend: { zh: '朋友', en: 'Friend' },
  godparent: { zh: '干亲', en: 'Godparent' },
  associate: { zh: '往来', en: 'Associate' },
  owner: { zh: '持股', en: 'Owner' },
  director: { zh: '董事高管', en: 'Director' },
  employee: { zh: '雇员', en: 'Employee' },
  representative: { zh: '代理人', en: 'Representative' },
  nominee: { zh: '代持人', en: 'Nominee' },
  gang_member: { zh: '团伙成员', en: 'Gang member' },
  uses_property: { zh: '使用财产', en: 'Uses property' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

/** Kinds that come from the other files of a bundle. */
export const derivedTieKindWords = {
  calls: { zh: '通话', en: 'Calls' },
  payments: { zh: '资金往来', en: 'Payments' },
  copresence: { zh: '同行同住', en: 'Co-presence' },
  case: { zh: '涉案', en: 'Party to a case' },
  decision: { zh: '办案决定', en: 'Decision' },
  post: { zh: '任职', en: 'Post' },
  tender: { zh: '招投标', en: 'Tender' },
  operation: { zh: '行动对象', en: 'Target of an operation' },
  awareness: { zh: '知悉行动', en: 'Aware of an operation' },
  account: { zh: '账户', en: 'Account' },
  phone: { zh: '用号', en: 'Phone' },
} as const satisfies Record<string, Words>;

export type FileTieKind = keyof typeof fileTieKindWords;
export type TieKind = FileTieKind | keyof typeof derivedTieKindWords;
