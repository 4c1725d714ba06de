import type { Id } from '../../model/ids.ts';
import { type Context, groupBy } from './context.ts';
import type { ContactFact } from './facts.ts';
import type { Group } from './groups.ts';
import { rules } from './rules.ts';
import { createPeers, type Stratum } from './strata.ts';

const contactKinds: ReadonlySet<string> = new Set(['calls', 'copresence']);
/** Recorded ties that explain why two people talk: kin, marriage, class, the same unit or village. A friend or a godparent does not. */
const explainingKinds: ReadonlySet<string> = new Set([
  'kin',
  'spouse',
  'household',
  'classmate',
  'comrade',
  'hometown',
  'colleague',
]);

export interface Explained {
  readonly contact: ContactFact;
  readonly assertions: readonly Id[];
}
export interface SuspectContacts {
  /** Suspects whose records of contact were asked for. */
  readonly seen: ReadonlySet<Id>;
  /** Officials in contact with anybody. */
  readonly officials: readonly Id[];
  /** Contact of an official with these suspects, apart from what a recorded tie explains. */
  readonly between: (official: Id, suspects: ReadonlySet<Id>) => { open: ContactFact[]; explained: Explained[] };
  /** How busy officials' lines are with suspects outside a group. */
  readonly outside: (group: Group) => Outside;
}
export interface Outside {
  readonly suspects: ReadonlySet<Id>;
  readonly countOf: (official: Id) => number;
  readonly busyness: (official: Id) => number;
  /** His contacts with one suspect outside the group. */
  readonly perSuspect: (official: Id) => number;
}

/** Contact with suspects as I1b and I2 see it.
 *
 * Some lines are busy with suspects of every sort (a duty desk, a village cadre, a number that everybody has). With x contacts with
 * suspects outside the group where e are expected of peers, what is expected inside it is raised by (x + κ) / (e + κ) where that is
 * above 1, and is never less than the person's own contact with a suspect outside, for each suspect inside: as a decider's leniency
 * to others in I6. */
function createSuspectContacts(context: Context): SuspectContacts {
  const byOfficial = groupBy(
    context.facts.contacts.filter((one) => contactKinds.has(one.kind)),
    (one) => one.person,
  );
  const seen = new Set(
    context.facts.suspects
      .map((one) => one.id)
      .filter((id) => [...contactKinds].some((kind) => context.obtainedOf(id, kind).length > 0)),
  );
  const known = new Map<Id, Outside>();

  function between(official: Id, suspects: ReadonlySet<Id>): { open: ContactFact[]; explained: Explained[] } {
    const open: ContactFact[] = [];
    const explained: Explained[] = [];
    for (const contact of byOfficial.get(official) ?? []) {
      if (contact.other === official || !suspects.has(contact.other)) continue;
      const assertions = contact.count === 0 ? undefined : explainingTie(context, official, contact.other);
      if (assertions === undefined) open.push(contact);
      else explained.push({ contact, assertions });
    }
    return { open, explained };
  }

  function outside(group: Group): Outside {
    const before = known.get(group.id);
    if (before !== undefined) return before;
    const suspects = new Set([...seen].filter((id) => !group.memberSet.has(id)));
    const counts = new Map([...byOfficial.keys()].map((id) => [id, sumOf(between(id, suspects).open)]));
    const usual = createPeers(peersOf(context, group), counts);
    const prior = rules.contact.outsidePrior;
    const countOf = (id: Id): number => counts.get(id) ?? 0;
    const line = {
      suspects,
      countOf,
      perSuspect: (id: Id): number => (suspects.size === 0 ? 0 : countOf(id) / suspects.size),
      busyness: (id: Id): number => Math.max(1, (countOf(id) + prior) / (usual(id).expected + prior)),
    };
    known.set(group.id, line);
    return line;
  }

  return { seen, officials: [...byOfficial.keys()], between, outside };
}

const made = new WeakMap<Context, SuspectContacts>();

/** Made once a screen: two indicators ask for it. */
export function suspectContactsOf(context: Context): SuspectContacts {
  const before = made.get(context);
  if (before !== undefined) return before;
  const contacts = createSuspectContacts(context);
  made.set(context, contacts);
  return contacts;
}

/** Officials who can stand for what is usual: nobody protected, and no member who holds a post. */
export function peersOf(context: Context, group: Group): Map<Id, Stratum> {
  return new Map([...context.strata].filter(([id]) => !group.memberSet.has(id) && !context.protectedPeople.has(id)));
}

export const sumOf = (contacts: readonly ContactFact[]): number => contacts.reduce((sum, one) => sum + one.count, 0);

function explainingTie(context: Context, official: Id, other: Id): readonly Id[] | undefined {
  const direct = context.tiesBetween(official, other).find((tie) => tie.confirmed && explainingKinds.has(tie.kind));
  return direct?.assertions ?? context.kinOf(official).get(other)?.assertions;
}
