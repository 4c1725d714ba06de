import type { Words } from '../../../model/vocabulary/words.ts';

/** Snapshots of boards. */
export const snapshotMessages = {
  'snapshot.asBoard': { zh: '另存为新画布', en: 'Open as a new board' },
  'snapshot.close': { zh: '关闭', en: 'Close' },
  'snapshot.empty': { zh: '快照中没有对象。', en: 'There is nobody in this snapshot.' },
  'snapshot.how': {
    zh: '按现在的样子留存画布，连同两个时间和数据版本；留存后不可更改。',
    en: 'Keeps the board as it stands, with both clocks and the data version. It never changes.',
  },
  'snapshot.keep': { zh: '留存快照', en: 'Keep a snapshot' },
  'snapshot.name': { zh: '名称', en: 'Name' },
  'snapshot.none': { zh: '还没有快照。', en: 'No snapshots yet.' },
  'snapshot.picture': { zh: '图', en: 'Picture' },
  'snapshot.readOnly': {
    zh: '只读快照，{at} 留存 · 事实时间 {true} · 已知截至 {known} · 数据版本 {version}。按您现在的权限读取。',
    en: 'Read-only, kept at {at} · true at {true} · known at {known} · data version {version}. Read again under what you may see today.',
  },
  'snapshot.title': { zh: '快照', en: 'Snapshots' },
  'snapshot.toBoard': { zh: '回到画布', en: 'To the board' },
} as const satisfies Record<string, Words>;
