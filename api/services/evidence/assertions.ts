import type { Said } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { compareText } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { firstDay } from '../../../model/dates.ts';
import { NotFound } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { propertyOf, typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Entities } from '../entities.ts';
import type { StandingSource } from '../standing.ts';

/** The contract's assertion JSON. What is taken back is shown as such, with by whom and why. */
export type AssertionJson = ReturnType<typeof json>;

/** Evidence: what each source says, as this reader may see it. */
export function createEvidence({
  facts,
  entities,
  standing,
}: {
  facts: Facts;
  entities: Entities;
  standing: StandingSource;
}) {
  async function present(audience: Audience, clocks: Clocks, said: readonly Said[]): Promise<AssertionJson[]> {
    const ends = said.flatMap((one) => (one.ends === null ? [] : [one.ends.from, one.ends.to]));
    const references = said.flatMap((one) => referencesOf(one).flatMap(([, values]) => values));
    const visible = await entities.visible(audience, clocks, [...new Set([...ends, ...references])]);
    const sources = new Map(
      (await facts.sources(audience, [...new Set(said.map((one) => one.source))])).map((one) => [one.id, one]),
    );
    const knownTo = clockDays(clocks).knownTo;
    return said
      .filter((one) => one.ends === null || (visible.has(one.ends.from) && visible.has(one.ends.to)))
      .map((one) => {
        const source = sources.get(one.source);
        const retraction =
          one.retraction !== null && firstDay(one.retraction.knownAt.slice(0, 10)) <= knownTo ? one.retraction : null;
        return json(
          withVisible(one, visible),
          source === undefined ? null : { name: source.name, kind: source.kind },
          retraction,
        );
      });
  }

  return {
    present,

    /** Everything known about one entity (with all it is joined with), best first. */
    async ofEntity(audience: Audience, clocks: Clocks, id: Id): Promise<AssertionJson[]> {
      await entities.get(audience, clocks, id);
      const who = await standing(audience, clocks);
      return present(audience, clocks, await facts.assertions(audience, clocks, who.membersOf(id)));
    },

    async one(audience: Audience, clocks: Clocks, id: Id): Promise<AssertionJson> {
      const said = await facts.assertionsById(audience, clocks, [id]);
      // An assertion about an entity that does not exist for the reader at these clocks may still be known: evidence outlives validity.
      const [found] = await present(audience, clocks, said);
      if (found === undefined) throw new NotFound();
      return found;
    },

    async many(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<AssertionJson[]> {
      return present(audience, clocks, await facts.assertionsById(audience, clocks, ids));
    },
  };
}
export type Evidence = ReturnType<typeof createEvidence>;

function referencesOf(said: Said): [string, readonly string[]][] {
  return Object.entries(said.properties).filter(([name]) => propertyOf(said.kind, name)?.type === 'entity');
}

/** Values that name an entity the reader may not see are not there. */
function withVisible(said: Said, visible: ReadonlySet<Id>): Said {
  const references = referencesOf(said);
  if (references.length === 0) return said;
  const properties: Record<string, readonly string[]> = { ...said.properties };
  for (const [name, values] of references) {
    const kept = values.filter((id) => visible.has(id));
    if (kept.length === 0) delete properties[name];
    else properties[name] = kept;
  }
  return { ...said, properties };
}

function json(said: Said, source: { name: string; kind: string } | null, retraction: Said['retraction']) {
  const {
    id,
    about,
    kind,
    ends,
    properties,
    origin,
    grade,
    compartment,
    validFrom,
    validTo,
    knownAt,
    recordedAt,
    batch,
  } = said;
  return {
    id,
    about,
    kind,
    class: typeDefinitions[kind].class,
    ends: ends === null ? null : { from: ends.from, to: ends.to, kind: ends.kind, role: ends.role },
    properties,
    key: said.key,
    source: { id: said.source, name: source?.name ?? null, kind: source?.kind ?? null },
    origin,
    grade,
    compartment,
    validFrom,
    validTo,
    knownAt,
    recordedAt,
    retracted:
      retraction === null ? null : { by: retraction.by, reason: retraction.reason, knownAt: retraction.knownAt },
    objections: [...said.objections]
      .sort((a, b) => compareText(a.id, b.id))
      .map((one) => ({ id: one.id, by: one.by, text: one.text, answer: one.answer, knownAt: one.knownAt })),
    batch,
  };
}
