import type { Columns } from '../columns/columns.ts';
import { noBirthDay } from '../columns/tables.ts';
import { type Lens, takenBack } from './lens.ts';

export interface Existence {
  /** 1 for each entity about which something speaks to this reader. */
  readonly exists: Uint8Array;
  /** Latest day a birth date this reader may see allows, or `noBirthDay`: the young are protected. */
  readonly birthDays: Int32Array;
}

/** One pass over the rows about entities: O(rows). The rule is that of `speaks` in model/merge.ts, in numbers. */
export function existingEntities(columns: Columns, lens: Lens): Existence {
  const exists = new Uint8Array(columns.entityCount);
  const birthDays = new Int32Array(columns.entityCount).fill(noBirthDay);
  for (const { entityRows, entityRowsRetracted } of columns.segments) {
    const taken = takenBack(entityRowsRetracted, entityRows.rows, lens);
    const { entity, compartment, approval, knownDay, fromDay, toDay, birthDay } = entityRows;
    const { knownTo, trueTo, trueFrom } = lens.clocks;
    const from = trueFrom ?? trueTo;
    for (let row = 0; row < entityRows.rows; row++) {
      if (lens.compartments[compartment[row]!] !== 1 || lens.approvals[approval[row]!] !== 1) continue;
      if (knownDay[row]! > knownTo || fromDay[row]! > trueTo || toDay[row]! < from) continue;
      if (taken !== null && taken[row] === 1) continue;
      const number = entity[row]!;
      exists[number] = 1;
      if (birthDay[row]! > birthDays[number]!) birthDays[number] = birthDay[row]!;
    }
  }
  return { exists, birthDays };
}
