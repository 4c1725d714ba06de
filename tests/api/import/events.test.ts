import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entityId } from '../../../model/ids.ts';
import type { EventKind } from '../../../model/standing/kinds.ts';
import { lawful, openWorld, type World } from './world.ts';

const party = (id: string) => entityId('', 'party', id);
const phone = (number: string) => entityId('', 'phone', number);
const account = (number: string) => entityId('', 'account', number);

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Pairs of the batch with their counts and sums, as the graph will see them. */
async function pairs(batch: string | null, kind: EventKind) {
  const found: [string, string, number, number][] = [];
  for await (const rows of world.deps.events.foldBatch(batch ?? '', kind))
    for (const { from, to, count, sum } of rows) found.push([from, to, count, sum]);
  return found.sort();
}
const codes = (report: {
  rejects: readonly { file: string; line: number | null; field: string | null; code: string }[];
}) => report.rejects.map(({ line, field, code }) => [line, field, code]);

describe('calls', () => {
  it('join people by id, by the register’s number, and by an approved number in its time', async () => {
    const report = await world.import({
      ...lawful,
      'phones.csv':
        'number,person_id,from,to,approval_id\n' +
        '13900000000,P1,2024-01-01,2024-05-31,A1\n13900000000,P2,2024-06-01,,A1\n13800000003,P2,2024-01-01,2024-02-29,A1\n',
      'calls.csv':
        'from_id,to_id,at,seconds,kind,count,approval_id\n' +
        'P1,P3,2024-05-01T10:00:00,60,voice,,A1\n' +
        '+86 138-0000-0001,１３８０００００００３,2024-05-02T10:00:00,30,voice,2,A1\n' + // both by the register
        '13900000000,13800000003,2024-05-03T10:00:00,10,语音,1,A1\n' + // P1 then
        '13900000000,P3,2024-06-03T10:00:00,20,sms,1,A1\n' + // P2 later
        '13800000003,P1,2024-02-03T10:00:00,40,voice,1,A1\n' + // approved records say P2, the register P3
        'P1,13811112222,2024-05-04T10:00:00,5,voice,1,A1\n', // nobody's: a number
    });
    expect(report.rejects).toEqual([]);
    expect(report.events).toBe(6);
    expect(await pairs(report.batch, 'calls')).toEqual(
      [
        [party('P1'), party('P3'), 4, 100],
        [party('P2'), party('P3'), 1, 20],
        [party('P2'), party('P1'), 1, 40],
        [party('P1'), phone('13811112222'), 1, 5],
      ].sort(),
    );
    const numbers = (await world.said({ types: ['Phone'] })).map((one) => [one.key, one.approval]);
    expect(numbers.sort()).toEqual([
      ['13800000003', 'A1'],
      ['13811112222', 'A1'],
      ['13900000000', 'A1'],
    ]);
  });

  it('name nobody where two people list the number', async () => {
    const report = await world.import({
      ...lawful,
      'people.csv': `${lawful['people.csv']}P5,冯五,13800000003\n`,
      'calls.csv': 'from_id,to_id,at,seconds,approval_id\nP1,13800000003,2024-05-01T10:00:00,60,A1\n',
    });
    expect(await pairs(report.batch, 'calls')).toEqual([[party('P1'), phone('13800000003'), 1, 60]]);
  });

  it('are rejected by line and field, good rows kept', async () => {
    const report = await world.import({
      ...lawful,
      'calls.csv':
        'from_id,to_id,at,seconds,count,approval_id\n' +
        'P1,P3,2024-05-01T10:00:00,60,1,A1\n' +
        'P3,P4,2024-05-01T10:00:00,60,1,A1\n' + // nobody is a subject
        'P1,P3,2025-01-01T00:00:00,60,1,A1\n' + // after the window
        'P1,P3,2024-05-01T10:00:00,60,1,\n' + // no approval
        'P1,P3,2024-05-01T10:00:00,60,1,A9\n' + // no such approval
        'P1,X77,2024-05-01T10:00:00,60,1,A1\n' + // nobody
        ',P3,2024-05-01T10:00:00,60,1,A1\n' +
        'P1,P3,2024-05,60,1,A1\n' + // not even a day
        'P1,P3,2024-13-01,60,1,A1\n' +
        'P1,P3,2027-05-01,60,1,A1\n' + // tomorrow
        'P1,P3,2024-05-01,-5,1,A1\n' +
        'P1,P3,2024-05-01,5,0,A1\n',
    });
    expect(report.events).toBe(1);
    expect(codes(report)).toEqual([
      [3, 'from_id', 'no_basis'],
      [4, 'at', 'no_basis'],
      [5, 'approval_id', 'no_basis'],
      [6, 'approval_id', 'no_basis'],
      [7, 'to_id', 'dangling'],
      [8, 'from_id', 'missing_field'],
      [9, 'at', 'bad_value'],
      [10, 'at', 'bad_value'],
      [11, 'at', 'future_date'],
      [12, 'seconds', 'bad_value'],
      [13, 'count', 'bad_value'],
    ]);
    expect(report.files.at(-1)).toEqual({ file: 'calls.csv', rows: 12, accepted: 1, rejected: 11 });
  });

  it('take one approval for the whole file', async () => {
    await world.import(lawful);
    const report = await world.import(
      { 'calls.csv': 'from_id,to_id,at\nP1,P3,2024-05-01\nP1,13800000003,2024-05-02\n' },
      { approval: 'A1' },
    );
    expect(report.rejects).toEqual([]);
    expect(await pairs(report.batch, 'calls')).toEqual([[party('P1'), party('P3'), 2, 0]]);
  });

  it('between counsel and the suspect of a case are privileged', async () => {
    const report = await world.import({
      ...lawful,
      'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\nK1,P3,counsel\n',
      'calls.csv':
        'from_id,to_id,at,approval_id\nP1,P3,2024-05-01,A1\nP3,P1,2024-05-02,A1\nP1,P4,2024-05-03,A1\nP2,P3,2024-05-03,A1\n',
    });
    expect(codes(report).map(([line, , code]) => [line, code])).toEqual([
      [2, 'privileged'],
      [3, 'privileged'],
    ]);
    expect(report.events).toBe(2);
    // and in a later bundle too
    const later = await world.import({ 'calls.csv': 'from_id,to_id,at,approval_id\nP1,P3,2024-05-04,A1\n' });
    expect(codes(later)).toEqual([[2, 'to_id', 'privileged']]);
  });

  it('count equal rows each, and none of them a second time', async () => {
    const calls = 'from_id,to_id,at,approval_id\nP1,P3,2024-05-01,A1\nP1,P3,2024-05-01,A1\n';
    const first = await world.import({ ...lawful, 'calls.csv': calls });
    expect(first.events).toBe(2);
    const again = await world.import({ ...lawful, 'calls.csv': calls });
    expect([again.entities, again.ties, again.events, again.rejected]).toEqual([0, 0, 0, 0]);
  });
});

