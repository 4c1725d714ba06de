import { InvalidInput, PowangError } from '../../../model/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger, Role, Session, User } from '../../ledger/ledger.ts';
import { offices } from '../access/whoMay.ts';

const demonstrationMinutes = 10;
const invitationHours = 72;
const demonstrationRoles: readonly Role[] = ['investigator', 'inspector', 'analyst'];

export interface NewUser {
  readonly name: string;
  readonly unit?: string | null;
  readonly roles: readonly Role[];
  readonly compartments?: readonly string[];
}
export interface SignIn {
  /** A fresh one-time link of `demo`; undefined once the store holds anything but demonstration data. */
  demonstrationLink(origin: string, compartments: readonly string[]): string | undefined;
  addUser(user: NewUser, origin: string): { user: User; link: string };
  /** Another link for a user there is. */
  linkFor(user: User, origin: string): string;
  /** Unauthenticated when unknown, used, expired, or of a disabled user: alike in word and time. */
  redeem(secret: string): { session: Session; user: User };
  signOut(token: string): void;
}

/** Signing in by one-time links. The secret stands in the fragment, which no browser sends and no proxy keeps. */
export function createSignIn({ ledger, clock }: { ledger: Ledger; clock: Clock }): SignIn {
  const after = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
  const linkOf = (user: User, origin: string, minutes: number) =>
    `${origin}/sign-in#${ledger.users.link(user.id, after(minutes))}`;

  return {
    demonstrationLink(origin, compartments) {
      if (!ledger.batches.demonstrationOnly()) return undefined;
      const known = ledger.users.byName('demo');
      // A real account may bear the name: the demonstration then has none.
      if (known !== undefined && !known.demonstration) return undefined;
      const user =
        known ??
        ledger.users.add({ name: 'demo', unit: null, roles: demonstrationRoles, compartments, demonstration: true });
      return linkOf(user, origin, demonstrationMinutes);
    },
    addUser({ name, unit = null, roles, compartments = [] }, origin) {
      checkRoles(roles);
      const user = ledger.users.add({ name, unit, roles, compartments, demonstration: false });
      return { user, link: linkOf(user, origin, invitationHours * 60) };
    },
    linkFor: (user, origin) => linkOf(user, origin, invitationHours * 60),
    redeem(secret) {
      const now = clock.now().toISOString();
      const user = ledger.users.redeem(secret, now);
      if (user === undefined || (user.demonstration && !ledger.batches.demonstrationOnly()))
        throw new PowangError('unauthenticated', 'this link is not valid (any more)');
      return { session: ledger.sessions.start(user.id, now), user };
    },
    signOut: (token) => ledger.sessions.end(token),
  };
}

/** The three offices are held alone. */
export function checkRoles(roles: readonly Role[]): void {
  if (roles.length === 0) throw new InvalidInput('roles', 'a user has at least one role');
  if (roles.length > 1 && roles.some((role) => offices.includes(role))) {
    throw new InvalidInput('roles', 'system, security and audit exclude one another and every other role');
  }
}
