import type { Said } from '../assertion.ts';
import { compareText } from '../audience.ts';
import { earliestDay, firstDay, lastDay, latestDay } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { CaseFacts } from './cases.ts';

/** A stretch of time in which contact between an official and another person is explained by the office. */
export interface DutyInterval {
  readonly official: Id;
  readonly other: Id;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** `case:ID` or `duty:KIND`; never that somebody is an informant. */
  readonly reason: string;
}

/** Days that contact stays on duty after a case closes; and in all, where no closing is known. */
export const dutyRules = { daysAfterClosing: 45, daysWithoutClosing: 180 } as const;

/** Contact before the opening of a case is never duty. The official handles a case when he handled or approved a decision in it. */
export function dutyIntervals(
  cases: Iterable<[Id, CaseFacts]>,
  duties: readonly Said[],
  one: (id: Id) => Id,
): DutyInterval[] {
  const intervals: DutyInterval[] = [];
  for (const [id, facts] of cases) {
    if (facts.openedDay === earliestDay) continue;
    const officials = new Set<Id>();
    for (const decision of facts.decisions) {
      if (decision.handler !== null) officials.add(decision.handler);
      if (decision.approver !== null) officials.add(decision.approver);
    }
    const lastDutyDay =
      facts.closed === null
        ? facts.openedDay + dutyRules.daysWithoutClosing
        : lastDay(facts.closed) + dutyRules.daysAfterClosing;
    for (const official of officials)
      for (const other of facts.parties.keys())
        if (other !== official)
          intervals.push({ official, other, ...seconds(facts.openedDay, lastDutyDay), reason: `case:${id}` });
  }
  for (const said of duties) {
    const [person, other] = [said.properties.person?.[0], said.properties.other?.[0]];
    if (person === undefined || other === undefined || said.validFrom === null) continue;
    const from = firstDay(said.validFrom);
    const to = said.validTo === null ? from + dutyRules.daysWithoutClosing : lastDay(said.validTo);
    intervals.push({
      official: one(person),
      other: one(other),
      ...seconds(from, Math.min(to, latestDay)),
      reason: `duty:${said.properties.dutyKind?.[0] ?? 'task'}`,
    });
  }
  return intervals.sort(
    (a, b) =>
      compareText(a.official, b.official) ||
      compareText(a.other, b.other) ||
      a.fromSeconds - b.fromSeconds ||
      compareText(a.reason, b.reason),
  );
}

const seconds = (fromDay: number, toDay: number) => ({
  fromSeconds: fromDay * 86_400,
  toSeconds: (toDay + 1) * 86_400 - 1,
});
