import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLimits } from '../../../api/import/read/limits.ts';
import { runImport } from '../../../api/import/run.ts';
import { writeTemplate } from '../../../api/import/template.ts';
import { entityId } from '../../../model/ids.ts';
import { lawful, openWorld, plainOptions, today, type World } from './world.ts';

const party = (id: string, namespace = '') => entityId(namespace, 'party', id);
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const names = async () => (await world.said({ types: ['Person'] })).map((one) => one.properties.name?.[0]).sort();
const told = (report: Awaited<ReturnType<World['import']>>) =>
  report.rejects.map(({ file, line, field, code }) => [file, line, field, code]);

describe('traps met in real files', () => {
  it('a byte-order mark, CR-only line ends, Chinese headers mixed with English ones, full-width blanks', async () => {
    const report = await world.import({
      'people.csv': '\uFEFF编 号,姓名,Gender,出生日期\r1,周一,男,1980\r2,吴二,女,１９８１－０５\r',
      'ties.csv': '甲方,to_id,类别,起\r1,2,夫妻,2005\r',
    });
    expect(report.rejects).toEqual([]);
    expect([report.entities, report.ties]).toEqual([2, 1]);
    expect(
      (await world.said({ types: ['Person'] }))
        .map((one) => [one.properties.gender?.[0], one.properties.birthDate?.[0]])
        .sort(),
    ).toEqual([
      ['female', '1981-05'],
      ['male', '1980'],
    ]);
    expect((await world.said({ kinds: ['spouse'] }))[0]).toMatchObject({ kind: 'Family', validFrom: '2005' });
  });

  it('ids written 15646.0 and in full-width digits are the same id; leading zeros stay', async () => {
    const report = await world.import({
      'people.csv': 'id,name\n15646.0,周一\n２３,吴二\n007,郑三\n',
      'ties.csv': 'from_id,to_id,kind\n15646,23.0,friend\n00007,15646,friend\n007,１５６４６,friend\n',
    });
    expect(told(report)).toEqual([['ties.csv', 3, 'from_id', 'dangling']]);
    expect(report.ties).toBe(2);
  });

  it('-77 is an empty cell, and said once', async () => {
    const report = await world.import({
      'people.csv': 'id,name,gender,birth_date,prior_convictions\n1,周一,-77,-77,-77\n2,吴二,男,1980,-77\n3,-77,男,,\n',
    });
    expect(told(report)).toEqual([['people.csv', 4, 'name', 'missing_field']]);
    expect(report.noteCounts.missing_code).toBe(4);
    expect((await world.said({ types: ['Person'] })).find((one) => one.key === '1')?.properties).toEqual({
      name: ['周一'],
    });
  });

  it('dates as spreadsheets leave them', async () => {
    const report = await world.import({
      'people.csv':
        'id,name,birth_date\n1,a,1980/7/1\n2,b,1980年7月1日\n3,c,29403\n4,d,19800701\n5,e,1980.7\n6,f,1/7/1980\n',
    });
    expect(told(report)).toEqual([['people.csv', 7, 'birth_date', 'bad_value']]);
    expect((await world.said({ types: ['Person'] })).map((one) => one.properties.birthDate?.[0]).sort()).toEqual([
      '1980-07',
      '1980-07-01',
      '1980-07-01',
      '1980-07-01',
      '1980-07-01',
    ]);
  });

  it('GBK without declaration is named, and UTF-8 asked for; the other files are kept', async () => {
    const gbk = Buffer.concat([Buffer.from([0xb1, 0xe0, 0xba, 0xc5]), Buffer.from(',name\n1,x\n')]);
    const report = await world.import({ 'people.csv': gbk, 'organisations.csv': 'id,name\nO1,甲公司\n' });
    expect(told(report)).toEqual([['people.csv', 1, null, 'not_utf8']]);
    expect(report.rejects[0]?.reason).toContain('UTF-8');
    expect(report.entities).toBe(1);
  });

  it('several people of one name stay several; one person under several numbers is one', async () => {
    await world.import({ 'people.csv': 'id,name,phones\n1,王斌,13800000001;13800000002\n2,王斌,\n3,王斌,\n' });
    expect(await names()).toEqual(['王斌', '王斌', '王斌']);
    expect((await world.said({ types: ['Person'] })).find((one) => one.key === '1')?.properties.phone).toEqual([
      '13800000001',
      '13800000002',
    ]);
  });
});

