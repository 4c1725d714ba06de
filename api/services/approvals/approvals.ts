import { NotFound } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Approval, Ledger } from '../../ledger/ledger.ts';
import type { Viewer } from '../access/viewer.ts';

/** A paper as its viewer sees it: subjects and a case that do not exist for him are not named. */
export type SeenApproval = Omit<Approval, 'caseId' | 'caseKey' | 'batch'> & {
  readonly caseId: Id | null;
  readonly caseKey: string | null;
};

export interface ApprovalService {
  list(viewer: Viewer): Promise<SeenApproval[]>;
  /** From today on its rows are read by nobody; their erasure follows within a day. */
  end(viewer: Viewer, id: string, reason: string): Promise<SeenApproval>;
}

/** The register of lawful bases. */
export function createApprovalService(deps: {
  ledger: Ledger;
  clock: Clock;
  visible: (viewer: Viewer, ids: readonly Id[]) => Promise<ReadonlySet<Id>>;
}): ApprovalService {
  const { ledger, clock, visible } = deps;

  async function shown(viewer: Viewer, approvals: readonly Approval[]): Promise<SeenApproval[]> {
    const ids = [...new Set(approvals.flatMap(({ caseId, subjects }) => [caseId, ...subjects]))];
    const exist = ids.length === 0 ? new Set<Id>() : await visible(viewer, ids);
    return approvals.map(({ batch: _batch, caseId, caseKey, subjects, ...paper }) => ({
      ...paper,
      subjects: subjects.filter((id) => exist.has(id)),
      caseId: exist.has(caseId) ? caseId : null,
      caseKey: exist.has(caseId) ? caseKey : null,
    }));
  }
  function get(viewer: Viewer, id: string): Approval {
    const approval = ledger.approvals.find(viewer.audience, id);
    if (approval === undefined) throw new NotFound();
    return approval;
  }

  return {
    list: (viewer) => shown(viewer, ledger.approvals.list(viewer.audience)),
    async end(viewer, id, reason) {
      get(viewer, id);
      ledger.approvals.end(id, clock.today(), reason);
      const [ended] = await shown(viewer, [get(viewer, id)]);
      if (ended === undefined) throw new NotFound();
      return ended;
    },
  };
}
