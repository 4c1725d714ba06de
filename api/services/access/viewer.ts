import { type Audience, audienceOf } from '../../../model/audience.ts';
import type { Day } from '../../../model/dates.ts';
import { Forbidden } from '../../../model/errors.ts';
import type { Ledger, Role, User } from '../../ledger/ledger.ts';

/** Who asks, and what for. First argument of every service. */
export interface Viewer {
  readonly user: User;
  readonly audience: Audience;
  /** `case:ID`, `lead:ID` or `review:TEXT`; null only inside the demonstration or where no data leave. */
  readonly purpose: string | null;
  /** The account of the operating system, on the command line. */
  readonly account: string | null;
}

export function viewerOf(
  ledger: Ledger,
  today: Day,
  asked: { user: User; purpose: string | null; account: string | null },
): Viewer {
  return { ...asked, audience: audienceOf(asked.user.compartments, ledger.approvals.endedOn(today)) };
}

export const hasRole = (user: User, roles: readonly Role[]): boolean => user.roles.some((role) => roles.includes(role));

export function requireRole(user: User, roles: readonly Role[]): void {
  if (!hasRole(user, roles)) throw new Forbidden('forbidden_role', 'this user has no role that may do this');
}