describe('payments', () => {
  it('join holders, else accounts, in fen', async () => {
    const report = await world.import({
      ...lawful,
      'accounts.csv':
        'number,holder_id,bank,from,to,approval_id\n6222 0200 0000 0001,P1,某行,2023,,A1\nA2,P2,,,,A1\nA3,P3,,,,A1\n',
      'payments.csv':
        'payer_id,payee_id,at,amount,channel,memo,approval_id\n' +
        '6222020000000001,P3,2024-05-01,1234.56,transfer,货款,A1\n' +
        'P1,A2,2024-05-01T09:30:00,"1,000.00",,,A1\n' +
        'P1,6228480000000009,2024-05-02,33.300000000000004,,,A1\n' + // an account nobody declared
        'P1,A9,2024-05-02,1,,,A1\n' + // no account
        'P1,C1,2024-05-02,0.001,,,A1\n' +
        'P1,C1,2024-05-02,-5,,,A1\n' +
        'P1,P1,2024-05-03,8,,,A1\n',
    });
    expect(codes(report)).toEqual([
      [4, 'holder_id', 'no_basis'],
      [5, 'payee_id', 'dangling'],
      [6, 'amount', 'bad_value'],
      [7, 'amount', 'bad_value'],
    ]);
    expect(await pairs(report.batch, 'payments')).toEqual(
      [
        [party('P1'), party('P3'), 1, 123_456],
        [party('P1'), party('P2'), 1, 100_000],
        [party('P1'), account('6228480000000009'), 1, 3_330],
        [party('P1'), party('P1'), 1, 800],
      ].sort(),
    );
    const owned = await world.said({ kinds: ['account'] });
    expect(owned.map((one) => [one.ends?.from, one.ends?.to, one.approval, one.validFrom]).sort()).toEqual(
      [
        [party('P1'), account('6222020000000001'), 'A1', '2023'],
        [party('P2'), account('A2'), 'A1', null],
      ].sort(),
    );
  });
});

