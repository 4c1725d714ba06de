import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../seed/agency/gb18030.ts';
import { openWorld } from '../world.ts';
import { cardOfWu, cardOfZhou, flow, type Given, received, sent, store, zhou } from './tables.ts';
import { type AgencyWorld, account, openAgencyWorld, party, told } from './worldOf.ts';

let world: AgencyWorld;
beforeEach(async () => {
  world = await openAgencyWorld();
});
afterEach(() => world.close());

describe('how agency files are written', () => {
  const one = (text: Given = sent) => flow([text]);
  const same: readonly [string, () => string | Uint8Array][] = [
    ['a byte-order mark', () => `\uFEFF${one()}`],
    ['CR-only line ends', () => flow([sent], { line: '\r' })],
    ['GB18030 with CR-only line ends and tabs', () => gb18030(flow([sent], { line: '\r', end: '\t' }))],
    ['tabs between the cells', () => one().replaceAll(',', '\t')],
    ['a title above the header', () => gb18030(`某某银行协助查询反馈表\r\n查询日期,2024-06-01\r\n${one()}`)],
    ['empty columns behind', () => one().replaceAll('\r\n', ',,\r\n')],
    ['full-width digits', () => one({ ...sent, 交易卡号: '６２２２０００００００００００００１１' })],
    ['blanks within the number', () => one({ ...sent, 交易卡号: '6222 0000 0000 0000 011' })],
    ['apostrophes before numbers', () => one({ ...sent, 交易卡号: `'${cardOfZhou}`, 开户人证件号码: `'${zhou}` })],
    ['numbers as formulas', () => one({ ...sent, 交易卡号: `"=""${cardOfZhou}"""` })],
    ['an account written .0', () => one({ ...sent, 交易卡号: '', 交易账号: `${cardOfZhou}.0` })],
    ['compact time', () => one({ ...sent, 交易时间: '20240501100000' })],
    ['a spreadsheet’s time', () => one({ ...sent, 交易时间: '45413.416666667' })],
    ['-77 for not known', () => one({ ...sent, 对手身份证号: '-77', 交易是否成功: '-77' })],
  ];
  it.each(same)('%s makes no difference', async (_what, content) => {
    const report = await world.take({ '反馈.csv': content() });
    expect(told(report.rejects)).toEqual([]);
    expect(await world.pairs(report.batch, 'payments')).toEqual([[party('P1'), account(cardOfWu), 1, 100000]]);
  });

  it('without a header is read by the template where the format is named, and only there', async () => {
    const files = { 'a.csv': gb18030(flow([sent, { ...sent, 交易流水号: 'S2' }], { header: false })) };
    const unnamed = await world.take(files);
    expect(told(unnamed.rejects)).toEqual([['a.csv', null, null, 'unknown_file']]);
    expect((await world.take(files, { format: 'bank-flow' })).events).toBe(2);
  });

  it('with powers of ten for numbers is refused: the digits are lost', async () => {
    const report = await world.take({
      'a.csv': flow([
        { ...sent, 交易卡号: '6.222E+18' },
        { ...sent, 交易对手账卡号: '6.22848E+18' },
        { ...sent, 交易金额: '1E+05' },
        { ...sent, 交易流水号: '1.2E+15' }, // as if it had none
      ]),
    });
    expect(told(report.rejects)).toEqual([
      ['a.csv', 2, '交易卡号', 'digits_lost'],
      ['a.csv', 3, '交易对手账卡号', 'digits_lost'],
      ['a.csv', 4, '交易金额', 'bad_value'],
    ]);
    expect(report.events).toBe(1);
  });

  it('in two encodings loses only the lines of the other one', async () => {
    // Behind the sample that the encoding is found by.
    const many = Array.from({ length: 3_000 }, (_, place) => ({ ...sent, 交易流水号: `S${place}` }));
    const second = flow([{ ...sent, 交易流水号: 'other' }], { header: false });
    const report = await world.take({ 'a.csv': Buffer.concat([Buffer.from(flow(many)), gb18030(second)]) });
    expect(told(report.rejects)).toEqual([['a.csv', 3_002, '收付标志', 'not_utf8']]);
    expect(report.events).toBe(3_000);
  });

  it('in two encodings from the beginning is read as its header is', async () => {
    const mixed = Buffer.concat([
      Buffer.from(flow([sent])),
      gb18030(flow([sent], { header: false })),
      Buffer.from([0x81]),
    ]);
    const report = await world.take({ 'a.csv': mixed });
    expect(told(report.rejects)).toEqual([
      ['a.csv', 3, '收付标志', 'not_utf8'],
      ['a.csv', 4, null, 'cells'],
    ]);
    expect(report.events).toBe(1);
  });

  it('with a text cut in the middle of a sign keeps the row', async () => {
    const [before, after] = flow([{ ...sent, 摘要说明: '|' }]).split('|');
    const cut = Buffer.concat([gb18030(before ?? ''), gb18030('货款').subarray(0, 3), gb18030(after ?? '')]);
    const report = await world.take({ 'a.csv': cut });
    expect(told(report.rejects)).toEqual([]);
    expect(await world.placesOf(report.batch, 'payments', party('P1'), account(cardOfWu))).toEqual([
      ['a.csv', 2, '货\uFFFD'],
    ]);
  });

  it('in neither encoding, or in UTF-16, are refused by name', async () => {
    const files = {
      'a.csv': Buffer.alloc(4_000, 0xff),
      'b.csv': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(flow([sent]), 'utf16le')]),
    };
    const report = await world.take(files, { format: 'bank-flow' });
    expect(told(report.rejects)).toEqual([
      ['a.csv', null, null, 'not_utf8'],
      ['b.csv', null, null, 'not_utf8'],
    ]);
  });

  it('with columns never taken in, or one column twice, is refused; an unknown column is told once', async () => {
    const report = await world.take({
      'a.csv': `卡号,交易时间,金额,对方账号,民族\n${cardOfZhou},2024-05-01,1,${cardOfWu},某\n`,
      'b.csv': `卡号,本方卡号,交易时间,金额,对方账号\n${cardOfZhou},1,2024-05-01,1,${cardOfWu}\n`,
      'c.csv': `卡号,证件号码,交易时间,金额,对方账号,心情\n${cardOfZhou},${zhou},2024-05-01,1,${cardOfWu},好\n`,
    });
    expect(told(report.rejects)).toEqual([
      ['a.csv', 1, '民族', 'refused_column'],
      ['b.csv', 1, '本方卡号', 'duplicate_column'],
      ['c.csv', 1, '心情', 'unknown_column'],
    ]);
    expect(report.events).toBe(1);
  });

  it('that are none of the named format are told by name, the others come in', async () => {
    const files = { 'a.csv': flow([sent]), 'b.csv': 'x,y\n1,2\n', 'c.csv': '' };
    const report = await world.take(files, { format: 'bank-flow' });
    expect(told(report.rejects)).toEqual([
      ['b.csv', null, null, 'missing_header'],
      ['c.csv', null, null, 'empty_file'],
    ]);
    expect(report.events).toBe(1);
  });

  it('lie in one folder with the people and the approval they need', async () => {
    const fresh = await openWorld();
    try {
      const files = { ...store, '工行.csv': flow([sent]), '农行.csv': flow([received]) };
      const report = await fresh.import(files, { approval: 'A1' });
      expect(told(report.rejects)).toEqual([]);
      expect(report.events).toBe(1);
    } finally {
      await fresh.close();
    }
  });
});
