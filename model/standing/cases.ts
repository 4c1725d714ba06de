import type { Said } from '../assertion.ts';
import { earliestDay, firstDay } from '../dates.ts';
import type { Id } from '../ids.ts';

/** One case as far as this reader may know it. */
export interface CaseFacts {
  readonly id: Id;
  kind: string | null;
  openedDay: number;
  closed: string | null;
  /** Every person in it with his roles. */
  readonly parties: Map<Id, Set<string>>;
  readonly decisions: CaseDecision[];
}
export interface CaseDecision {
  readonly id: Id;
  /** null: about the case as a whole. */
  readonly party: Id | null;
  readonly stage: string;
  readonly decision: string;
  readonly day: number;
  readonly handler: Id | null;
  readonly approver: Id | null;
  readonly askedBy: Id | null;
}

/** Decisions that end a suspicion, and decisions that take it up (again). The later one stands. */
const ending = new Set(['refused', 'not_filed', 'withdrawn', 'not_charged', 'acquitted']);
const takingUp = new Set(['filed', 'detained', 'bail', 'arrested', 'charged', 'imprisoned', 'probation', 'fined']);

export function createCaseFacts(one: (id: Id) => Id) {
  const cases = new Map<Id, CaseFacts>();

  function get(id: Id): CaseFacts {
    let facts = cases.get(id);
    if (facts === undefined) {
      facts = { id, kind: null, openedDay: earliestDay, closed: null, parties: new Map(), decisions: [] };
      cases.set(id, facts);
    }
    return facts;
  }

  return {
    addCase(said: Said): void {
      const facts = get(one(said.about));
      facts.kind ??= said.properties.caseKind?.[0] ?? null;
      const opened = said.properties.fileDate?.[0] ?? said.validFrom;
      if (opened !== null) facts.openedDay = Math.max(facts.openedDay, firstDay(opened.slice(0, 10)));
      facts.closed ??= said.properties.closeDate?.[0]?.slice(0, 10) ?? null;
    },
    addParty(said: Said): void {
      if (said.ends === null) return;
      const facts = get(one(said.ends.to));
      const person = one(said.ends.from);
      const roles = facts.parties.get(person) ?? new Set();
      roles.add(said.ends.role);
      facts.parties.set(person, roles);
    },
    /** Later decisions than `at` have not been taken yet. */
    addDecision(said: Said, at: number): void {
      const of = said.properties.case?.[0];
      const date = said.properties.date?.[0] ?? said.validFrom;
      if (of === undefined || date === null) return;
      const day = firstDay(date.slice(0, 10));
      if (day > at) return;
      const entity = (name: string): Id | null => {
        const id = said.properties[name]?.[0];
        return id === undefined ? null : one(id);
      };
      get(one(of)).decisions.push({
        id: one(said.about),
        party: entity('party'),
        stage: said.properties.stage?.[0] ?? '',
        decision: said.properties.decision?.[0] ?? '',
        day,
        handler: entity('handler'),
        approver: entity('approver'),
        askedBy: entity('askedBy'),
      });
    },
    all: (): Iterable<[Id, CaseFacts]> => cases,
    people: (): Id[] => [...cases.values()].flatMap((facts) => [...facts.parties.keys()]),
  };
}

/** Whether the case has ended for this person: the last decision about him (or the whole case) that ends or takes up, ends. */
export function endingOf(facts: CaseFacts, person: Id): boolean {
  let last: CaseDecision | undefined;
  for (const one of facts.decisions) {
    if (one.party !== null && one.party !== person) continue;
    if (!ending.has(one.decision) && !takingUp.has(one.decision)) continue;
    if (last === undefined || one.day > last.day || (one.day === last.day && ending.has(one.decision))) last = one;
  }
  return last !== undefined && ending.has(last.decision);
}
