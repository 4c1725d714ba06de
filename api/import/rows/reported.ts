import { audienceOf } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { parseCompanyCode } from '../../../model/identity/companyCode.ts';
import { parseIdentityNumber } from '../../../model/identity/identityNumber.ts';
import type { Id } from '../../../model/ids.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Facts, Holder } from '../../facts/facts.ts';

type NumberSpace = 'phone' | 'account';
/** Somebody who bears an identity number or a company code. */
export interface Bearer {
  readonly id: Id;
  readonly type: TypeName;
}
/** What a record says of a number's holder that did not lead to one party. */
export interface Candidate {
  readonly name: string;
  readonly identity: string;
}
const mostBearers = 20;
const none: readonly Holder[] = [];

/** Whom records name as holders of accounts and phones. A valid identity number (or company code) that exactly one known party
 * bears says whose the number is; anything else, a name above all, is kept beside the number as a candidate and joins nothing.
 * Asked as the readers of the rows' compartment: who bears a number may itself be sealed. */
export function createReported(deps: {
  facts: Facts;
  endedApprovals: readonly string[];
  clocks: Clocks;
  watching: boolean;
}) {
  const { facts, endedApprovals, clocks } = deps;
  const holders = new Map<string, Holder[]>();
  const candidates = new Map<string, Candidate>();
  const keyOf = (space: NumberSpace, compartment: string, number: string) => `${space} ${compartment} ${number}`;
  /** Of this import itself: people and organisations that the store does not hold yet. */
  const declared = new Map<string, Map<Id, TypeName>>();

  return {
    /** A party of this import; remembered only where something of it will ask. */
    declare(compartment: string, number: string | undefined, id: Id, type: TypeName): void {
      if (!deps.watching || number === undefined) return;
      const key = `${compartment} ${number}`;
      const bearers = declared.get(key);
      if (bearers === undefined) declared.set(key, new Map([[id, type]]));
      else bearers.set(id, type);
    },
    /** The known parties that bear a number; null where it is no valid one. */
    async bearers(compartment: string, given: string): Promise<readonly Bearer[] | null> {
      const person = parseIdentityNumber(given)?.number;
      const number = person ?? parseCompanyCode(given);
      if (number === undefined) return null;
      const field = person === undefined ? 'uscCode' : 'idNumber';
      const readers = audienceOf([compartment], endedApprovals);
      const { hits } = await facts.search(readers, clocks, number, { types, limit: mostBearers });
      const found = new Map<Id, TypeName>(
        hits.filter((hit) => hit.field === field && hit.value === number).map((hit) => [hit.entity, hit.type]),
      );
      for (const where of new Set([compartment, 'general']))
        for (const [id, type] of declared.get(`${where} ${number}`) ?? []) found.set(id, type);
      return [...found].map(([id, type]) => ({ id, type }));
    },
    addHolder(space: NumberSpace, compartment: string, number: string, entity: Id): void {
      const key = keyOf(space, compartment, number);
      // As a register's: what approved rows of accounts and phones say goes before it.
      const holder: Holder = { entity, from: null, to: null, register: true };
      holders.set(key, [...(holders.get(key) ?? []), holder]);
    },
    addCandidate(space: NumberSpace, compartment: string, number: string, candidate: Candidate): void {
      candidates.set(keyOf(space, compartment, number), candidate);
    },
    holders: (space: NumberSpace, compartment: string, number: string): readonly Holder[] =>
      holders.size === 0 ? none : (holders.get(keyOf(space, compartment, number)) ?? none),
    /** Properties of a number that is nobody's. */
    candidates(space: NumberSpace, compartment: string, number: string): Record<string, readonly string[]> {
      const found = candidates.size === 0 ? undefined : candidates.get(keyOf(space, compartment, number));
      if (found === undefined) return {};
      return {
        ...(found.name === '' ? {} : { holderName: [found.name] }),
        ...(found.identity === '' ? {} : { holderIdNumber: [found.identity] }),
      };
    },
  };
}
export type Reported = ReturnType<typeof createReported>;

const types: readonly TypeName[] = ['Person', 'Organization', 'Company', 'PublicBody'];
