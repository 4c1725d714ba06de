import { normaliseAccount } from '../../../model/identity/account.ts';
import { type FlowRole, sideOf, successOf } from '../../../model/vocabulary/agency.ts';
import { readNumber } from '../read/cells.ts';
import { readEventTime } from '../read/dates.ts';
import { fen } from '../rows/eventValues.ts';
import type { Entry, EntryFault, EntryLeftOut, ReadEntry } from './entry.ts';
import type { Layout } from './layout.ts';
import { plainCell, plainNumber, plainTime } from './values.ts';

const bad = (role: FlowRole, fault: EntryFault['fault'] = 'bad_value'): EntryFault => ({ fault, role });
const zero = /^[-+]?0*(\.0*)?$/;

/** A row of a bank's statement → a payment from payer to payee. Which way it went is said by the sign column, by which of two amount
 * columns is filled, or by the sign of the amount; where none of them tells, the row is refused. */
export function flowReader({ at }: Layout): ReadEntry {
  const cellAt = (role: FlowRole) => at.get(role) ?? -1;
  const [success, side, amount, amountOut, amountIn] = [
    cellAt('success'),
    cellAt('side'),
    cellAt('amount'),
    cellAt('amountOut'),
    cellAt('amountIn'),
  ];
  const text = (cells: readonly string[], role: FlowRole): string => plainCell(cells[cellAt(role)]);

  function amountOf(cells: readonly string[]): { side: 'out' | 'in'; amount: string } | EntryFault {
    if (amount >= 0) {
      const given = plainCell(cells[amount]);
      if (given === '') return bad('amount', 'missing');
      const sign = plainCell(cells[side]);
      if (sign !== '') {
        const way = sideOf(sign);
        return way === undefined ? bad('side') : { side: way, amount: given };
      }
      if (side >= 0) return bad('side', 'missing');
      const number = readNumber(given);
      if (number === undefined) return bad('amount');
      return number.startsWith('-') ? { side: 'out', amount: number.slice(1) } : { side: 'in', amount: number };
    }
    const [out, into] = [plainCell(cells[amountOut]), plainCell(cells[amountIn])];
    const [isOut, isIn] = [!zero.test(out), !zero.test(into)];
    if (isOut === isIn) return bad(amountOut >= 0 ? 'amountOut' : 'amountIn', isOut ? 'bad_value' : 'missing');
    return isOut ? { side: 'out', amount: out } : { side: 'in', amount: into };
  }

  return (cells): Entry | EntryFault | EntryLeftOut => {
    const done = plainCell(cells[success]);
    if (done !== '') {
      const outcome = successOf(done);
      if (outcome === 'failed') return { leftOut: 'failed_transaction', role: 'success' };
      if (outcome === undefined) return bad('success');
    }
    const card = plainNumber(cells[cellAt('ownCard')]);
    const account = plainNumber(cells[cellAt('ownAccount')]);
    const other = plainNumber(cells[cellAt('other')]);
    if (card === null) return bad('ownCard', 'digits_lost');
    if (account === null) return bad('ownAccount', 'digits_lost');
    if (other === null) return bad('other', 'digits_lost');
    const money = amountOf(cells);
    if ('fault' in money) return money;
    const time = plainTime(text(cells, 'date'), text(cells, 'time'));
    const [seconds, cents] = [readEventTime(time), fen(money.amount)];
    return {
      own: {
        number: normaliseAccount(card === '' ? account : card),
        name: text(cells, 'ownName'),
        identity: plainNumber(cells[cellAt('ownIdentity')]) ?? '',
        bank: text(cells, 'ownBank'),
      },
      other: {
        number: normaliseAccount(other),
        name: text(cells, 'otherName'),
        identity: plainNumber(cells[cellAt('otherIdentity')]) ?? '',
        bank: text(cells, 'otherBank'),
      },
      ownSecond: card === '' ? '' : normaliseAccount(account),
      side: money.side,
      cells: [time, money.amount, text(cells, 'channel'), text(cells, 'memo')],
      sameness: seconds === undefined || cents === undefined ? null : `${seconds}|${cents}`,
      serial: plainNumber(cells[cellAt('serial')]) ?? '',
    };
  };
}
