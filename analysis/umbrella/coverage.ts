import { type Context, sortedIds } from './context.ts';

/** Share of the gangs' people whose records were asked for, by kind; of cases, the share of decisions that name who decided.
 * null: nothing says what was asked for, so nothing is known. */
export function recordCoverage(context: Context): Record<string, number | null> {
  const members = sortedIds(context.groups.flatMap((group) => [...group.members]));
  const share = (kind: string): number | null => {
    if (members.length === 0 || !context.facts.obtained.some((one) => one.kind === kind)) return null;
    return members.filter((id) => context.obtainedOf(id, kind).length > 0).length / members.length;
  };
  const { decisions, bids, companyCounts } = context.facts;
  return {
    calls: share('calls'),
    bank: share('bank'),
    copresence: share('copresence'),
    cases:
      decisions.length === 0
        ? null
        : decisions.filter((one) => one.handler !== null || one.approver !== null).length / decisions.length,
    shares: companyCounts.length === 0 ? null : 1,
    tenders: bids.length === 0 ? null : 1,
  };
}
