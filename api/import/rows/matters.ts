import { general } from '../../../model/audience.ts';
import { detached } from './detached.ts';

/** What one row says of a case, a tender or an operation that other rows are dated by. */
export interface Matter {
  readonly compartment: string;
  /** Day of opening of a case, date of a tender or an operation. */
  readonly day: string | null;
  readonly caseKind: string | null;
}

/** The days that ties to a case or a tender take from it. A row of compartment C takes the first that every reader of C may see
 * (general and C): a day that only sealed rows know would else stand on a general tie. Where nothing of it is theirs, the first
 * there is: such a tie is seen only by those who hold both. */
export function createMatters() {
  const said = new Map<string, Matter[]>();
  const keyOf = (space: string, raw: string): string => `${space} ${raw}`;
  return {
    note(space: string, raw: string, matter: Matter): void {
      const known = said.get(keyOf(space, raw));
      if (known === undefined) said.set(detached(keyOf(space, raw)), [matter]);
      // One of each compartment is enough: the first stands.
      else if (known.every(({ compartment }) => compartment !== matter.compartment)) known.push(matter);
    },
    of(space: string, raw: string, compartment: string): Matter | undefined {
      const known = said.get(keyOf(space, raw));
      return known?.find((one) => one.compartment === general || one.compartment === compartment) ?? known?.[0];
    },
  };
}
