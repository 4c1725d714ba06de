import { general } from '../compartments.ts';
import type { Id } from '../ids.ts';

const privilegedRoles: ReadonlySet<string> = new Set(['counsel', 'suspect']);

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
      if (!privilegedRoles.has(role)) return;
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

interface Party {
  readonly caseId: Id;
  readonly person: Id;
  readonly role: string;
}

/** Privilege as the readers of each compartment know it: by what is said in `general` and in that compartment. Counsel named in
 * secret takes no general row away, for its absence would tell the others who defends whom. */
export function createPrivilegeRegister() {
  const said = new Map<string, Party[]>();
  const registers = new Map<string, Privilege>();

  function registerOf(compartment: string): Privilege {
    let register = registers.get(compartment);
    if (register === undefined) {
      register = createPrivilege();
      for (const name of new Set([general, compartment]))
        for (const { caseId, person, role } of said.get(name) ?? []) register.addParty(caseId, person, role);
      registers.set(compartment, register);
    }
    return register;
  }

  return {
    addParty(compartment: string, party: Party): void {
      if (!privilegedRoles.has(party.role)) return;
      const before = said.get(compartment);
      if (before === undefined) said.set(compartment, [party]);
      else before.push(party);
      for (const [name, register] of registers)
        if (compartment === general || compartment === name) register.addParty(party.caseId, party.person, party.role);
    },
    /** What holds for a row of this compartment. */
    of: registerOf,
  };
}
export type PrivilegeRegister = ReturnType<typeof createPrivilegeRegister>;
