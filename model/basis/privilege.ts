import type { Id } from '../ids.ts';

/** Defence counsel and the suspects of his case: what passes between the two is privileged and is not taken in. */
export function createPrivilege() {
  const rolesByCase = new Map<Id, { counsel: Set<Id>; suspects: Set<Id> }>();
  const suspectsOf = new Map<Id, Set<Id>>();

  function join(counsel: Id, suspect: Id): void {
    const held = suspectsOf.get(counsel);
    if (held === undefined) suspectsOf.set(counsel, new Set([suspect]));
    else held.add(suspect);
  }

  return {
    addParty(caseId: Id, person: Id, role: string): void {
      if (role !== 'counsel' && role !== 'suspect') return;
      let roles = rolesByCase.get(caseId);
      if (roles === undefined) {
        roles = { counsel: new Set(), suspects: new Set() };
        rolesByCase.set(caseId, roles);
      }
      if (role === 'counsel') {
        roles.counsel.add(person);
        for (const suspect of roles.suspects) join(person, suspect);
      } else {
        roles.suspects.add(person);
        for (const counsel of roles.counsel) join(counsel, person);
      }
    },
    between: (a: Id, b: Id): boolean =>
      suspectsOf.size > 0 && ((suspectsOf.get(a)?.has(b) ?? false) || (suspectsOf.get(b)?.has(a) ?? false)),
    /** Whether this participant is counsel of another participant. */
    isCounselOfOne: (person: Id, participants: Iterable<Id>): boolean => {
      const suspects = suspectsOf.get(person);
      if (suspects === undefined) return false;
      for (const other of participants) if (suspects.has(other)) return true;
      return false;
    },
    none: (): boolean => suspectsOf.size === 0,
  };
}
export type Privilege = ReturnType<typeof createPrivilege>;