describe('co-presence', () => {
  const head = 'event_id,person_id,kind,place,from,to,on_duty,approval_id\n';

  it('needs one participant who is a subject, wherever his row stands', async () => {
    const report = await world.import({
      ...lawful,
      'copresence.csv':
        `${head}E1,P3,meal,某酒店,2024-05-01T18:00:00,2024-05-01T20:00:00,false,A1\n` +
        'E2,P3,trip,,2024-05-02,2024-05-03,,A1\nE2,P4,trip,,2024-05-02,2024-05-03,,A1\n' +
        'E1,P1,聚餐,某酒店,2024-05-01T18:00:00,2024-05-01T20:00:00,否,A1\n' +
        'E3,P1,hotel,,2024-12-31,2025-01-01,,A1\nE4,P1,hotel,,,,,A1\nE5,P1,hotel,,2024-05-03,2024-05-02,,A1\n',
    });
    expect(codes(report)).toEqual([
      [3, 'person_id', 'no_basis'],
      [4, 'person_id', 'no_basis'],
      [6, 'from', 'no_basis'],
      [7, 'from', 'no_basis'],
      [8, 'to', 'bad_value'],
    ]);
    expect(await pairs(report.batch, 'copresence')).toEqual([[...[party('P1'), party('P3')].sort(), 1, 0]]);
  });

  it('leaves counsel out of an event with his suspect, and the event where nobody else was there', async () => {
    const report = await world.import({
      ...lawful,
      'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\nK1,P3,counsel\n',
      'copresence.csv':
        `${head}E1,P1,visit,,2024-05-01,,,A1\nE1,P3,visit,,2024-05-01,,,A1\n` +
        'E2,P1,meal,,2024-05-01,,,A1\nE2,P3,meal,,2024-05-01,,,A1\nE2,P4,meal,,2024-05-01,,,A1\n',
    });
    expect(codes(report).map(([line, , code]) => [line, code])).toEqual([
      [2, 'privileged'],
      [3, 'privileged'],
      [5, 'privileged'],
    ]);
    expect(await pairs(report.batch, 'copresence')).toEqual([[...[party('P1'), party('P4')].sort(), 1, 0]]);
  });
});

describe('no basis, no row', () => {
  const calls = 'from_id,to_id,at,approval_id\nP1,P3,2024-05-01,A1\n';
  const approval = lawful['approvals.csv'];
  const mutations: [string, Record<string, string>][] = [
    ['another subject', { 'approvals.csv': approval.replace('P1;P2', 'P2;P4') }],
    ['another kind', { 'approvals.csv': approval.replace('calls;bank', 'bank') }],
    ['another window', { 'approvals.csv': approval.replace('2024-12-31', '2024-04-30') }],
    ['not in force when obtained', { 'approvals.csv': approval.replace('2024-04-01', '2024-07-01') }],
    ['a level not used here', { 'approvals.csv': approval.replace('county', 'village') }],
    ['an administrative case', { 'cases.csv': 'id,kind,opened\nK1,administrative,2024-03-01\n' }],
    ['no such case', { 'approvals.csv': approval.replace('K1', 'K2') }],
    ['a number that is taken', { 'approvals.csv': `${approval.replace('A1,', 'A0,')}${approval.split('\n')[1]}\n` }],
    ['records that may no longer be kept', { 'approvals.csv': approval.replace('2030-12-31', '2025-12-31') }],
    ['no approval at all', { 'approvals.csv': approval.split('\n')[0]! }],
  ];

  it('is accepted with a sound one', async () => {
    expect((await world.import({ ...lawful, 'calls.csv': calls })).events).toBe(1);
  });

  it.each(mutations)('%s', async (_name, changed) => {
    for (const strict of [false, true]) {
      const report = await world.import({ ...lawful, ...changed, 'calls.csv': calls }, { strict, dryRun: true });
      expect(report.events).toBe(0);
      expect(report.rejects.filter(({ file }) => file === 'calls.csv')).toMatchObject([{ line: 2, code: 'no_basis' }]);
    }
  });

  it('accepts an approval of another authority under the same number', async () => {
    const second = approval.split('\n')[1]!.replace('A1,', 'A2,').replace('县局', '市局');
    const report = await world.import({ ...lawful, 'approvals.csv': `${approval}${second}\n` });
    expect(report.rejects).toEqual([]);
    expect(
      world.deps.ledger.approvals
        .all()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['A1', 'A2']);
  });
});
