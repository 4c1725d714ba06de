import { type FileHandle, open, rm, writeFile } from 'node:fs/promises';
import { InvalidInput } from '../../../model/errors.ts';
import { type EventRow, largestAmount } from '../events.ts';
import { createLineBuffer, type LineBuffer } from './lineBuffer.ts';
import { textLiteral } from './literals.ts';
import { createSettings, settingColumns } from './settings.ts';

/** Rows on their way in, as lines of a file beside the set that is being written: handing values over to the library one by
 * one costs several times what it takes to write and read this text. Texts stand in quotes, absent ones do not: "" is empty,
 * nothing is null. What whole runs of rows share (settings.ts) stands once, in a second file that they point into. */
export interface Stage {
  readonly rows: number;
  readonly isFull: boolean;
  /** Takes rows from `start` on until it is full; returns where it stopped. */
  append(rows: readonly EventRow[], start: number): Promise<number>;
  /** Everything is in the file when it returns. */
  seal(): Promise<void>;
  /** `SELECT` of the rows with the columns of an event file but `id` and `batch`. */
  readonly select: string;
  remove(): Promise<void>;
}

const writeAtOnce = 1 << 20;
const bufferBytes = 8 << 20;

/** Columns of a line, in its order. */
const lineColumns = {
  from_id: 'VARCHAR',
  to_id: 'VARCHAR',
  from_given: 'VARCHAR',
  to_given: 'VARCHAR',
  group_id: 'VARCHAR',
  at_s: 'BIGINT',
  until_s: 'BIGINT',
  amount: 'BIGINT',
  n: 'BIGINT',
  note: 'VARCHAR',
  on_duty: 'BOOLEAN',
  line: 'BIGINT',
  also: 'VARCHAR',
  setting: 'INTEGER',
} as const;
export async function createStage(path: string, rowLimit: number): Promise<Stage> {
  const file: FileHandle = await open(path, 'wx');
  const lines = createLineBuffer(writeAtOnce + (1 << 16));
  const settings = createSettings();
  let count = 0;

  const flush = () => file.writeFile(lines.take()); // goes on where the last one ended

  return {
    get rows() {
      return count;
    },
    get isFull() {
      return count >= rowLimit;
    },
    async append(rows, start) {
      const end = Math.min(rows.length, start + rowLimit - count);
      for (let at = start; at < end; at++) {
        writeLine(lines, rows[at]!, settings.numberOf(rows[at]!));
        if (lines.length >= writeAtOnce) await flush();
      }
      count += end - start;
      return end;
    },
    async seal() {
      await flush();
      await file.close();
      await writeFile(`${path}.settings`, settings.lines());
    },
    select: selectLines(path),
    async remove() {
      await file.close();
      await rm(path, { force: true });
      await rm(`${path}.settings`, { force: true });
    },
  };
}

function writeLine(lines: LineBuffer, row: EventRow, setting: number): void {
  checkNumbers(row);
  lines.text(row.from);
  lines.text(row.to);
  lines.text(row.fromGiven);
  lines.text(row.toGiven);
  lines.text(row.group);
  lines.whole(row.atSeconds);
  lines.whole(row.untilSeconds);
  lines.whole(row.amount);
  lines.whole(row.count);
  lines.text(row.note);
  lines.flag(row.onDuty);
  lines.whole(row.line);
  lines.text(row.also ?? null);
  lines.whole(setting);
  lines.endLine();
}

function checkNumbers(row: EventRow): void {
  checkWhole('atSeconds', row.atSeconds);
  if (row.untilSeconds !== null) checkWhole('untilSeconds', row.untilSeconds);
  checkWhole('amount', row.amount, largestAmount);
  checkWhole('count', row.count, largestAmount);
  checkWhole('grade', row.grade, 35);
  checkWhole('knownDay', row.knownDay, 10_000_000);
  checkWhole('line', row.line);
}

function checkWhole(name: keyof EventRow, value: number, bound = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value > bound || value < -bound)
    throw new InvalidInput(name, 'not a whole number in its bounds');
}

function selectLines(path: string): string {
  const own = Object.keys(lineColumns).filter((name) => name !== 'setting' && name !== 'also');
  const shared = Object.keys(settingColumns).filter((name) => name !== 'setting' && name !== 'file');
  const file = `CASE WHEN l.also IS NULL THEN s.file ELSE concat(s.file, ' + ', l.also) END AS file`;
  const columns = [...own.map((name) => `l.${name}`), ...shared.map((name) => `s.${name}`), file].join(', ');
  return `SELECT ${columns} FROM ${readLines(path, lineColumns)} AS l
  JOIN ${readLines(`${path}.settings`, settingColumns)} AS s ON s.setting = l.setting`;
}

function readLines(path: string, types: Readonly<Record<string, string>>): string {
  const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`);
  return `read_csv(${textLiteral(path)}, columns = {${columns.join(', ')}}, auto_detect = false,
  header = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n',
  buffer_size = ${bufferBytes}, max_line_size = ${bufferBytes / 4})`;
}
