import { favourable } from '../../../analysis/umbrella/rules.ts';
import { compareText } from '../../../model/audience.ts';
import { dayText } from '../../../model/dates.ts';
import type { Id } from '../../../model/ids.ts';
import type { CaseDecision } from '../../../model/standing/cases.ts';
import type { Post } from '../../../model/standing/standing.ts';
import { enumLabel } from '../../../model/vocabulary/enums.ts';
import type { Words } from '../../../model/vocabulary/words.ts';
import type { StandingModel } from '../standing.ts';

/** How one official decided at one stage, beside peers of the same department. *Lighter* is what the screening calls favourable:
 * data, not a judgement; the strip shows rates, the screening holds the features of the cases against them. */
export interface DecisionStrip {
  readonly stage: string;
  readonly stratum: Words;
  readonly own: Rate;
  /** The same stage decided by everybody else of the stratum, this official left out. */
  readonly peers: Rate & {
    readonly officials: number;
    readonly spread: { readonly least: number; readonly most: number } | null;
  };
  /** In cases of people who are suspects now, and of everybody else. */
  readonly ownOfSuspects: Rate;
  readonly rows: readonly DecisionRow[];
}
interface Rate {
  readonly decisions: number;
  readonly lighter: number;
}
export interface DecisionRow {
  readonly decisionId: Id;
  readonly caseId: Id;
  readonly partyId: Id | null;
  readonly decision: string;
  readonly lighter: boolean;
  readonly at: string;
  readonly suspect: boolean;
  readonly as: 'handler' | 'approver';
}

export function decisionStrips(official: Id, who: StandingModel): DecisionStrip[] {
  const department = departmentOf(who.officials.get(official) ?? []);
  const own = new Map<string, DecisionRow[]>();
  const peers = new Map<string, Map<Id, { decisions: number; lighter: number }>>();
  for (const [caseId, facts] of who.cases) {
    for (const decision of facts.decisions) {
      const lighter = favourable.has(decision.decision);
      for (const [decider, as] of deciders(decision)) {
        if (decider === official) add(own, decision.stage, row(caseId, decision, lighter, as, who));
        else if (department !== null && departmentOf(who.officials.get(decider) ?? []) === department)
          count(peers, decision.stage, decider, lighter);
      }
    }
  }
  return [...own]
    .sort(([a], [b]) => compareText(a, b))
    .map(([stage, rows]) => strip(stage, rows, peers.get(stage) ?? new Map(), department));
}

/** Whoever handled and approved the same decision counts once, as handler. */
function deciders(decision: CaseDecision): [Id, 'handler' | 'approver'][] {
  const found: [Id, 'handler' | 'approver'][] = [];
  if (decision.handler !== null) found.push([decision.handler, 'handler']);
  if (decision.approver !== null && decision.approver !== decision.handler) found.push([decision.approver, 'approver']);
  return found;
}

const departmentOf = (posts: readonly Post[]): string | null => posts[0]?.department ?? null;

function row(
  caseId: Id,
  decision: CaseDecision,
  lighter: boolean,
  as: 'handler' | 'approver',
  who: StandingModel,
): DecisionRow {
  return {
    decisionId: decision.id,
    caseId,
    partyId: decision.party,
    decision: decision.decision,
    lighter,
    at: dayText(decision.day),
    suspect: decision.party !== null && who.suspects.has(decision.party),
    as,
  };
}

function strip(
  stage: string,
  rows: DecisionRow[],
  peers: ReadonlyMap<Id, { decisions: number; lighter: number }>,
  department: string | null,
): DecisionStrip {
  const rates = [...peers.values()].map((one) => one.lighter / one.decisions);
  const label = department === null ? undefined : enumLabel('department', department);
  return {
    stage,
    stratum:
      label === undefined
        ? { zh: '未知系统', en: 'department not known' }
        : { zh: `${label.zh}系统同环节`, en: `${label.en}, same stage` },
    own: rateOf(rows),
    peers: {
      decisions: sum(peers, (one) => one.decisions),
      lighter: sum(peers, (one) => one.lighter),
      officials: peers.size,
      spread: rates.length === 0 ? null : { least: Math.min(...rates), most: Math.max(...rates) },
    },
    ownOfSuspects: rateOf(rows.filter((one) => one.suspect)),
    rows: rows.sort((a, b) => compareText(b.at, a.at) || compareText(a.decisionId, b.decisionId)),
  };
}

const rateOf = (rows: readonly DecisionRow[]): Rate => ({
  decisions: rows.length,
  lighter: rows.filter((one) => one.lighter).length,
});
const sum = <T>(map: ReadonlyMap<Id, T>, of: (one: T) => number): number =>
  [...map.values()].reduce((total, one) => total + of(one), 0);

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}

function count(
  map: Map<string, Map<Id, { decisions: number; lighter: number }>>,
  stage: string,
  decider: Id,
  lighter: boolean,
): void {
  const byDecider = map.get(stage) ?? new Map<Id, { decisions: number; lighter: number }>();
  map.set(stage, byDecider);
  const held = byDecider.get(decider) ?? { decisions: 0, lighter: 0 };
  byDecider.set(decider, held);
  held.decisions += 1;
  if (lighter) held.lighter += 1;
}
