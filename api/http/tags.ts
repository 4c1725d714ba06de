import type { Words } from '../../model/vocabulary/words.ts';

/** Chapters of the interface's description. */
export const tags = {
  session: { zh: '登录', en: 'Session' },
  explore: { zh: '查询', en: 'Explore' },
  evidence: { zh: '证据', en: 'Evidence' },
  analysis: { zh: '分析', en: 'Analysis' },
  imports: { zh: '导入', en: 'Imports' },
  casework: { zh: '办案', en: 'Casework' },
  boards: { zh: '画布', en: 'Boards' },
  jobs: { zh: '后台任务', en: 'Jobs' },
  offices: { zh: '管理与审计', en: 'Offices' },
  operations: { zh: '运行', en: 'Operations' },
} as const satisfies Record<string, Words>;
export type Tag = keyof typeof tags;
