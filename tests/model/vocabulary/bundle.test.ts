import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bundleFileNamed,
  bundleFiles,
  columnFor,
  columnsOf,
  commonColumns,
  foldHeader,
  isRefusedColumn,
  refusedColumns,
  templateHeaders,
} from '../../../model/vocabulary/bundle.ts';
import type { BundleFile } from '../../../model/vocabulary/bundleFiles/definition.ts';
import { propertyOf } from '../../../model/vocabulary/types.ts';

function file(name: string): BundleFile {
  const found = bundleFileNamed(name);
  if (!found) throw new Error(`no file ${name}`);
  return found;
}

const everyColumn = bundleFiles.flatMap((one) => columnsOf(one).map((column) => ({ file: one, column })));

describe('headers', () => {
  test.each(bundleFiles.map((one) => [one.file, one] as const))('of %s resolve in both languages', (_name, one) => {
    const names = columnsOf(one).map((column) => column.name);
    expect(templateHeaders(one, 'en')).toEqual(names);
    expect(templateHeaders(one, 'en').map((header) => columnFor(one, header)?.name)).toEqual(names);
    expect(templateHeaders(one, 'zh').map((header) => columnFor(one, header)?.name)).toEqual(names);
    expect(new Set(templateHeaders(one, 'zh')).size).toBe(names.length);
  });

  test('no two columns of a file answer to one header', () => {
    for (const one of bundleFiles) {
      const headers = columnsOf(one).flatMap((column) => [column.name, ...column.zhHeaders].map(foldHeader));
      expect(new Set(headers).size, one.file).toBe(headers.length);
    }
  });

  test('the template has the word that suits the file, and every other one works', () => {
    expect(templateHeaders(file('people'), 'zh')[1]).toBe('姓名');
    expect(templateHeaders(file('organisations'), 'zh')[1]).toBe('名称');
    expect(columnFor(file('people'), '名称')?.name).toBe('name');
    expect(columnFor(file('organisations'), '姓名')?.name).toBe('name');
    expect(templateHeaders(file('posts'), 'zh')).toContain('职务');
    expect(templateHeaders(file('cases'), 'zh')).toContain('标题');
    expect(templateHeaders(file('accounts'), 'zh')[0]).toBe('账号');
    expect(templateHeaders(file('phones'), 'zh')[0]).toBe('号码');
    expect(columnFor(file('approvals'), '文号')?.name).toBe('number');
  });

  test('fold full-width letters, blanks, case and the byte-order mark', () => {
    expect(columnFor(file('people'), '\ufeffＩＤ')?.name).toBe('id');
    expect(columnFor(file('people'), ' 身份证　号 ')?.name).toBe('id_number');
    expect(columnFor(file('posts'), 'Person_ID')?.name).toBe('person_id');
    expect(columnFor(file('posts'), 'person id')?.name).toBe('person_id');
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (header) => foldHeader(foldHeader(header)) === foldHeader(header)),
    );
  });

  test('that belong to no column belong to none', () => {
    for (const header of ['', 'constructor', '__proto__', 'wages', '工资', 'uscc'])
      expect(columnFor(file('people'), header), header).toBeUndefined();
  });
});

describe('columns', () => {
  test('every file may name source, origin, grade, compartment, validity and when it was known', () => {
    expect(commonColumns.map((column) => column.name)).toEqual([
      'source_id',
      'origin',
      'grade',
      'compartment',
      'valid_from',
      'valid_to',
      'known_at',
    ]);
    for (const one of bundleFiles)
      for (const { name } of commonColumns) expect(columnFor(one, name)?.name, `${one.file} ${name}`).toBe(name);
  });

  test("an approval's own validity is required, that of other rows is not", () => {
    expect(columnFor(file('approvals'), '有效止')?.required).toBe(true);
    expect(columnFor(file('people'), '有效止')?.required).toBeUndefined();
  });

  test('restricted files have the approval, but it may also stand for the whole file', () => {
    for (const name of ['calls', 'payments', 'copresence', 'accounts', 'phones'])
      expect(columnFor(file(name), '批准编号'), name).toMatchObject({ name: 'approval_id', refersTo: 'approval' });
    expect(columnFor(file('calls'), 'approval_id')?.required).toBeUndefined();
  });

  test('enum columns name their list, ids what they point at', () => {
    for (const { file: one, column } of everyColumn) {
      if (column.type === 'enum') expect(column.enum, `${one.file} ${column.name}`).toBeDefined();
      if (column.name.endsWith('_id') && column.name !== 'event_id')
        expect(column.refersTo, `${one.file} ${column.name}`).toBeDefined();
    }
    expect(columnFor(file('approvals'), 'kinds')).toMatchObject({ type: 'list', enum: 'approvalKind' });
  });

  test('become properties of a type their file makes, with the same list of values', () => {
    for (const { file: one, column } of everyColumn) {
      if (column.property === undefined) continue;
      const { property } = column;
      const found = one.types.map((type) => propertyOf(type, property)).find((definition) => definition !== undefined);
      expect(found, `${one.file} ${column.name} → ${property}`).toBeDefined();
      expect(found?.enum, `${one.file} ${column.name}`).toBe(column.enum);
    }
  });

  test('what a row cannot do without', () => {
    const required = (name: string) =>
      file(name)
        .columns.filter((column) => column.required)
        .map((column) => column.name);
    expect(required('people')).toEqual(['id', 'name']);
    expect(required('posts')).toEqual(['person_id', 'organisation_id', 'department']);
    expect(required('ties')).toEqual(['from_id', 'to_id', 'kind']);
    expect(required('cases')).toEqual(['id', 'kind', 'opened']);
    expect(required('decisions')).toEqual(['id', 'case_id', 'stage', 'decision', 'at']);
    expect(required('copresence')).toEqual(['event_id', 'person_id']);
    expect(required('approvals')).toEqual([
      'id',
      'number',
      'authority',
      'case_id',
      'kinds',
      'subjects',
      'data_from',
      'data_to',
      'valid_from',
      'valid_to',
      'retain_until',
    ]);
  });
});

describe('files', () => {
  test('are read in an order in which what is pointed at comes first, events last', () => {
    const names = bundleFiles.map((one) => one.name);
    expect(names.slice(0, 5)).toEqual(['sources', 'approvals', 'people', 'organisations', 'cases']);
    expect(names.slice(-3)).toEqual(['calls', 'payments', 'copresence']);
    expect(new Set(names).size).toBe(22);
    expect(bundleFiles.filter((one) => one.file !== `${one.name}.csv`)).toEqual([]);
  });

  test('are found by short name and by file name', () => {
    expect(bundleFileNamed('ties')?.file).toBe('ties.csv');
    expect(bundleFileNamed('People.CSV')?.name).toBe('people');
    expect(bundleFileNamed('constructor')).toBeUndefined();
  });
});

test('ethnicity and religion are refused by name, however written; nationality is not', () => {
  for (const header of [...refusedColumns, '民 族', ' Religion', 'ETHNICITY', 'ｒｅｌｉｇｉｏｎ'])
    expect(isRefusedColumn(header), header).toBe(true);
  for (const header of ['nationality', '国籍', 'name', '']) expect(isRefusedColumn(header), header).toBe(false);
});
