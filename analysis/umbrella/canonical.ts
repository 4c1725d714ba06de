import { compareText } from '../../model/audience.ts';
import type { ScreenFacts } from './facts.ts';

/** The same facts in one order, whatever order they came in: sums of fractions and ties of rank depend on it. Cost O(n log n). */
export function canonical(facts: ScreenFacts): ScreenFacts {
  return {
    day: facts.day,
    officials: ordered(
      facts.officials.map((one) => ({
        ...one,
        posts: ordered(
          one.posts.map((post) => ({ ...post, remit: texts(post.remit), assertions: texts(post.assertions) })),
        ),
      })),
    ),
    protectedPeople: texts(facts.protectedPeople),
    suspects: ordered(facts.suspects.map((one) => ({ ...one, gangs: texts(one.gangs), cases: texts(one.cases) }))),
    gangs: ordered(
      facts.gangs.map((one) => ({ ...one, sectors: texts(one.sectors), members: ordered(one.members.map(evident)) })),
    ),
    companies: ordered(facts.companies),
    companyCounts: ordered(facts.companyCounts),
    ties: ordered(facts.ties.map(evident)),
    cases: ordered(
      facts.cases.map((one) => ({
        ...one,
        parties: ordered(one.parties.map((party) => evident({ ...party, roles: texts(party.roles) }))),
      })),
    ),
    decisions: ordered(facts.decisions.map(evident)),
    tenders: ordered(facts.tenders.map(evident)),
    bids: ordered(facts.bids.map(evident)),
    operations: ordered(facts.operations.map((one) => evident({ ...one, targets: texts(one.targets) }))),
    awareness: ordered(facts.awareness.map((one) => evident({ ...one, rows: texts(one.rows) }))),
    disclosures: ordered(facts.disclosures.map(evident)),
    obtained: ordered(facts.obtained.map(evident)),
    duties: ordered(facts.duties),
    contacts: ordered(facts.contacts.map((one) => ({ ...one, evidence: texts(one.evidence) }))),
    suspectContacts: ordered(facts.suspectContacts.map((one) => ({ ...one, evidence: texts(one.evidence) }))),
    circles: ordered(facts.circles),
    moments: ordered(facts.moments),
    lent: ordered(facts.lent.map((one) => ({ ...one, evidence: texts(one.evidence) }))),
    payments: ordered(facts.payments.map((one) => ({ ...one, evidence: texts(one.evidence) }))),
  };
}

const texts = (list: readonly string[]): string[] => [...new Set(list)].sort(compareText);
const evident = <T extends { readonly assertions: readonly string[] }>(one: T): T => ({
  ...one,
  assertions: texts(one.assertions),
});

/** By content; the makers of facts write the fields of one kind of fact in one order. */
function ordered<T extends object>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: JSON.stringify(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
