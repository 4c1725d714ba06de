import { bankFlow, callRecord } from '../../model/vocabulary/agency.ts';
import type { Row } from '../county/tables.ts';
import type { Tellers } from './tellers.ts';

export type Line = Readonly<Record<string, string>>;
const cell = (row: Row, name: string): string => (row[name] === undefined ? '' : String(row[name]));
const asPrinted = (at: string): string => at.replace('T', ' ');

/** A payment as the banks of its ends that are subjects tell it: one line each, in the columns of the template. */
export function flowLines(row: Row, place: number, tellers: Tellers): { readonly bank: string; readonly line: Line }[] {
  const [payer, payee] = [tellers.account(cell(row, 'payer_id')), tellers.account(cell(row, 'payee_id'))];
  const sides = [
    { own: payer, other: payee, side: '出' },
    { own: payee, other: payer, side: '进' },
  ];
  return sides
    .filter(({ own }) => own.isSubject)
    .map(({ own, other, side }) => ({
      bank: own.bank,
      line: {
        交易卡号: own.account,
        账户开户名称: own.name,
        开户人证件号码: own.identity,
        交易时间: asPrinted(cell(row, 'at')),
        交易金额: Number(cell(row, 'amount')).toFixed(2),
        收付标志: side,
        交易对手账卡号: other.account,
        现金标志: '其它',
        对手户名: other.name,
        // Banks know the number of their own customers, and of few others.
        对手身份证号: place % 5 === 0 ? other.identity : '',
        对手开户银行: other.bank,
        摘要说明: cell(row, 'memo'),
        交易币种: '人民币',
        交易是否成功: '成功',
        交易流水号: `${side === '出' ? 'L' : 'R'}${String(place).padStart(9, '0')}`,
        交易类型: cell(row, 'channel'),
      },
    }));
}

/** A call as the operator tells it, once for each end that is a subject. */
export function billLines(row: Row, place: number, tellers: Tellers): Line[] {
  const [from, to] = [tellers.phone(cell(row, 'from_id')), tellers.phone(cell(row, 'to_id'))];
  const isMessage = cell(row, 'kind') === 'sms';
  const at = asPrinted(cell(row, 'at'));
  const sides = [
    { own: from, other: to, side: '主叫话单' },
    { own: to, other: from, side: '被叫话单' },
  ];
  return sides
    .filter(({ own }) => own.isSubject)
    .map(({ own, other, side }) => ({
      数据来源: '岚江通信',
      通信记录唯一标识: `${side === '主叫话单' ? 'A' : 'B'}${String(place).padStart(9, '0')}`,
      本机号码: place % 7 === 0 ? `+86${own.phone}` : own.phone,
      对方号码: place % 11 === 0 ? `86${other.phone}` : other.phone,
      话单类型: side,
      通话类型: isMessage ? '短信' : '语音',
      呼叫开始时间: isMessage ? '' : at,
      短信发送接收时间: isMessage ? at : '',
      '呼叫时长(秒)': isMessage ? '' : cell(row, 'seconds'),
    }));
}

interface Print {
  readonly template: readonly string[];
  /** Above the header. */
  readonly title?: string;
  /** Behind each value. */
  readonly end: string;
  readonly lineEnd: string;
}
export function print(lines: readonly Line[], { template, title, end, lineEnd }: Print): string {
  const rows = lines.map((line) => template.map((column) => `${line[column] ?? ''}${end}`).join(','));
  return [...(title === undefined ? [] : [title]), template.join(','), ...rows, ''].join(lineEnd);
}
export const templates = { flow: bankFlow.template, bill: callRecord.template };
