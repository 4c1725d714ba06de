import { compareText } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import type { CaseFact, DisclosureFact, ObtainedFact, OfficialFact, ScreenFacts, TieFact } from './facts.ts';
import type { Group } from './groups.ts';
import { rules } from './rules.ts';
import { type Stratum, stratumOf } from './strata.ts';

/** The facts with the look-ups that several indicators need. Made once a screen; cost linear in the facts. */
export interface Context {
  readonly facts: ScreenFacts;
  readonly officials: ReadonlyMap<Id, OfficialFact>;
  readonly strata: ReadonlyMap<Id, Stratum>;
  readonly protectedPeople: ReadonlySet<Id>;
  readonly cases: ReadonlyMap<Id, CaseFact>;
  readonly groups: readonly Group[];
  /** Relatives within `rules.pool.kinSteps` steps of kin or marriage, with the steps and the ties on the way; nobody protected. */
  readonly kinOf: (id: Id) => ReadonlyMap<Id, Kin>;
  readonly tiesBetween: (a: Id, b: Id) => readonly TieFact[];
  readonly tiesOf: (id: Id) => readonly TieFact[];
  readonly disclosuresOf: (id: Id) => readonly DisclosureFact[];
  readonly obtainedOf: (id: Id, kind: string) => readonly ObtainedFact[];
}
export interface Kin {
  readonly steps: number;
  readonly assertions: readonly Id[];
}

const kinKinds: ReadonlySet<string> = new Set(['kin', 'spouse']);

export function createContext(facts: ScreenFacts, groups: readonly Group[]): Context {
  const ties = new Map<Id, TieFact[]>();
  for (const tie of facts.ties) {
    push(ties, tie.from, tie);
    if (tie.to !== tie.from) push(ties, tie.to, tie);
  }
  const tiesOf = (id: Id): readonly TieFact[] => ties.get(id) ?? [];
  const disclosures = groupBy(facts.disclosures, (one) => one.person);
  const obtained = groupBy(facts.obtained, (one) => `${one.kind} ${one.person}`);
  const kin = new Map<Id, ReadonlyMap<Id, Kin>>();
  const protectedPeople = new Set(facts.protectedPeople);

  /** Breadth-first over kin and marriage; the first way found is one of the shortest. */
  function kinOf(id: Id): ReadonlyMap<Id, Kin> {
    const known = kin.get(id);
    if (known !== undefined) return known;
    const found = new Map<Id, Kin>();
    let frontier: { id: Id; assertions: readonly Id[] }[] = [{ id, assertions: [] }];
    for (let steps = 1; steps <= rules.pool.kinSteps; steps++) {
      const next: typeof frontier = [];
      for (const at of frontier) {
        for (const tie of tiesOf(at.id)) {
          if (!kinKinds.has(tie.kind)) continue;
          const other = tie.from === at.id ? tie.to : tie.from;
          if (other === id || found.has(other) || protectedPeople.has(other)) continue;
          const assertions = [...at.assertions, ...tie.assertions];
          found.set(other, { steps, assertions });
          next.push({ id: other, assertions });
        }
      }
      frontier = next;
    }
    kin.set(id, found);
    return found;
  }

  return {
    facts,
    groups,
    officials: new Map(facts.officials.map((one) => [one.id, one])),
    strata: new Map(facts.officials.map((one) => [one.id, stratumOf(one, facts.day)])),
    protectedPeople,
    cases: new Map(facts.cases.map((one) => [one.id, one])),
    kinOf,
    tiesOf,
    tiesBetween: (a, b) =>
      tiesOf(a).filter((tie) => (tie.from === a && tie.to === b) || (tie.from === b && tie.to === a)),
    disclosuresOf: (id) => disclosures.get(id) ?? [],
    obtainedOf: (id, kind) => obtained.get(`${kind} ${id}`) ?? [],
  };
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}

export function groupBy<K, V>(items: readonly V[], keyOf: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

export const sortedIds = (ids: Iterable<Id>): Id[] => [...new Set(ids)].sort(compareText);
