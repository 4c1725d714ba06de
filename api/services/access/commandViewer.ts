import type { Day } from '../../../model/dates.ts';
import { NotFound } from '../../../model/errors.ts';
import type { Ledger, User } from '../../ledger/ledger.ts';
import { type Viewer, viewerOf } from './viewer.ts';

/** Who reads on the command line when nobody is named: audience `general`. */
const local: User = {
  id: 'u_local',
  name: 'local',
  unit: null,
  roles: ['investigator', 'inspector', 'analyst'],
  compartments: [],
  demonstration: false,
  disabled: false,
};

/** `--as NAME` is taken on trust (whoever has the shell has the files); the system account's name stands beside it in the audit. */
export function commandViewer(
  ledger: Ledger,
  asked: { name: string; account: string; purpose: string; today: Day },
): Viewer {
  const user = asked.name === local.name ? local : ledger.users.byName(asked.name);
  if (user === undefined || user.disabled) throw new NotFound();
  return viewerOf(ledger, asked.today, { user, purpose: asked.purpose, account: asked.account });
}
