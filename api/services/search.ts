import type { Audience } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { TypeName } from '../../model/vocabulary/types.ts';
import type { Facts, SearchHit } from '../facts/facts.ts';
import type { Entities, Entity } from './entities.ts';
import { currentPosts } from './officials/posts.ts';
import type { StandingSource } from './standing.ts';

export interface SearchItem extends Entity {
  readonly match: { readonly field: string; readonly value: string };
  /** What tells namesakes apart. */
  readonly hint: { readonly birthYear: string | null; readonly post: string | null; readonly area: string | null };
}
export interface SearchAsked {
  readonly query: string;
  readonly types?: readonly TypeName[];
  readonly role?: 'official' | 'suspect';
  readonly limit: number;
  readonly offset: number;
}

/** How many candidates are looked at for one page; past it the answer says that it was cut. */
const mostCandidates = 2_000;

export function createSearch({
  facts,
  entities,
  standing,
}: {
  facts: Facts;
  entities: Entities;
  standing: StandingSource;
}) {
  return async function search(
    audience: Audience,
    clocks: Clocks,
    asked: SearchAsked,
  ): Promise<{ items: SearchItem[]; more: boolean } & Cut> {
    const who = await standing(audience, clocks);
    const wanted = asked.role === undefined ? mostWanted(asked) : mostCandidates;
    const { hits, complete } = await facts.search(audience, clocks, asked.query, {
      limit: wanted,
      ...(asked.types === undefined ? {} : { types: asked.types }),
    });
    const firstOf = new Map<Id, SearchHit>();
    for (const hit of hits) {
      const id = who.one(hit.entity);
      if (asked.role === 'official' && !who.officials.has(id)) continue;
      if (asked.role === 'suspect' && !who.suspects.has(id)) continue;
      if (!firstOf.has(id)) firstOf.set(id, hit);
    }
    const page = [...firstOf].slice(asked.offset, asked.offset + asked.limit);
    const views = await entities.views(
      audience,
      clocks,
      page.map(([id]) => id),
    );
    const items = page.flatMap(([id, hit]) => {
      const view = views.get(id);
      if (view === undefined) return [];
      const posts = currentPosts(who.officials.get(id) ?? [], clockDays(clocks).trueTo);
      return [
        {
          ...view,
          match: { field: hit.field, value: hit.value },
          hint: {
            birthYear: view.properties.birthDate?.[0]?.value.slice(0, 4) ?? null,
            post: posts[0]?.title ?? null,
            area: view.properties.area?.[0]?.value ?? posts[0]?.area ?? null,
          },
        },
      ];
    });
    const more = firstOf.size > asked.offset + asked.limit;
    const cut = !complete && wanted >= mostCandidates;
    return { items, more: more || (!complete && !cut), ...(cut ? cutByLimit(mostCandidates) : whole(asked.limit)) };
  };
}
export type Search = ReturnType<typeof createSearch>;

const mostWanted = (asked: SearchAsked): number => Math.min(mostCandidates, (asked.offset + asked.limit) * 3 + 50);
