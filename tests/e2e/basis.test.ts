import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf, counts, type ImportSaid, nothing, rejectedRows, stories } from './bundles.ts';
import { powang, said, temporaryFolder } from './processes.ts';
import { lookInto } from './store.ts';

/** No call, payment or meeting without an approval that is there and may still be kept. */
const folder = temporaryFolder();
const county = stories();
const [sound] = county.tables.approvals.filter((row) => row.id === 'LR-A1');
/** SP-A1 is not in the bundle, LR-A2 may no longer be kept, LR-A1 is sound: payments rest on the last two in turn. */
const tables = {
  ...county.tables,
  approvals: [sound!, { ...sound, id: 'LR-A2', number: '过期1号', retain_until: '2020-12-31' }],
  payments: county.tables.payments.map((row, index) => (index % 2 === 0 ? row : { ...row, approval_id: 'LR-A2' })),
};
const eventTables = ['phones', 'calls', 'accounts', 'payments', 'copresence'] as const;
const restingOn = (approval: string): string[] =>
  eventTables.flatMap((table) =>
    tables[table].flatMap((row, index) => (row.approval_id === approval ? [`${table}.csv ${index + 2}`] : [])),
  );

describe('a bundle with rows that rest on no approval', () => {
  let bundle: string;
  const data = join(folder, 'data');

  it('is refused whole by --strict: exit 1 and nothing stored', async () => {
    bundle = await bundleOf({ ...county, tables }, join(folder, 'faulty'));
    const strict = await powang('import', bundle, '--data', data, '--strict', '--out', join(folder, 'strict.csv'));
    expect(strict.code).toBe(1);
    const report = said<ImportSaid>(strict);
    expect({ ...counts(report), batch: report.batch, refused: report.refused }).toEqual({
      ...nothing,
      rejected: report.rejected,
      batch: null,
      refused: true,
    });
    const { stored } = lookInto(data);
    expect(stored()).toMatchObject({
      done: [],
      open: [],
      approvals: [],
      events: [[], [], []],
      columns: [],
      outcomes: [],
    });
    expect(stored().assertions).toEqual(['0']);
  });

  it('comes in without them otherwise: exit 3, each of them no_basis, by file, line and field, never by value', async () => {
    const imported = await powang('import', bundle, '--data', data, '--out', join(folder, 'rejected.csv'));
    expect(imported.code).toBe(3);
    const report = said<ImportSaid>(imported);
    const rows = await rejectedRows(join(folder, 'rejected.csv'));
    expect(rows.length).toBe(report.rejected);
    const [dropped, past, kept] = ['SP-A1', 'LR-A2', 'LR-A1'].map(restingOn);
    expect([dropped!.length, past!.length, kept!.length].every((count) => count > 2)).toBe(true);
    const without = rows.filter(([, , , code]) => code === 'no_basis').map(([file, line]) => `${file} ${line}`);
    expect(without.sort()).toEqual([...dropped!, ...past!, 'approvals.csv 3'].sort());
    expect(rows).toContainEqual(expect.arrayContaining(['approvals.csv', '3', 'retain_until', 'no_basis']));
    for (const [file, , field] of rows) if (file === 'calls.csv') expect(field).toBe('approval_id');
    // What was asked for under a paper that is not there: the paper is missing, the row is no event.
    expect(
      new Set(
        rows
          .filter(([, , , code]) => code !== 'no_basis')
          .map(([file, , field, code]) => [file, field, code].join(' ')),
      ),
    ).toEqual(new Set(['records_obtained.csv approval_id dangling']));

    // Nothing that stands in a refused row is told: neither on the way nor in the file.
    const told = `${rows.flat().join(' ')} ${JSON.stringify(report)} ${imported.stderr}`;
    for (const { number, from_id, to_id } of [...tables.phones, ...tables.calls])
      for (const value of [number, from_id, to_id]) if (value !== undefined) expect(told).not.toContain(String(value));
  });

  it('the rest of it is there: the sound approval and its rows, and no more', async () => {
    const [listed, doctor] = await Promise.all([
      powang('approvals', 'list', '--data', data),
      powang('doctor', '--data', data),
    ]);
    expect(said<{ items: { id: string }[] }>(listed).items.map(({ id }) => id)).toEqual(['LR-A1']);
    expect([doctor.code, said<{ healthy: boolean }>(doctor).healthy]).toEqual([0, true]);
  });
});
