import { normalisePhone } from '../../../model/identity/phone.ts';
import { type CallRole, communicationOf, sideOf } from '../../../model/vocabulary/agency.ts';
import { readEventTime } from '../read/dates.ts';
import { wholeNumber } from '../rows/eventValues.ts';
import type { EntryFault, ReadEntry } from './entry.ts';
import type { Layout } from './layout.ts';
import { plainCell, plainNumber, plainSeconds, plainTime } from './values.ts';

const bad = (role: CallRole, fault: EntryFault['fault'] = 'bad_value'): EntryFault => ({ fault, role });

/** A row of an operator's bill → a call or a short message from who rang or wrote. */
export function callReader({ at }: Layout): ReadEntry {
  const cellAt = (role: CallRole) => at.get(role) ?? -1;
  const text = (cells: readonly string[], role: CallRole): string => plainCell(cells[cellAt(role)]);

  return (cells) => {
    const word = text(cells, 'kind');
    const said = word === '' ? undefined : communicationOf(word);
    const sideWord = text(cells, 'side');
    if (said === 'data' || communicationOf(sideWord) === 'data') return { leftOut: 'not_a_call', role: 'kind' };
    const own = plainNumber(cells[cellAt('own')]);
    const other = plainNumber(cells[cellAt('other')]);
    if (own === null) return bad('own', 'digits_lost');
    if (other === null) return bad('other', 'digits_lost');
    const side = sideOf(sideWord);
    if (side === undefined) return bad('side', sideWord === '' ? 'missing' : 'bad_value');
    const [callTime, smsTime] = [text(cells, 'callTime'), text(cells, 'smsTime')];
    // A word nobody knows says nothing; then the column that holds the time does, and else the way it went (发送, 主叫).
    const byTime = callTime === '' ? (smsTime === '' ? undefined : 'sms') : cellAt('smsTime') < 0 ? undefined : 'voice';
    const bySide = /短信|发送|接收|sms/i.test(sideWord) ? 'sms' : 'voice';
    const kind = said ?? (bySide === 'sms' ? 'sms' : (byTime ?? 'voice'));
    const time = plainTime('', callTime === '' ? smsTime : callTime);
    const seconds = readEventTime(time);
    const length = kind === 'sms' ? '' : plainSeconds(text(cells, 'seconds'));
    const isSound = seconds !== undefined && (length === '' || wholeNumber(length) !== undefined);
    return {
      own: { number: spelling(own), name: text(cells, 'ownName'), identity: identity(cells, 'ownIdentity'), bank: '' },
      other: {
        number: spelling(other),
        name: text(cells, 'otherName'),
        identity: identity(cells, 'otherIdentity'),
        bank: '',
      },
      ownSecond: '',
      side,
      cells: [time, length, kind],
      sameness: isSound ? `${seconds}|${kind}` : null,
      serial: plainNumber(cells[cellAt('serial')]) ?? '',
    };
  };

  function identity(cells: readonly string[], role: CallRole): string {
    return plainNumber(cells[cellAt(role)]) ?? '';
  }
}

const spelling = (number: string): string => (number === '' ? '' : (normalisePhone(number) ?? number));
