import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { retractBatch } from '../../../../api/import/retract.ts';
import { audienceOf } from '../../../../model/audience.ts';
import { gb18030 } from '../../../../seed/agency/gb18030.ts';
import { cardOfWu, cardOfZheng, cardOfZhou, flow, received, sent, stranger, wu, zheng, zhou } from './tables.ts';
import { type AgencyWorld, account, openAgencyWorld, party, told } from './worldOf.ts';

let world: AgencyWorld;
beforeEach(async () => {
  world = await openAgencyWorld();
});
afterEach(() => world.close());
const pairs = (batch: string | null) => world.pairs(batch, 'payments');

/** Once both accounts are known for whose they are. */
const paid = (count: number, sum: number) => [[party('P1'), party('P2'), count, sum]];

describe('the other side of a payment', () => {
  it('named by name alone stays a number, with the name as a candidate', async () => {
    const report = await world.take({ '工行.csv': gb18030(flow([sent], { end: '\t' })) });
    expect(told(report.rejects)).toEqual([]);
    expect(report.files).toEqual([{ file: '工行.csv', rows: 1, accepted: 1, rejected: 0 }]);
    expect(await pairs(report.batch)).toEqual([[party('P1'), account(cardOfWu), 1, 100000]]);
    const accounts = (await world.said({ types: ['BankAccount'] })).map(({ key, approval, properties }) => [
      key,
      approval,
      properties.holderName ?? null,
    ]);
    expect(accounts.sort()).toEqual([
      [cardOfZhou, 'A1', null],
      [cardOfWu, 'A1', ['吴二']],
    ]);
  });

  it('is its holder by a valid identity number: a subject’s account comes in, another’s only says whose it is', async () => {
    const toZheng = {
      ...sent,
      交易对手账卡号: cardOfZheng,
      对手户名: '不同的名字',
      对手身份证号: zheng,
      交易流水号: 'S2',
    };
    const report = await world.take({ 'a.csv': flow([{ ...sent, 对手身份证号: wu }, toZheng]) });
    expect(told(report.rejects)).toEqual([]);
    expect(await pairs(report.batch)).toEqual(
      [
        [party('P1'), party('P2'), 1, 100000],
        [party('P1'), party('P3'), 1, 100000],
      ].sort(),
    );
    const owned = (await world.said({ kinds: ['account'] })).map(({ ends }) => [ends?.from, ends?.to]);
    expect(owned.sort()).toEqual(
      [
        [party('P1'), account(cardOfZhou)],
        [party('P2'), account(cardOfWu)],
      ].sort(),
    );
  });

  it('stays a number where the identity number is nobody’s, or does not check', async () => {
    const wrong = `${stranger.slice(0, 17)}${stranger[17] === '0' ? '1' : '0'}`;
    const report = await world.take({
      'a.csv': flow([
        { ...sent, 对手身份证号: stranger },
        { ...sent, 对手身份证号: wrong, 交易对手账卡号: cardOfZheng, 交易流水号: 'S2' },
      ]),
    });
    expect(report.events).toBe(2);
    const numbers = (await world.said({ types: ['BankAccount'] })).map(({ key, properties }) => [
      key,
      properties.holderIdNumber ?? null,
    ]);
    expect(numbers.sort()).toEqual([
      [cardOfZhou, null],
      [cardOfWu, [stranger]],
      [cardOfZheng, [wrong]],
    ]);
    expect(await world.said({ types: ['Person'] })).toHaveLength(5); // nobody was made
  });

  it('stays a number where two known people bear the identity number', async () => {
    await world.import({ 'people.csv': `id,name,id_number\nP9,吴二,${wu}\n` });
    const report = await world.take({ 'a.csv': flow([sent]), 'b.csv': flow([received]) });
    expect(told(report.notes)).toContainEqual(['b.csv', 2, '开户人证件号码', 'holder_several']);
    expect(await pairs(report.batch)).toEqual([[party('P1'), account(cardOfWu), 1, 100000]]);
  });

  it('left empty (cash, a fee) makes no payment: told by its header', async () => {
    const report = await world.take({ 'a.csv': flow([sent, { ...sent, 交易对手账卡号: '', 交易流水号: 'S2' }]) });
    expect(told(report.rejects)).toEqual([['a.csv', 3, '交易对手账卡号', 'missing']]);
    expect(report.events).toBe(1);
  });
});

