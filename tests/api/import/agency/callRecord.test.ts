import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../seed/agency/gb18030.ts';
import { bill, cardOfWu, flow, type Given, sent, zheng, zhou } from './tables.ts';
import { type AgencyWorld, openAgencyWorld, party, phone, told } from './worldOf.ts';

let world: AgencyWorld;
beforeEach(async () => {
  world = await openAgencyWorld();
});
afterEach(() => world.close());
const pairs = (batch: string | null) => world.pairs(batch, 'calls');

/** P1 and P2 by the numbers that the register lists for them. */
const [ofZhou, ofWu, nobody] = ['13800000001', '13800000002', '13911112222'];
const rang: Given = {
  数据来源: '移动',
  通信记录唯一标识: 'T1',
  本机号码: ofZhou,
  对方号码: ofWu,
  话单类型: '主叫话单',
  通话类型: '语音',
  呼叫开始时间: '2024-05-01 10:00:00',
  '呼叫时长(秒)': '65',
};
const wasRung: Given = {
  ...rang,
  数据来源: '联通',
  通信记录唯一标识: 'U9',
  本机号码: ofWu,
  对方号码: ofZhou,
  话单类型: '被叫话单',
  '呼叫时长(秒)': '66',
};
const wrote: Given = {
  ...rang,
  通信记录唯一标识: 'T2',
  通话类型: '短信',
  呼叫开始时间: '',
  短信发送接收时间: '2024-05-02 09:00:00',
  '呼叫时长(秒)': '',
};

describe('an operator’s answer', () => {
  it('goes from who rang to who was rung', async () => {
    const incoming = { ...rang, 话单类型: '被叫话单', 对方号码: nobody, 通信记录唯一标识: 'T3' };
    const report = await world.take({ '移动.csv': gb18030(bill([rang, incoming, wrote], { end: '\t', line: '\r' })) });
    expect(told(report.rejects)).toEqual([]);
    expect(report.files).toEqual([{ file: '移动.csv', rows: 3, accepted: 3, rejected: 0 }]);
    expect(await pairs(report.batch)).toEqual(
      [
        [party('P1'), party('P2'), 2, 65],
        [phone(nobody), party('P1'), 1, 65],
      ].sort(),
    );
  });

  it('told by both operators counts once, whatever each says of its length; the caller’s row stands', async () => {
    const report = await world.take({ 'a.csv': bill([wasRung]), 'b.csv': bill([rang]) });
    expect(await pairs(report.batch)).toEqual([[party('P1'), party('P2'), 1, 65]]);
    expect(told(report.notes)).toEqual([['a.csv', 2, null, 'reported_twice']]);
    expect(await world.placesOf(report.batch, 'calls', party('P1'), party('P2'))).toEqual([['b.csv + a.csv:2', 2, '']]);
  });

  it('is two where second or kind differ', async () => {
    const later = { ...wasRung, 呼叫开始时间: '2024-05-01 10:00:01' };
    const message = { ...wasRung, 通话类型: '短信', 通信记录唯一标识: 'U8' };
    const report = await world.take({ 'a.csv': bill([rang]), 'b.csv': bill([later, message]) });
    expect(report.events).toBe(3);
  });

  const spellings: readonly [string, Given][] = [
    ['+86', { ...rang, 本机号码: '+8613800000001', 对方号码: '86 138-0000-0002' }],
    ['a leading 0', { ...rang, 本机号码: '013800000001', 对方号码: '008613800000002' }],
    ['full-width digits', { ...rang, 本机号码: '１３８０００００００１' }],
    ['a spreadsheet’s .0', { ...rang, 本机号码: '13800000001.0' }],
    ['an apostrophe', { ...rang, 对方号码: "'13800000002" }],
    ['a length as a clock', { ...rang, '呼叫时长(秒)': '00:01:05' }],
    ['a length in words', { ...rang, '呼叫时长(秒)': '1分5秒' }],
    ['another word for outgoing', { ...rang, 话单类型: '主叫' }],
    ['compact time', { ...rang, 呼叫开始时间: '20240501100000' }],
  ];
  it.each(spellings)('%s makes no difference', async (_what, row) => {
    const report = await world.take({ 'a.csv': bill([row]) });
    expect(told(report.rejects)).toEqual([]);
    expect(await pairs(report.batch)).toEqual([[party('P1'), party('P2'), 1, 65]]);
  });

  it('refuses what it cannot understand, leaves out what is no call', async () => {
    const report = await world.take({
      'a.csv': bill([
        rang,
        { ...rang, 通信记录唯一标识: 'T11', 对方号码: '1.38E+10' },
        { ...rang, 通信记录唯一标识: 'T12', 话单类型: '呼转' },
        { ...rang, 通信记录唯一标识: 'T13', 话单类型: '' },
        { ...rang, 通信记录唯一标识: 'T14', 通话类型: '上网' },
        { ...rang, 通信记录唯一标识: 'T15', '呼叫时长(秒)': '一会儿' },
        { ...rang, 通信记录唯一标识: 'T16', 对方号码: '未知' },
        { ...rang, 通信记录唯一标识: 'T17', 呼叫开始时间: '昨天' },
        { ...rang, 通信记录唯一标识: 'T18', 本机号码: nobody, 对方号码: '13911113333' },
      ]),
    });
    expect(told(report.rejects)).toEqual([
      ['a.csv', 3, '对方号码', 'digits_lost'],
      ['a.csv', 4, '话单类型', 'bad_value'],
      ['a.csv', 5, '话单类型', 'missing'],
      ['a.csv', 7, '呼叫时长(秒)', 'bad_value'],
      ['a.csv', 8, '对方号码', 'unknown_reference'],
      ['a.csv', 9, '呼叫开始时间', 'bad_value'],
      ['a.csv', 10, '本机号码', 'subject'],
    ]);
    expect(told(report.notes)).toEqual([['a.csv', 6, '通话类型', 'not_a_call']]);
    expect(report.files).toEqual([{ file: 'a.csv', rows: 9, accepted: 1, rejected: 7, leftOut: 1 }]);
  });

  it('says whose the number is where it names a valid identity number', async () => {
    const table =
      '本机号码,机主证件号码,对方号码,对方证件号码,呼叫类型,通话时间,通话时长\n' +
      `13700000009,${zhou},13700000008,${zheng},主叫,2024-05-01 10:00:00,5\n`;
    const report = await world.take({ 'a.csv': table });
    expect(told(report.rejects)).toEqual([]);
    expect(await pairs(report.batch)).toEqual([[party('P1'), party('P3'), 1, 5]]);
    const used = (await world.said({ kinds: ['phone'] })).map(({ ends, approval }) => [ends?.from, ends?.to, approval]);
    expect(used).toEqual([[party('P1'), phone('13700000009'), 'A1']]);
  });

  it('comes in beside bank flow, each found by its header', async () => {
    const report = await world.take({ '1.csv': bill([rang]), '2.csv': flow([sent]), '说明.txt': '没有表格' });
    expect(report.events).toBe(2);
    expect(told(report.rejects)).toEqual([]);
    expect(told(report.notes)).toEqual([['说明.txt', null, null, 'unknown_file']]);
    expect(cardOfWu).toBe(sent.交易对手账卡号);
  });

  it('beside calls.csv in one folder is to be imported on its own', async () => {
    const files = { 'calls.csv': 'from_id,to_id,at\n', '移动.csv': bill([rang]) };
    await expect(world.take(files)).rejects.toThrow('import one after the other');
  });
});
