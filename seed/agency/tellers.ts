import { identityCheckCharacter } from '../../model/identity/identityNumber.ts';
import type { Cell, Row, Tables } from '../county/tables.ts';

/** Whom a row of the county means: the party, and the numbers it has in agency files. */
export interface Teller {
  readonly id: string;
  readonly name: string;
  /** Identity number or company code; '' where the register has none. */
  readonly identity: string;
  readonly isSubject: boolean;
  readonly account: string;
  readonly bank: string;
  readonly phone: string;
}
const text = (cell: Cell): string => (cell === undefined ? '' : String(cell));

/** Everybody of the county by his id, his accounts and his telephones. Who has no account or number in the county gets one (an end
 * that the county gives as a party had one in the agency's file), and a subject without an identity number gets that too: by it
 * alone an account finds its holder. */
export function createTellers(tables: Tables, subjects: ReadonlySet<string>) {
  const parties = new Map<string, Row>(
    [...tables.people, ...tables.organisations].map((row): [string, Row] => [text(row.id), row]),
  );
  const accounts = ofHolders(tables.accounts, 'number', 'holder_id');
  const phones = ofHolders(tables.phones, 'number', 'person_id');
  const made = new Map<string, Teller>();
  const identities = new Map<string, string>();
  let minted = 0;

  function tellerOf(id: string): Teller {
    const known = made.get(id);
    if (known !== undefined) return known;
    minted += 1;
    const row = parties.get(id) ?? {};
    const isSubject = subjects.has(id);
    const serial = String(minted).padStart(6, '0');
    let identity = text(row.id_number) || text(row.uscc);
    if (identity === '' && isSubject) {
      const seventeen = `99019919700101${String(minted % 1000).padStart(3, '0')}`;
      identity = seventeen + identityCheckCharacter(seventeen);
      identities.set(id, identity);
    }
    const teller: Teller = {
      id,
      name: text(row.name),
      identity,
      isSubject,
      account: accounts.first.get(id) ?? `990099000000${serial}`,
      bank: text(accounts.rows.get(accounts.first.get(id) ?? '')?.bank),
      phone: text(row.phones).split(';')[0] || (phones.first.get(id) ?? `1999${serial}0`),
    };
    made.set(id, teller);
    return teller;
  }

  return {
    /** The end of a payment: whose account, and which. */
    account(end: string): Teller {
      const row = accounts.rows.get(end);
      if (row === undefined) return tellerOf(end);
      return { ...tellerOf(text(row.holder_id)), account: end, bank: text(row.bank) };
    },
    /** The end of a call; a number that the county gives nobody to is its own. */
    phone(end: string): Teller {
      const row = phones.rows.get(end);
      if (row !== undefined) return { ...tellerOf(text(row.person_id)), phone: end };
      if (parties.has(end)) return tellerOf(end);
      return { id: '', name: '', identity: '', isSubject: false, account: '', bank: '', phone: end };
    },
    /** Identity numbers that had to be made up. */
    identities,
  };
}
export type Tellers = ReturnType<typeof createTellers>;

function ofHolders(rows: readonly Row[], number: string, holder: string) {
  const first = new Map<string, string>();
  for (const row of rows) if (!first.has(text(row[holder]))) first.set(text(row[holder]), text(row[number]));
  return { first, rows: new Map(rows.map((row): [string, Row] => [text(row[number]), row])) };
}