describe('one transfer in two banks’ answers', () => {
  it('counts once, the payer’s row stands, and both places are kept', async () => {
    const report = await world.take({ '工行.csv': gb18030(flow([sent])), '农行.csv': flow([received]) });
    expect(told(report.rejects)).toEqual([]);
    expect(report.events).toBe(1);
    expect(report.files).toHaveLength(2);
    expect(report.files).toContainEqual({ file: '农行.csv', rows: 1, accepted: 0, rejected: 0, leftOut: 1 });
    expect(report.files).toContainEqual({ file: '工行.csv', rows: 1, accepted: 1, rejected: 0 });
    expect(told(report.notes)).toEqual([['农行.csv', 2, null, 'reported_twice']]);
    expect(await pairs(report.batch)).toEqual(paid(1, 100000));
    expect(await world.placesOf(report.batch, 'payments', party('P1'), party('P2'))).toEqual([
      ['工行.csv + 农行.csv:2', 2, '货款'],
    ]);
  });

  it('also within one file, and where one bank has the card and the other the account behind it', async () => {
    const behind = '102000000001';
    const report = await world.take({
      'a.csv': flow([
        { ...sent, 交易对手账卡号: behind },
        { ...received, 交易账号: behind },
      ]),
    });
    expect(report.events).toBe(1);
    expect(await pairs(report.batch)).toEqual(paid(1, 100000));
  });

  it('is matched one to one: as many as the side that tells more', async () => {
    const twice = [sent, { ...sent, 交易流水号: 'S2' }];
    const thrice = ['N1', 'N2', 'N3'].map((serial) => ({ ...received, 交易流水号: serial }));
    const report = await world.take({ 'a.csv': flow(twice), 'b.csv': flow(thrice) });
    expect(await pairs(report.batch)).toEqual(paid(3, 300000));
    expect(report.noteCounts.reported_twice).toBe(2);
  });

  it('is not one where second, fen, accounts or direction differ', async () => {
    const report = await world.take({
      'a.csv': flow([sent]),
      'b.csv': flow([
        { ...received, 交易时间: '2024-05-01 10:00:01' },
        { ...received, 交易金额: '1000.01' },
        { ...received, 交易对手账卡号: cardOfZheng },
        { ...received, 收付标志: '出' },
      ]),
    });
    expect(report.events).toBe(5);
    expect(report.noteCounts.reported_twice).toBeUndefined();
  });

  it('delivered again: rows of one serial number once; without one, the k-th of either file', async () => {
    const plain = { ...sent, 交易流水号: '', 交易金额: '7' };
    const report = await world.take({
      'a.csv': flow([sent, plain, plain]),
      'b.csv': flow([sent, plain, plain, plain]),
    });
    // one of 1000; of 7, as many as the file that has more
    expect(await pairs(report.batch)).toEqual([[party('P1'), account(cardOfWu), 4, 102100]]);
    expect(report.noteCounts.reported_twice).toBe(3);
  });

  it('imported again, alone or with the other bank’s, is nothing new', async () => {
    expect((await world.take({ 'a.csv': flow([sent]) })).events).toBe(1);
    expect((await world.take({ '又.csv': gb18030(flow([sent], { end: '\t', line: '\r' })) })).events).toBe(0);
    expect((await world.take({ 'a.csv': flow([sent]), 'b.csv': flow([received]) })).events).toBe(0);
  });
});

describe('the second bank’s answer on another day', () => {
  it('tells nothing new of what the first one told, in either order', async () => {
    const twice = [received, { ...received, 交易流水号: 'N78' }];
    const first = await world.take({ 'b.csv': flow(twice) });
    expect(first.events).toBe(2);
    // One of the three is told for the first time.
    const more = ['S1', 'S2', 'S3'].map((serial) => ({ ...sent, 交易流水号: serial }));
    const second = await world.take({ 'a.csv': flow(more) });
    expect([second.events, second.rejected]).toEqual([1, 0]);
    expect((await world.take({ 'a.csv': flow(more), 'b.csv': flow(twice) })).events).toBe(0);
  });

  it('stands by itself once the first was taken back', async () => {
    const first = await world.take({ 'b.csv': flow([received]) });
    await retractBatch(world.deps, {
      batch: first.batch ?? '',
      reason: '误导入',
      dryRun: false,
      userId: 'u_local',
      userName: 'local',
      demonstration: false,
      account: null,
      purpose: null,
      audience: audienceOf(['general']),
    });
    expect((await world.take({ 'a.csv': flow([sent]) })).events).toBe(1);
  });
});

