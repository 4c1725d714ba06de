import type { Said } from '../../model/assertion.ts';
import { type Audience, audienceKey, compareText } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { firstDay } from '../../model/dates.ts';
import type { Id } from '../../model/ids.ts';
import { groupsOf, isKnown } from '../../model/merge.ts';
import { createStanding, type Standing, standingKinds, standingTypes } from '../../model/standing/standing.ts';
import type { Facts } from '../facts/facts.ts';
import type { StandingIndex } from '../graph/graph.ts';
import { keepRecent } from './recent.ts';

export interface StandingModel extends Standing {
  /** An entity → the one it is joined with (least visible member), for this audience at these clocks. */
  readonly one: (id: Id) => Id;
  /** All members of the entity this one belongs to. */
  readonly membersOf: (id: Id) => readonly Id[];
  /** Every member of a joined entity with the one it answers under. */
  readonly merged: readonly { readonly member: Id; readonly one: Id }[];
}
export type StandingSource = (audience: Audience, clocks: Clocks) => Promise<StandingModel>;

/** Who is what, for an audience at its clocks: read once per data version, kept for the last eight askings.
 * Cost: a scan of cases, decisions, posts, memberships and public bodies; people are read only where their age matters. */
export function createStandingSource({
  facts,
  dataVersion,
}: {
  facts: Facts;
  dataVersion: (audience: Audience) => string;
}): StandingSource {
  const recent = keepRecent<StandingModel>(8);
  return (audience, clocks) =>
    recent(JSON.stringify([audienceKey(audience), clocks, dataVersion(audience)]), () =>
      readStanding(facts, audience, clocks),
    );
}

export async function readStanding(facts: Facts, audience: Audience, clocks: Clocks): Promise<StandingModel> {
  const days = clockDays(clocks);
  const groups = groupsOf(await facts.judgements(audience, clocks), days);
  const one = (id: Id): Id => groups.get(id)?.[0] ?? id;
  const membersOf = (id: Id): readonly Id[] => groups.get(id) ?? [id];
  const standing = createStanding(days, one);
  for await (const chunk of facts.scan(audience, clocks, { types: standingTypes, kinds: standingKinds }))
    standing.add(chunk);

  const people = standing.peopleInQuestion().flatMap(membersOf);
  const births = new Map<Id, string>();
  for (let i = 0; i < people.length; i += 2_000) {
    for (const said of await facts.assertions(audience, clocks, people.slice(i, i + 2_000))) addBirth(said);
  }
  const merged = [...groups].map(([member, group]) => ({ member, one: group[0]! }));
  return { ...standing.finish(births), one, membersOf, merged };

  /** Where sources differ about a birth date, the latest protects. */
  function addBirth(said: Said): void {
    if (!isKnown(said, days)) return;
    for (const born of said.properties.birthDate ?? []) {
      const held = births.get(one(said.about));
      if (held === undefined || firstDay(born) > firstDay(held)) births.set(one(said.about), born);
    }
  }
}

/** The same as plain lists of ids. */
export function standingIndex({ officials, suspects, gangs, protectedPeople }: Standing): StandingIndex {
  return {
    officials: [...officials.keys()].sort(compareText),
    suspects: [...suspects.values()].sort((a, b) => compareText(a.id, b.id)),
    gangs: [...gangs.values()]
      .map(({ id, filed, members }) => ({ id, filed, members }))
      .sort((a, b) => compareText(a.id, b.id)),
    protectedPeople: [...protectedPeople].sort(compareText),
  };
}
