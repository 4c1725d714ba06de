import { identityCheckCharacter } from '../../../../model/identity/identityNumber.ts';
import { bankFlow, callRecord } from '../../../../model/vocabulary/agency.ts';

/** Made up: there is no province 99. */
const identity = (seventeen: string) => seventeen + identityCheckCharacter(seventeen);
export const zhou = identity('99010119800101001');
export const wu = identity('99010119820202002');
export const zheng = identity('99010119830303003');
export const stranger = identity('99010119840404004');

/** Two subjects of one approval, one known outsider, and namesakes without a number. */
export const store = {
  'people.csv':
    'id,name,id_number,phones\n' +
    `P1,周一,${zhou},13800000001\nP2,吴二,${wu},13800000002\nP3,郑三,${zheng},13800000003\n` +
    'P4,周一,,\nP5,吴二,,\n',
  'cases.csv': 'id,kind,opened\nK1,criminal,2024-03-01\n',
  'approvals.csv':
    'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,obtained_on,retain_until\n' +
    'A1,1号,县局,county,K1,calls;bank,P1;P2,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31\n',
};
export const cardOfZhou = '6222000000000000011';
export const cardOfWu = '6222000000000000022';
export const cardOfZheng = '6222000000000000033';

export type Given = Readonly<Record<string, string>>;
interface Shape {
  /** Behind each value. */
  readonly end?: string;
  readonly line?: string;
  readonly header?: boolean;
}
const tableOf =
  (template: readonly string[]) =>
  (rows: readonly Given[], { end = '', line = '\r\n', header = true }: Shape = {}): string => {
    const lines = rows.map((row) => template.map((column) => `${row[column] ?? ''}${end}`).join(','));
    return [...(header ? [template.join(',')] : []), ...lines].join(line) + line;
  };
/** Rows in the columns of the templates: what is not given is empty. */
export const flow = tableOf(bankFlow.template);
export const bill = tableOf(callRecord.template);

/** One payment of 1000 yuan, as the payer's bank and as the payee's bank tell it. */
export const sent: Given = {
  交易卡号: cardOfZhou,
  账户开户名称: '周一',
  开户人证件号码: zhou,
  交易时间: '2024-05-01 10:00:00',
  交易金额: '1000.00',
  收付标志: '出',
  交易对手账卡号: cardOfWu,
  对手户名: '吴二',
  摘要说明: '货款',
  交易是否成功: '成功',
  交易流水号: 'S1',
};
export const received: Given = {
  交易卡号: cardOfWu,
  账户开户名称: '吴二',
  开户人证件号码: wu,
  交易时间: '2024-05-01 10:00:00',
  交易金额: '1000',
  收付标志: '进',
  交易对手账卡号: cardOfZhou,
  对手户名: '周一',
  摘要说明: '转账',
  交易是否成功: '成功',
  交易流水号: 'N77',
};