describe('bad input', () => {
  it('an unknown column is told once, its rows kept; a refused one refuses its file alone', async () => {
    const report = await world.import({
      'people.csv': 'id,name,shoe_size\n1,周一,42\n2,吴二,43\n',
      'organisations.csv': 'id,name,民 族\nO1,甲,汉\n',
      'peoples.csv': 'id,name\n3,郑三\n',
      'notes.txt': 'x',
    });
    expect(told(report)).toEqual([
      ['peoples.csv', null, null, 'unknown_file'],
      ['people.csv', 1, 'shoe_size', 'unknown_column'],
      ['organisations.csv', 1, '民 族', 'refused_column'],
    ]);
    expect(report.notes).toMatchObject([{ file: 'notes.txt', line: null, code: 'unknown_file' }]);
    expect(report.files[0]).toEqual({ file: 'people.csv', rows: 2, accepted: 2, rejected: 0 });
    expect(report.entities).toBe(2);
  });

  it('a missing header, a missing or doubled column, an empty file', async () => {
    const report = await world.import({
      'people.csv': '1,周一\n2,吴二\n',
      'organisations.csv': 'id,kind\nO1,company\n',
      'cases.csv': 'id,编号,kind,opened\n',
      'ties.csv': '',
    });
    expect(told(report)).toEqual([
      ['people.csv', 1, 'id', 'missing_header'],
      ['organisations.csv', 1, 'name', 'missing_column'],
      ['cases.csv', 1, 'id', 'duplicate_column'],
      ['ties.csv', null, null, 'missing_header'],
    ]);
  });

  it('broken rows, each by its line', async () => {
    const report = await world.import({
      'people.csv':
        'id,name,gender\n1,周一,男\n2,吴二\n3,郑三,男,x\n4,王四,男,,\n"5"x,冯五,男\n\n6,"陈\n六",男\n7,褚七,?\n',
    });
    expect(told(report).map(([, line, field, code]) => [line, field, code])).toEqual([
      [3, null, 'bad_row'],
      [4, null, 'bad_row'],
      [6, null, 'bad_row'],
      [10, 'gender', 'bad_value'],
    ]);
    expect(await names()).toEqual(['周一', '王四', '陈\n六']);
    expect(report.files[0]).toEqual({ file: 'people.csv', rows: 7, accepted: 3, rejected: 4 });
  });

  it('a double id with other content is refused, with the same content counted once; a second source speaks for itself', async () => {
    const report = await world.import({
      'sources.csv': 'id,name\nS1,a\nS2,b\n',
      'people.csv': 'id,name,source_id\n1,周一,S1\n1,周一,S1\n1,周衣,S1\n1,周伊,S2\n',
      'organisations.csv': 'id,name\n1,甲公司\n',
    });
    expect(told(report)).toEqual([
      ['people.csv', 4, 'id', 'duplicate'],
      ['organisations.csv', 2, 'id', 'duplicate'],
    ]);
    expect(report.entities).toBe(1);
    expect(await names()).toEqual(['周一', '周伊']);
  });

  it('a tie to a missing entity; ties that run in a circle are data, and told', async () => {
    const report = await world.import({
      'organisations.csv': 'id,name,kind\nA,a,company\nB,b,company\nC,c,company\n',
      'ties.csv':
        'from_id,to_id,kind,share\nA,B,owner,50\nB,C,owner,50\nC,A,owner,50\nA,Z,owner,1\nA,C,owner,5\nB,B,owner,5\nA,B,owner,150\n',
    });
    expect(told(report)).toEqual([
      ['ties.csv', 5, 'to_id', 'dangling'],
      ['ties.csv', 8, 'share', 'bad_value'],
    ]);
    expect(report.ties).toBe(5);
    expect(report.notes.map(({ line, code }) => [line, code])).toEqual([
      [7, 'self_tie'],
      [4, 'ownership_cycle'],
      [7, 'ownership_cycle'],
    ]);
  });

  it('15-digit identity numbers, wrong ones kept and noted', async () => {
    const report = await world.import({
      'people.csv': 'id,name,id_number\n1,a,110102040229001\n2,b,110102000229001\n3,c,14012118390423652x\n',
    });
    expect(report.rejected).toBe(0);
    expect(report.notes.map(({ line, code }) => [line, code])).toEqual([[3, 'bad_identity']]);
    const numbers = (await world.said({ types: ['Person'] })).map((one) => one.properties.idNumber);
    expect(numbers).toContainEqual(['110102190402290017', '110102040229001']);
    expect(numbers).toContainEqual(['110102000229001']);
    expect(numbers).toContainEqual(['14012118390423652X']);
  });

  it('dates in the future are refused where they cannot be, year-only dates kept', async () => {
    const report = await world.import({
      'people.csv': 'id,name,birth_date,known_at\n1,a,2026-01-16,\n2,b,2026,\n3,c,1990,2026-02-01\n',
      'organisations.csv': 'id,name,kind\nO,o,public_body\n',
      'cases.csv': 'id,kind,opened\nK1,criminal,1997\nK2,criminal,2030\n',
      'posts.csv': 'person_id,organisation_id,department,from,to\n2,O,town,2020,2030\n2,O,town,2021,2020\n',
    });
    expect(told(report)).toEqual([
      ['people.csv', 2, 'birth_date', 'future_date'],
      ['people.csv', 4, 'known_at', 'future_date'],
      ['cases.csv', 3, 'opened', 'future_date'],
      ['posts.csv', 3, 'to', 'bad_value'],
    ]);
  });

  it('a line of 100 MB: that line alone, in little memory', async () => {
    const path = await world.bundle({ 'people.csv': 'id,name\n1,周一\n' });
    const big = Buffer.alloc(1024 * 1024, 'x');
    for (let i = 0; i < 100; i++) writeFileSync(join(path, 'people.csv'), big, { flag: 'a' });
    writeFileSync(join(path, 'people.csv'), '\n2,吴二\n', { flag: 'a' });
    const before = process.memoryUsage().rss;
    const report = await runImport(world.deps, { ...plainOptions, paths: [path] });
    expect(told(report)).toEqual([['people.csv', 3, null, 'line_too_long']]);
    expect(await names()).toEqual(['吴二', '周一']);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  it('an unreadable file does not stop the others; a missing path is a named error', async () => {
    const path = await world.bundle({ 'people.csv': 'id,name\n1,周一\n' });
    await mkdir(join(path, 'sub'));
    await writeFile(join(path, 'ties.csv'), 'from_id,to_id,kind\n');
    await chmod(join(path, 'ties.csv'), 0o000);
    const report = await runImport(world.deps, { ...plainOptions, paths: [path] });
    if (process.getuid?.() !== 0) expect(told(report)).toEqual([['ties.csv', null, null, 'unreadable']]);
    expect(report.entities).toBe(1);
    await expect(runImport(world.deps, { ...plainOptions, paths: [join(path, 'nowhere')] })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(world.deps.ledger.batches.unsettled()).toEqual([]);
  });

  it('every reject stands in rejected.csv, with no value and no formula', async () => {
    const rejectsPath = join(world.folder, 'rejected.csv');
    await world.import({ 'people.csv': 'id,name,gender\n1,周一,=cmd\n2,,男\n' }, { rejectsPath });
    const text = readFileSync(rejectsPath, 'utf8');
    expect(text).toBe(
      '\uFEFFfile,line,field,code,reason\r\n' +
        'people.csv,2,gender,bad_value,the value does not fit the type or the words of its column\r\n' +
        'people.csv,3,name,missing_field,a required cell is empty\r\n',
    );
  });
});

describe('defaults', () => {
  it('a cell wins over its source, the source over the defaults', async () => {
    await world.import(
      {
        'sources.csv': 'id,name,origin,grade,compartment\nS1,a,station,B3,case9\n',
        'people.csv':
          'id,name,source_id,origin,grade,compartment,valid_from,known_at\n' +
          '1,a,S1,,,,,\n2,b,S1,elsewhere,A1,general,2020,2024-05-01\n3,c,,,,,,\n',
      },
      { compartment: 'case7', source: 'desk', namespace: 'NS' },
    );
    const said = new Map((await world.said({ types: ['Person'] })).map((one) => [one.key, one]));
    expect(said.get('NS/1')).toMatchObject({
      about: party('1', 'NS'),
      source: 'NS/S1',
      origin: 'station',
      grade: { reliability: 'B', credibility: 3 },
      compartment: 'case9',
    });
    expect(said.get('NS/2')).toMatchObject({
      origin: 'elsewhere',
      grade: { reliability: 'A', credibility: 1 },
      compartment: 'general',
      validFrom: '2020',
      knownAt: '2024-05-01',
    });
    expect(said.get('NS/3')).toMatchObject({
      source: 'desk',
      origin: 'desk',
      grade: { reliability: 'F', credibility: 6 },
      compartment: 'case7',
      knownAt: today,
    });
  });

  it('an id of a namespace is none of another', async () => {
    await world.import({ 'people.csv': 'id,name\n1,a\n' }, { namespace: 'NS' });
    const report = await world.import({
      'people.csv': 'id,name\n2,b\n',
      'ties.csv': 'from_id,to_id,kind\n2,1,friend\n',
    });
    expect(told(report)).toEqual([['ties.csv', 2, 'to_id', 'dangling']]);
    const inside = await world.import(
      { 'people.csv': 'id,name\n2,b\n', 'ties.csv': 'from_id,to_id,kind\n2,1,friend\n' },
      { namespace: 'NS' },
    );
    expect([inside.ties, inside.rejected]).toEqual([1, 0]);
  });

  it('the template of either language is a bundle', async () => {
    const folder = join(world.folder, 'template');
    const paths = await writeTemplate(folder);
    expect(paths).toHaveLength(44);
    for (const language of ['en', 'zh']) {
      const report = await runImport(world.deps, { ...plainOptions, paths: [join(folder, language)] });
      expect([report.rejects, report.notes]).toEqual([[], []]);
    }
  });
});

describe('over HTTP', () => {
  it('rows of compartments the importer does not hold are refused in one wording, whether they exist or not', async () => {
    await world.import({ 'people.csv': 'id,name,compartment\n9,z,sealed\n' });
    const report = await world.import(
      {
        'people.csv': 'id,name,compartment\n1,a,\n2,b,sealed\n3,c,nowhere\n4,d,mine\n',
        'ties.csv': 'from_id,to_id,kind\n1,9,friend\n',
      },
      { allowedCompartments: ['mine'] },
    );
    expect(report.rejects.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [3, 'not_allowed', 'not a compartment you may write to'],
      [4, 'not_allowed', 'not a compartment you may write to'],
      [2, 'dangling', 'it points at nothing in the bundle or the store'],
    ]);
    expect(report.entities).toBe(2);
  });

  it('what is hidden from the importer does not show in his counts', async () => {
    await world.import({ 'people.csv': 'id,name,compartment\n1,a,sealed\n' });
    const report = await world.import({ 'people.csv': 'id,name\n1,a\n' }, { allowedCompartments: [] });
    expect(report.entities).toBe(1);
  });

  it('a number’s sealed holder does not show in general rows', async () => {
    await world.import({
      ...lawful,
      'phones.csv': 'number,person_id,approval_id,compartment\n13911112222,P1,A1,sealed\n',
    });
    const calls = {
      'calls.csv':
        'from_id,to_id,at,approval_id,compartment\nP2,13911112222,2024-05-01,A1,general\nP2,13911112222,2024-05-01,A1,sealed\n',
    };
    const report = await world.import(calls);
    const ends: string[] = [];
    for await (const rows of world.deps.events.foldBatch(report.batch ?? '', 'calls'))
      for (const row of rows) ends.push(`${row.compartment} ${row.to}`);
    expect(ends.sort()).toEqual([`general ${entityId('', 'phone', '13911112222')}`, `sealed ${party('P1')}`]);
  });

  it('an informant’s row needs the informants’ compartment', async () => {
    const files = { 'people.csv': 'id,name\n1,a\n2,b\n', 'informants.csv': 'handler_id,person_id\n1,2\n' };
    expect(told(await world.import(files, { allowedCompartments: [] }))).toEqual([
      ['informants.csv', 2, 'compartment', 'not_allowed'],
    ]);
  });
});

describe('bounds', () => {
  it('a long record is refused by its bound', async () => {
    const limits = { ...readLimits, record: 1000 };
    const report = await world.import({ 'people.csv': `id,name\n1,${'x'.repeat(600_000)}\n2,b\n` }, { limits });
    expect(told(report)).toEqual([['people.csv', 2, null, 'line_too_long']]);
  });
});