describe('rows that are no payment', () => {
  it('failed or reversed ones are left out and counted, an unknown word is refused', async () => {
    const report = await world.take({
      'a.csv': flow([
        sent,
        { ...sent, 交易是否成功: '失败', 交易流水号: 'S2' },
        { ...sent, 交易是否成功: '已冲正', 交易流水号: 'S3' },
        { ...sent, 交易是否成功: '', 交易流水号: 'S4' },
        { ...sent, 交易是否成功: '待定', 交易流水号: 'S5' },
      ]),
    });
    expect(report.files).toEqual([{ file: 'a.csv', rows: 5, accepted: 2, rejected: 1, leftOut: 2 }]);
    expect(told(report.rejects)).toEqual([['a.csv', 6, '交易是否成功', 'bad_value']]);
    expect(report.noteCounts.left_out).toBe(2);
  });

  it('have no basis without an approval, outside its window, or between others', async () => {
    const files = { 'a.csv': flow([sent, { ...sent, 交易时间: '2025-02-01 10:00:00', 交易流水号: 'S2' }]) };
    const none = await world.import(files);
    expect(told(none.rejects)).toEqual([
      ['a.csv', 2, 'approval_id', 'no_approval'],
      ['a.csv', 3, 'approval_id', 'no_approval'],
    ]);
    expect([none.entities, none.ties, none.events]).toEqual([0, 0, 0]);
    expect(told((await world.take(files)).rejects)).toEqual([['a.csv', 3, '交易时间', 'window']]);
    const ofZheng = { ...sent, 交易卡号: cardOfZheng, 开户人证件号码: zheng, 交易对手账卡号: '6222000000000000099' };
    expect(told((await world.take({ 'b.csv': flow([ofZheng]) })).rejects)).toEqual([
      ['b.csv', 2, '开户人证件号码', 'subject'], // the account
      ['b.csv', 2, '交易卡号', 'subject'], // the payment
    ]);
  });

  it('between counsel and a suspect of one case are privileged', async () => {
    await world.import({ 'case_parties.csv': 'case_id,person_id,role\nK1,P1,suspect\nK1,P2,counsel\n' });
    const report = await world.take({ 'a.csv': flow([{ ...sent, 对手身份证号: wu }]) });
    expect(told(report.rejects)).toEqual([['a.csv', 2, '交易对手账卡号', 'counsel']]);
  });
});

describe('which way it went', () => {
  const ways: readonly [string, 'out' | 'in'][] = [
    ['出', 'out'],
    ['借', 'out'],
    ['支', 'out'],
    ['付', 'out'],
    ['转出', 'out'],
    ['D', 'out'],
    ['进', 'in'],
    ['贷', 'in'],
    ['收', 'in'],
    ['转入', 'in'],
    ['Ｃ', 'in'],
  ];
  it.each(ways)('%s is %s', async (word, way) => {
    const report = await world.take({ 'a.csv': flow([{ ...sent, 收付标志: word }]) });
    const ends = [party('P1'), account(cardOfWu)];
    expect(await pairs(report.batch)).toEqual([[...(way === 'out' ? ends : ends.reverse()), 1, 100000]]);
  });

  it('is refused where it is not said in a known word', async () => {
    const report = await world.take({
      'a.csv': flow([
        { ...sent, 收付标志: '' },
        { ...sent, 收付标志: '其他' },
      ]),
    });
    expect(told(report.rejects)).toEqual([
      ['a.csv', 2, '收付标志', 'missing'],
      ['a.csv', 3, '收付标志', 'bad_value'],
    ]);
  });

  it('is told by two columns of amounts, or by a sign', async () => {
    const two = await world.take({
      'a.csv':
        '卡号,证件号码,交易日期,交易时间,借方发生额,贷方发生额,对方账号\n' +
        `${cardOfZhou},${zhou},20240501,101112,50.00,0.00,${cardOfWu}\n` +
        `${cardOfZhou},${zhou},20240501,101113,,60,${cardOfWu}\n`,
    });
    expect(told(two.rejects)).toEqual([]);
    expect(await pairs(two.batch)).toEqual(
      [
        [party('P1'), account(cardOfWu), 1, 5000],
        [account(cardOfWu), party('P1'), 1, 6000],
      ].sort(),
    );
    const signed = await world.take({
      'b.csv': `卡号,证件号码,交易时间,金额,对方账号\n${cardOfZhou},${zhou},2024/6/1 9:08,"-1,234.50",${cardOfWu}\n`,
    });
    expect(await pairs(signed.batch)).toEqual([[party('P1'), account(cardOfWu), 1, 123450]]);
  });
});
