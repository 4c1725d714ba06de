import { dutyKinds, happeningKinds } from '../../../model/standing/kinds.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import type { Columns } from '../columns/columns.ts';
import type { EdgeCollector } from './edges.ts';
import { type DayWindow, type Lens, takenBack } from './lens.ts';
import type { Nodes } from './nodes.ts';

const isHappening = Uint8Array.from(tieKindNames, (kind) => Number(happeningKinds.has(kind)));
const isDuty = tieKindNames.map((kind) => dutyKinds.has(kind));
const unseen = 255;

/** Stored ties that speak and whose ends both exist; a tie between two members of one merged entity is none.
 * One pass over the rows about ties and one over the ties: O(rows + ties). */
export function addTieEdges(columns: Columns, lens: Lens, window: DayWindow, nodes: Nodes, into: EdgeCollector): void {
  const best = bestGrades(columns, lens, window);
  const { tieFrom, tieTo, tieKind } = columns;
  for (let tie = 0; tie < columns.tieCount; tie++) {
    if (best[tie] === unseen) continue;
    const a = nodes.nodeOf[tieFrom[tie]!]!;
    const b = nodes.nodeOf[tieTo[tie]!]!;
    if (a === -1 || b === -1 || a === b) continue;
    const kind = tieKind[tie]!;
    into.addTie(a, b, kind, isDuty[kind]!, best[tie]!, tie);
  }
}

/** By tie the best grade of what speaks about it. */
function bestGrades(columns: Columns, lens: Lens, window: DayWindow): Uint8Array {
  const best = new Uint8Array(columns.tieCount).fill(unseen);
  const { knownTo, trueTo, trueFrom } = lens.clocks;
  const upTo = Math.min(trueTo, window.toDay);
  // A happening holds from its day on, so on one day asked it is never over; in a window it has to lie.
  const from = Math.max(trueFrom ?? trueTo, window.fromDay);
  const happeningFrom = Math.max(trueFrom ?? window.fromDay, window.fromDay);
  for (const { tieRows, tieRowsRetracted } of columns.segments) {
    const taken = takenBack(tieRowsRetracted, tieRows.rows, lens);
    const { tie, compartment, approval, knownDay, fromDay, toDay, grade } = tieRows;
    for (let row = 0; row < tieRows.rows; row++) {
      if (lens.compartments[compartment[row]!] !== 1 || lens.approvals[approval[row]!] !== 1) continue;
      const number = tie[row]!;
      if (grade[row]! >= best[number]! || knownDay[row]! > knownTo || fromDay[row]! > upTo) continue;
      if (toDay[row]! < (isHappening[columns.tieKind[number]!] === 1 ? happeningFrom : from)) continue;
      if (taken !== null && taken[row] === 1) continue;
      best[number] = grade[row]!;
    }
  }
  return best;
}
