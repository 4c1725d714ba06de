/**
 * The records of one approval as agencies would return them: two banks and one operator, each in its own writing, with what such
 * files are like: the same transfer from both banks, a second delivery that overlaps the first, failed transactions, cash without
 * another side. Beside them the county as a bundle without these records, and what their import must come to.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLUMNS, type County, type Row, TABLE_NAMES } from '../county/tables.ts';
import { writeTable } from '../write.ts';
import { billLines, flowLines, type Line, print, templates } from './answers.ts';
import { gb18030 } from './gb18030.ts';
import { createTellers } from './tellers.ts';

export interface PackExpectation {
  readonly approval: string;
  readonly payments: number;
  readonly calls: number;
  /** Rejected are the rows without another side; left out the failed ones, and those that another row tells too. */
  readonly files: readonly { readonly file: string; readonly rows: number; readonly rejected: number }[];
  readonly failed: number;
  readonly toldTwice: number;
}
/** Rows of the first bank that its second delivery brings again. */
const overlap = 40;
const failures = 12;
const cash = 9;

export async function writeAgencyPack(county: County, outDir: string): Promise<PackExpectation> {
  const { tables } = county;
  const approval = mostUsed(tables.approvals, tables.payments);
  const subjects = new Set(String(approval.subjects).split(';'));
  const tellers = createTellers(tables, subjects);
  const under = (rows: readonly Row[]) => rows.filter((row) => row.approval_id === approval.id);
  const payments = under(tables.payments);
  // A bill has a line for each call; rows that count several are of another making.
  const calls = under(tables.calls).filter((row) => row.count === undefined || row.count === 1);

  const told = payments.flatMap((row, place) => flowLines(row, place, tellers));
  const firstBank = told[0]?.bank ?? '';
  const first = told.filter(({ bank }) => bank === firstBank).map(({ line }) => line);
  const second = told.filter(({ bank }) => bank !== firstBank).map(({ line }) => line);
  const failed = first.slice(0, failures).map((line, n) => ({ ...line, 交易是否成功: '失败', 交易流水号: `F${n}` }));
  const withdrawn = second.slice(0, cash).map((line, n) => ({
    ...line,
    交易对手账卡号: '',
    对手户名: '',
    现金标志: '现金',
    交易流水号: `C${n}`,
  }));
  const bill = calls.flatMap((row, place) => billLines(row, place, tellers));

  const files: { name: string; bytes: Uint8Array | string; rows: readonly Line[] }[] = [
    file('甲银行.csv', [...first, ...failed], (lines) =>
      gb18030(print(lines, { template: templates.flow, title: '甲银行协助查询反馈', end: '\t', lineEnd: '\r\n' })),
    ),
    file('甲银行-补充.csv', first.slice(-overlap), (lines) =>
      gb18030(print(lines, { template: templates.flow, end: '', lineEnd: '\r\n' })),
    ),
    file('乙银行.csv', [...second, ...withdrawn], (lines) =>
      gb18030(print(lines, { template: templates.flow, end: '\t', lineEnd: '\r' })),
    ),
    file(
      '岚江通信.csv',
      bill,
      (lines) => `\uFEFF${print(lines, { template: templates.bill, end: '\t', lineEnd: '\r' })}`,
    ),
  ];
  await mkdir(join(outDir, 'returned'), { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(outDir, 'returned', name), bytes);
  await writeRest(county, outDir, String(approval.id), tellers.identities);

  const expected: PackExpectation = {
    approval: String(approval.id),
    payments: payments.length,
    calls: calls.length,
    files: files.map(({ name, rows }) => ({
      file: name,
      rows: rows.length,
      rejected: name === '乙银行.csv' ? withdrawn.length : 0,
    })),
    failed: failed.length,
    toldTwice: told.length - payments.length + Math.min(overlap, first.length) + bill.length - calls.length,
  };
  await writeFile(join(outDir, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
  return expected;
}

const file = (name: string, rows: readonly Line[], write: (rows: readonly Line[]) => Uint8Array | string) => ({
  name,
  bytes: write(rows),
  rows,
});

/** The approval of calls and bank records that most payments rest on. */
function mostUsed(approvals: readonly Row[], payments: readonly Row[]): Row {
  const uses = new Map<unknown, number>();
  for (const { approval_id } of payments) uses.set(approval_id, (uses.get(approval_id) ?? 0) + 1);
  const [most] = approvals
    .filter(({ kinds }) => String(kinds).includes('calls') && String(kinds).includes('bank'))
    .sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0));
  if (most === undefined) throw new Error('The county has no approval of calls and bank records');
  return most;
}

async function writeRest(
  { tables }: County,
  outDir: string,
  approval: string,
  identities: ReadonlyMap<string, string>,
): Promise<void> {
  const bundle = join(outDir, 'bundle');
  await mkdir(bundle, { recursive: true });
  const returned: ReadonlySet<string> = new Set(['payments', 'calls', 'accounts']);
  for (const name of TABLE_NAMES) {
    const kept = returned.has(name) ? tables[name].filter((row) => row.approval_id !== approval) : tables[name];
    const rows =
      name === 'people'
        ? kept.map((row) => ({ ...row, id_number: row.id_number ?? identities.get(String(row.id)) }))
        : kept;
    await writeTable(join(bundle, `${name}.csv`), COLUMNS[name], rows);
  }
}
