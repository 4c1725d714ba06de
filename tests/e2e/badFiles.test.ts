import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesAs, type ImportSaid, rejectedRows } from './bundles.ts';
import { powang, said, startPowang, temporaryFolder } from './processes.ts';

/** Files as bad as they come, by the command line: a named fault with file, line and field, and the good rows kept. */
const folder = temporaryFolder();

/** One bundle with one of everything. Lines are counted from the header's 1. */
const faulty = {
  'people.csv': [
    'id,name,id_number,birth_date,known_at,星座',
    'B1,柏舟,110101900101123,1990-01-01,,白羊', // an identity number of fifteen digits
    'B2,防风,,1985,,', // a year alone
    'B3,苍术,,2099-01-01,,', // born in the future
    'B4,当归,,,2099-01-01,', // known in the future
    'B1,另一人,,,,', // a second B1
    'B5,,,,,', // no name
    'B6,甘草,,1990-13-45,,',
    'B7,黄芪',
    'B8,党参,110101199001011231,,,', // a check digit that is wrong
    'B9,"白术,,,,', // never closed
    'B10,茯苓,,1979-11,,',
    '',
  ].join('\n'),
  'organisations.csv': 'id,name,kind\nO1,甲商行,company\nO2,乙商行,company\nO3,丙商行,company\nO4,丁商行,马戏团\n',
  'ties.csv': [
    'from_id,to_id,kind,from,to',
    'O1,O2,owner,,',
    'O2,O3,owner,,',
    'O3,O1,owner,,', // closes a cycle
    'B1,B99,friend,,', // to nobody
    'B1,B2,对头,,', // no such kind
    'B1,B2,friend,2020-05-01,2019-05-01',
    'B1,B2,friend,2019,',
    '',
  ].join('\n'),
  'cases.csv': 'id,title\nK1,无类别的案件\n',
  'disclosures.csv': 'person_id,at,kind,宗教\nB1,2024-01-01,gift,x\n',
  'awareness.csv': Uint8Array.from([0xff, 0xfe, 0x61, 0x00]),
  'tips.xlsx': 'not a table of ours',
  'readme.txt': 'beside the tables',
} as const;

/** What is said of each, in the order of the files. */
const expected = [
  ['people.csv', 1, '星座', 'unknown_column'],
  ['people.csv', 4, 'birth_date', 'future_date'],
  ['people.csv', 5, 'known_at', 'future_date'],
  ['people.csv', 6, 'id', 'duplicate'],
  ['people.csv', 7, 'name', 'missing_field'],
  ['people.csv', 8, 'birth_date', 'bad_value'],
  ['people.csv', 9, null, 'bad_row'],
  ['people.csv', 11, null, 'bad_row'],
  ['organisations.csv', 5, 'kind', 'bad_value'],
  ['ties.csv', 5, 'to_id', 'dangling'],
  ['ties.csv', 6, 'kind', 'bad_value'],
  ['ties.csv', 7, 'to', 'bad_value'],
  ['cases.csv', 1, 'kind', 'missing_column'],
  ['disclosures.csv', 1, '宗教', 'refused_column'],
  ['awareness.csv', 1, null, 'not_utf8'],
  ['tips.xlsx', null, null, 'unknown_file'],
  ['posts.csv', null, null, 'unreadable'],
  ['bids.csv', null, null, 'unreadable'],
  ['duties.csv', null, null, 'unreadable'],
] as const;

describe('a bundle with one of every fault', () => {
  it('keeps the good rows and names the others: exit 3', async () => {
    const bundle = await filesAs(join(folder, 'faulty'), faulty);
    symlinkSync(join(folder, 'nowhere.csv'), join(bundle, 'posts.csv'));
    symlinkSync('/proc/self/mem', join(bundle, 'bids.csv')); // opens, and cannot be read
    execFileSync('mkfifo', [join(bundle, 'duties.csv')]); // never ends
    const data = join(folder, 'data');
    const ran = await powang('import', bundle, '--data', data, '--out', join(folder, 'rejected.csv'));
    expect(ran.code).toBe(3);
    const report = said<ImportSaid>(ran);
    const key = (row: readonly unknown[]) => row.map((cell) => cell ?? '').join(' ');
    expect(report.rejects.map(({ file, line, field, code }) => key([file, line, field, code])).sort()).toEqual(
      expected.map(key).sort(),
    );
    expect(report.rejected).toBe(expected.length);
    const rows = await rejectedRows(join(folder, 'rejected.csv'));
    expect(rows.map(([file, line, field, code]) => key([file, line, field, code])).sort()).toEqual(
      expected.map(key).sort(),
    );
    // What is kept, and what a person should look at in it.
    const of = (name: string) => report.files.find(({ file }) => file === name);
    expect([of('people.csv'), of('organisations.csv'), of('ties.csv')]).toEqual([
      { file: 'people.csv', rows: 11, accepted: 4, rejected: 7 },
      { file: 'organisations.csv', rows: 4, accepted: 3, rejected: 1 },
      { file: 'ties.csv', rows: 7, accepted: 4, rejected: 3 },
    ]);
    expect([report.entities, report.ties]).toEqual([7, 4]);
    const notes = report.notes.map(({ file, line, field, code }) => key([file, line, field, code]));
    expect(notes).toEqual(
      expect.arrayContaining([
        'people.csv 10 id_number bad_identity',
        'ties.csv 4 to_id ownership_cycle',
        'readme.txt   unknown_file',
      ]),
    );
    // No value of a row is told.
    expect(`${ran.stdout}${ran.stderr}${readFileSync(join(folder, 'rejected.csv'), 'utf8')}`).not.toMatch(
      /另一人|1990-13-45|对头|马戏团|白术/,
    );
  });
});

describe('a line of 100 MB', () => {
  it('is given up at its bound, in bounded memory; the rows around it are kept', async () => {
    const bundle = join(folder, 'long');
    await mkdir(bundle);
    const file = createWriteStream(join(bundle, 'people.csv'));
    file.write('id,name\nL1,前一行\nL2,');
    const piece = 'x'.repeat(1 << 20);
    for (let written = 0; written < 100; written++) if (!file.write(piece)) await once(file, 'drain');
    file.end('\nL3,后一行\n');
    await once(file, 'close');

    const started = startPowang([
      'import',
      bundle,
      '--data',
      join(folder, 'longData'),
      '--out',
      join(folder, 'long.csv'),
    ]);
    const most = watchMemory(started.pid);
    const ran = await started.ended;
    const report = said<ImportSaid>(ran);
    expect([ran.code, report.entities]).toEqual([3, 2]);
    expect(report.rejects).toMatchObject([{ file: 'people.csv', line: 3, field: null, code: 'line_too_long' }]);
    expect(most()).toBeGreaterThan(0);
    expect(most()).toBeLessThan(600 * 1024);
  });
});

/** The most memory, in kB, that any child of this process ever held. */
function watchMemory(pid: number): () => number {
  let most = 0;
  const look = () => {
    try {
      for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' '))
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // gone between two looks
    }
  };
  const timer = setInterval(look, 20);
  timer.unref();
  return () => {
    clearInterval(timer);
    return most;
  };
}
