/** The lawful-basis rule of the model, checked anew: every row that breaks it, in words. */
import type { County, Row } from '../../seed/county/tables.ts';
import { groupRows, holders, text } from './reading.ts';

interface Basis {
  subjects: Set<string>;
  kinds: Set<string>;
  from: string;
  to: string;
}

export function basisFaults(county: County): string[] {
  const { tables } = county;
  const faults: string[] = [];
  const cases = new Map(tables.cases.map((row) => [text(row, 'id'), row]));
  const approvals = new Map<string, Basis>();
  const numbers = new Set<string>();
  for (const row of tables.approvals) {
    const id = text(row, 'id');
    const file = cases.get(text(row, 'case_id'));
    if (file?.kind !== 'criminal') faults.push(`${id}: no criminal case`);
    if (file && text(file, 'opened') > text(row, 'valid_to')) faults.push(`${id}: case opened too late`);
    const obtained = text(row, 'obtained_on') || text(row, 'valid_to');
    if (obtained < text(row, 'valid_from') || obtained > text(row, 'valid_to'))
      faults.push(`${id}: not in force when obtained`);
    if (!['county', 'city', 'province', 'ministry'].includes(text(row, 'level'))) faults.push(`${id}: level`);
    if (text(row, 'retain_until') !== '2099-12-31') faults.push(`${id}: runs out`);
    numbers.add(`${row.authority}/${row.number}`);
    approvals.set(id, {
      subjects: new Set(text(row, 'subjects').split(';')),
      kinds: new Set(text(row, 'kinds').split(';')),
      from: text(row, 'data_from'),
      to: text(row, 'data_to'),
    });
  }
  if (numbers.size !== approvals.size) faults.push('two approvals share authority and number');

  const { phone, account } = holders(county);
  const privileged = counselPairs(county);
  const check = (row: Row, kind: string, ends: string[], day?: string) => {
    const basis = approvals.get(text(row, 'approval_id'));
    if (!basis?.kinds.has(kind)) faults.push(`${kind}: no approval of this kind`);
    else if (!ends.some((end) => basis.subjects.has(end))) faults.push(`${kind}: no subject at either end`);
    else if (day !== undefined && (day < basis.from || day > basis.to)) faults.push(`${kind}: outside the window`);
    if (ends.some((a) => ends.some((b) => privileged.has(`${a}/${b}`)))) faults.push(`${kind}: counsel and client`);
  };
  const person = (end: string) => phone.get(end) ?? account.get(end) ?? end;
  for (const row of tables.phones) check(row, 'calls', [text(row, 'person_id')]);
  for (const row of tables.accounts) check(row, 'bank', [text(row, 'holder_id')]);
  for (const row of tables.calls)
    check(row, 'calls', [row.from_id, row.to_id].map(String).map(person), text(row, 'at').slice(0, 10));
  for (const row of tables.payments)
    check(row, 'bank', [row.payer_id, row.payee_id].map(String).map(person), text(row, 'at').slice(0, 10));
  for (const rows of groupRows(tables.copresence, 'event_id').values()) {
    const present = rows.map((row) => text(row, 'person_id'));
    for (const row of rows) {
      check(row, 'copresence', present, text(row, 'from').slice(0, 10));
      check(row, 'copresence', present, text(row, 'to').slice(0, 10));
    }
  }
  return faults;
}

function counselPairs({ tables }: County): Set<string> {
  const parties = groupRows(tables.case_parties, 'case_id');
  const pairs = new Set<string>();
  for (const rows of parties.values()) {
    const suspects = rows.filter((row) => row.role === 'suspect');
    for (const counsel of rows.filter((row) => row.role === 'counsel')) {
      for (const suspect of suspects) pairs.add(`${counsel.person_id}/${suspect.person_id}`);
    }
  }
  return pairs;
}
