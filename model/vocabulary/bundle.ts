import { basisFiles } from './bundleFiles/basisFiles.ts';
import { caseFiles } from './bundleFiles/caseFiles.ts';
import { commonColumns } from './bundleFiles/column.ts';
import type { BundleColumn, BundleFile, BundleFileName } from './bundleFiles/definition.ts';
import { matterFiles } from './bundleFiles/matterFiles.ts';
import { recordFiles } from './bundleFiles/recordFiles.ts';
import { restrictedFiles } from './bundleFiles/restrictedFiles.ts';
import { subjectFiles } from './bundleFiles/subjectFiles.ts';
import { foldText } from './fold.ts';
import type { Language } from './words.ts';

export { commonColumns } from './bundleFiles/column.ts';
export type {
  BundleColumn,
  BundleFile,
  BundleFileName,
  ColumnReference,
  ColumnType,
} from './bundleFiles/definition.ts';

/** The files of a bundle, in the order they are read: what others refer to first, the millions of events last. */
export const bundleFiles: readonly BundleFile[] = [
  basisFiles.sources,
  basisFiles.approvals,
  subjectFiles.people,
  subjectFiles.organisations,
  caseFiles.cases,
  matterFiles.tenders,
  matterFiles.operations,
  restrictedFiles.accounts,
  restrictedFiles.phones,
  subjectFiles.ties,
  subjectFiles.posts,
  caseFiles.case_parties,
  caseFiles.decisions,
  matterFiles.bids,
  matterFiles.awareness,
  recordFiles.informants,
  recordFiles.duties,
  recordFiles.disclosures,
  recordFiles.records_obtained,
  restrictedFiles.calls,
  restrictedFiles.payments,
  restrictedFiles.copresence,
];

/** By its short name or its file name, in any case. */
export function bundleFileNamed(name: string): BundleFile | undefined {
  const wanted = name.toLowerCase();
  return bundleFiles.find((file) => file.name === wanted || file.file === wanted);
}

/** Header → the form under which it is looked up. */
export function foldHeader(header: string): string {
  return foldText(header);
}

/** Its own columns, then the common ones it does not have itself. */
export function columnsOf(file: BundleFile): readonly BundleColumn[] {
  const own = new Set(file.columns.map((column) => column.name));
  return [...file.columns, ...commonColumns.filter((column) => !own.has(column.name))];
}

function lookupOf(file: BundleFile): ReadonlyMap<string, BundleColumn> {
  return new Map(
    columnsOf(file).flatMap((column) =>
      [column.name, ...column.zhHeaders].map((header): [string, BundleColumn] => [foldHeader(header), column]),
    ),
  );
}

const lookups = new Map<BundleFileName, ReadonlyMap<string, BundleColumn>>(
  bundleFiles.map((file) => [file.name, lookupOf(file)]),
);

export function columnFor(file: BundleFile, header: string): BundleColumn | undefined {
  return lookups.get(file.name)?.get(foldHeader(header));
}

export function templateHeaders(file: BundleFile, language: Language): string[] {
  return columnsOf(file).map((column) => (language === 'zh' ? column.label.zh : column.name));
}

/** Data that is not taken in, whoever delivers it: a file with such a column is refused whole. */
export const refusedColumns: readonly string[] = [
  '民族',
  '民族成份',
  '民族成分',
  '族别',
  '种族',
  '宗教',
  '宗教信仰',
  '信仰',
  'ethnicity',
  'ethnic',
  'ethnic_group',
  'race',
  'religion',
  'religious_belief',
  'faith',
];

const refused = new Set(refusedColumns.map(foldHeader));

export function isRefusedColumn(header: string): boolean {
  return refused.has(foldHeader(header));
}
