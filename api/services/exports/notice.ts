import type { Words } from '../../../model/vocabulary/words.ts';

/** Goes with every export, pictures too (charter: not evidence, not for appraisal or personnel files). */
export const notice: Words = {
  zh: '本材料仅为核查线索，不是证据，不得用于考核或存入人事档案。列入者多数并无问题。',
  en: 'Leads for checking only: not evidence, not for appraisal or personnel files. Most who are listed are innocent.',
};

export interface ExportHead {
  readonly exportedAt: string;
  readonly user: string;
  readonly purpose: string;
  readonly reason: string;
  readonly trueAt: string;
  readonly knownAt: string;
  readonly dataVersion: string;
}

export function noticeText(head: ExportHead, leftOut: readonly string[]): string {
  return [
    notice.zh,
    notice.en,
    '',
    `user: ${head.user}`,
    `purpose: ${head.purpose}`,
    `reason: ${head.reason}`,
    `exported at: ${head.exportedAt}`,
    `true at: ${head.trueAt} · known at: ${head.knownAt}`,
    `data version: ${head.dataVersion}`,
    ...leftOut,
    '',
  ].join('\n');
}
