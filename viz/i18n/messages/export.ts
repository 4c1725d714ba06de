import type { Words } from '../../../model/vocabulary/words.ts';

/** Taking data out. */
export const exportMessages = {
  'export.close': { zh: '关闭', en: 'Close' },
  'export.dossier': { zh: '下载在档内容（JSON）', en: 'Download what is on file (JSON)' },
  'export.download': { zh: '下载文件', en: 'Download the file' },
  'export.format': { zh: '格式', en: 'Format' },
  'export.how': {
    zh: '导出连同事由和理由记入审计；文件附使用说明。',
    en: 'An export is logged with its purpose and reason; a notice goes with the file.',
  },
  'export.make': { zh: '生成', en: 'Make it' },
  'export.reason': { zh: '理由', en: 'Reason' },
  'export.title': { zh: '导出', en: 'Export' },
} as const satisfies Record<string, Words>;
