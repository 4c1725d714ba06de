import { strToU8, zipSync } from 'fflate';
import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Cut } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Collected, Collector } from './collect.ts';
import { csvTables, exportTables } from './csv.ts';
import { ftmLines } from './ftm.ts';
import { gexfText } from './gexf.ts';
import { graphmlText } from './graphml.ts';
import { neo4jTables } from './neo4jCsv.ts';
import { type ExportHead, noticeText } from './notice.ts';
import { xlsxBytes } from './xlsx.ts';

export const exportFormats = ['ftm', 'csv', 'gexf', 'graphml', 'neo4j-csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type ExportFiles = Readonly<Record<string, string | Uint8Array>>;

export interface Exported {
  /** File name → content; always with a NOTICE.txt that says what this is and what was left out. */
  readonly files: ExportFiles;
  readonly entities: number;
  readonly ties: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly cut: Cut;
}

const writers: Readonly<
  Record<
    ExportFormat,
    (
      collected: Collected,
      head: ExportHead,
    ) => { files: ExportFiles; leftOut: Record<string, number>; cutCells?: number }
  >
> = {
  ftm: (collected) => {
    const { text, leftOut } = ftmLines(collected);
    return { files: { 'powang.ftm.json': text }, leftOut };
  },
  gexf: (collected, head) => ({ files: { 'powang.gexf': gexfText(collected, head) }, leftOut: {} }),
  graphml: (collected, head) => ({ files: { 'powang.graphml': graphmlText(collected, head) }, leftOut: {} }),
  csv: (collected) => ({ files: csvTables(collected), leftOut: {} }),
  'neo4j-csv': (collected) => ({ files: neo4jTables(collected), leftOut: {} }),
  xlsx: (collected, head) => {
    const lines = noticeText(head, []).trim().split('\n');
    const about = { name: 'notice', header: ['破网 Powang'], rows: lines.map((line) => [line]) };
    const { bytes, cutCells } = xlsxBytes([about, ...exportTables(collected)]);
    return { files: { 'powang.xlsx': bytes }, leftOut: {}, cutCells };
  },
};

export function createExports({ collect }: { collect: Collector }) {
  return async function exportPicture(
    audience: Audience,
    clocks: Clocks,
    asked: { format: ExportFormat; ids: readonly Id[] | null; head: ExportHead },
  ): Promise<Exported> {
    const collected = await collect(audience, clocks, asked.ids);
    const { files, leftOut, cutCells = 0 } = writers[asked.format](collected, asked.head);
    const said = Object.entries(leftOut).map(
      ([type, count]) => `left out, not in FollowTheMoney or an end left out: ${type} ${count}`,
    );
    if (cutCells > 0) said.push(`texts cut at the length of a cell: ${cutCells}`);
    if (!collected.cut.complete) said.push(`cut at ${collected.cut.limit} folded ties`);
    return {
      files: { ...files, 'NOTICE.txt': noticeText(asked.head, said) },
      entities: collected.entities.length,
      ties: collected.ties.length + collected.folds.length,
      leftOut,
      cut: collected.cut,
    };
  };
}
export type Exports = ReturnType<typeof createExports>;

/** One archive of an export's files. */
export function zipOf(files: ExportFiles): Uint8Array {
  // A fixed time, so that equal exports are equal bytes; 1980 is the earliest a zip can hold.
  const contents = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(contents), { mtime: new Date(1980, 0, 1) });
}
