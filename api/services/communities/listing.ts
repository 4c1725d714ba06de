import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import { entityId } from '../../../model/ids.ts';
import { isKindOf } from '../../../model/vocabulary/types.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Entities } from '../entities.ts';
import type { StandingSource } from '../standing.ts';

/** Which of these may be listed by name in a ranking or a community (charter: it looks at officials, not at the population):
 * officials, suspects and organisations; anybody and anything else only for the purpose of a case, and then what lies within
 * two ties of a party to it. Protected people never, by anybody. */
export type Listing = (
  audience: Audience,
  clocks: Clocks,
  purpose: string | null,
  ids: readonly Id[],
) => Promise<Set<Id>>;

const chunk = 2_000;
const mostNearCase = 50_000;

export function createListing({
  entities,
  standing,
  graph,
}: {
  entities: Entities;
  standing: StandingSource;
  graph: Graph;
}): Listing {
  return async (audience, clocks, purpose, ids) => {
    const who = await standing(audience, clocks);
    const near = await nearCase(audience, clocks, purpose);
    const listed = new Set<Id>();
    for (let i = 0; i < ids.length; i += chunk) {
      const part = ids.slice(i, i + chunk);
      const names = await entities.names(audience, clocks, part);
      for (const id of part) {
        const type = names.get(id)?.type;
        if (type === undefined) continue;
        if (who.protectedPeople.has(id)) continue;
        if (who.officials.has(id) || who.suspects.has(id) || isKindOf(type, 'Organization') || near.has(id))
          listed.add(id);
      }
    }
    return listed;
  };

  async function nearCase(audience: Audience, clocks: Clocks, purpose: string | null): Promise<ReadonlySet<Id>> {
    const key = purpose?.startsWith('case:') ? purpose.slice('case:'.length) : null;
    if (key === null) return new Set();
    const who = await standing(audience, clocks);
    const caseId = who.one(caseIdOf(key));
    const parties = [...(who.cases.get(caseId)?.parties.keys() ?? [])];
    const found = new Set<Id>(parties);
    for (const party of parties) {
      const around = await graph.subgraph(audience, clocks, { center: party, hops: 2, limit: mostNearCase });
      for (const id of around.entities) found.add(id);
    }
    return found;
  }
}

/** A purpose names a case by its id, or by `NS/ID` (without namespace `ID`) as imported. */
function caseIdOf(key: string): Id {
  if (key.startsWith('e_')) return key;
  const slash = key.indexOf('/');
  return slash < 0 ? entityId('', 'case', key) : entityId(key.slice(0, slash), 'case', key.slice(slash + 1));
}
