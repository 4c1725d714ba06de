import { general } from '../../../model/audience.ts';
import { detached } from './detached.ts';

/** What is said of a case, a tender or an operation that other rows are dated by. */
export interface Matter {
  /** Day of opening of a case, date of a tender or an operation. */
  readonly day: string | null;
  readonly caseKind: string | null;
}

/** The days that ties to a case or a tender take from it. A row of compartment C takes the one that everybody may see, else the
 * one that the readers of C may see: a day that only sealed rows know would else stand on a general tie. */
export function createMatters() {
  const byCompartment = new Map<string, Map<string, Matter>>();
  const keyOf = (space: string, raw: string): string => `${space} ${raw}`;
  return {
    /** What a row of this compartment says of it, or what one asked of the store; the first stands. */
    note(compartment: string, space: string, raw: string, matter: Matter): void {
      let said = byCompartment.get(compartment);
      if (said === undefined) {
        said = new Map();
        byCompartment.set(compartment, said);
      }
      const key = keyOf(space, raw);
      if (!said.has(key)) said.set(detached(key), matter);
    },
    of(compartment: string, space: string, raw: string): Matter | undefined {
      const key = keyOf(space, raw);
      return byCompartment.get(general)?.get(key) ?? byCompartment.get(compartment)?.get(key);
    },
  };
}
