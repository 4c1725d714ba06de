import type { ImportOptions } from '../../../api/import/options.ts';
import type { ExportFormat } from '../../../api/services/exports/exports.ts';
import { audienceOf } from '../../../model/audience.ts';
import { installed, today } from './fixture.ts';

export type Files = Readonly<Record<string, string>>;
const head = {
  exportedAt: `${today}T00:00:00.000Z`,
  user: 'u',
  purpose: 'review:x',
  reason: 'x',
  trueAt: today,
  knownAt: today,
  dataVersion: 'v',
};

/** What goes in, and what comes out of a store that holds nothing else. */
export async function throughStore(files: Files, options: Partial<ImportOptions>, format: ExportFormat) {
  const store = await installed(files, options);
  const clocks = { trueAt: '1900-01-01..2100-01-01', knownAt: today };
  const exported = await store.services.exportPicture(audienceOf(['general']), clocks, { format, ids: null, head });
  const { 'NOTICE.txt': notice, ...out } = exported.files;
  return { report: store.report, exported, notice: notice ?? '', files: out };
}
