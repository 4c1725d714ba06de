import type { Role } from '../../ledger/ledger.ts';

/** Who may do what: the one table. A route names its row; anything else is forbidden_role.
 * The three offices (system, security, audit) hold no case data and exclude one another and everything else. */
export const whoMay = {
  explore: ['investigator', 'inspector', 'analyst', 'supervisor'],
  analyse: ['inspector', 'analyst', 'supervisor'],
  write: ['investigator', 'analyst'],
  makeFinding: ['inspector', 'analyst'],
  decideFinding: ['supervisor'],
  leads: ['intake', 'inspector', 'supervisor'],
  deconflict: ['custodian'],
  readApprovals: ['investigator', 'inspector', 'analyst', 'supervisor', 'intake', 'custodian'],
  endApprovals: ['supervisor'],
  administer: ['security'],
  readAudit: ['audit'],
  operate: ['system'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof whoMay;

export const offices: readonly Role[] = ['system', 'security', 'audit'];
