import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import { compareHits, matchOf, type RankedHit } from '../../../model/search/match.ts';
import { parseQuery, type Query, type SearchStage } from '../../../model/search/query.ts';
import { type TypeName, typesOfClass } from '../../../model/vocabulary/types.ts';
import type { SearchHit, SearchOptions } from '../facts.ts';
import { createEntityTypes } from './entityType.ts';
import type { Reading } from './read.ts';
import { type Candidate, candidatesOf } from './searchCandidates.ts';
import { typeBit, valuesEach } from './searchValues.ts';
import { type Sight, sightOf, speaksCondition } from './sight.ts';

/** Walks the candidates in the one order of hits (class, length, code points), and asks of each whether this reader may see it
 * before it counts: nothing hidden takes a place of the limit or makes the answer cut. Candidates come lazily, so a query that
 * half the store answers ends as soon as the limit is full. */
export function search(
  reading: Reading,
  audience: Audience,
  clocks: Clocks,
  typed: string,
  options: SearchOptions,
): { hits: SearchHit[] } & Cut {
  const query = parseQuery(typed);
  return reading.connection.snapshot(() => {
    const visible = createVisibleHits(reading, sightOf(reading.words, audience, clocks), options.types);
    const hits: SearchHit[] = [];
    for (const stage of query.stages) {
      const matching = matchingOf(query, stage, candidatesOf(reading.connection, query, stage));
      for (const part of inParts(matching)) {
        for (const { class: _, ...hit } of ranked(stage, visible(part))) {
          if (hits.length === options.limit) return { hits, ...cutByLimit(options.limit) };
          hits.push(hit);
        }
      }
    }
    return { hits, ...whole(options.limit) };
  });
}

/** Tokens promise too much: what a value is to the query, its text decides. */
function* matchingOf(query: Query, stage: SearchStage, candidates: Iterable<Candidate>): Generator<Candidate> {
  for (const candidate of candidates) {
    const reach = candidate.whole === 1 ? 'whole' : 'text';
    if (matchOf(query, candidate.text, reach)?.class === stage.class) yield candidate;
  }
}

const firstPart = 64;
const longestPart = 1_024;

/** Looked at part by part, the first ones small: most questions are answered by them. Values of one spelling stay together,
 * as they are ranked by what only the look-up tells. */
function* inParts(candidates: Iterable<Candidate>): Generator<Candidate[]> {
  let size = firstPart;
  let part: Candidate[] = [];
  for (const candidate of candidates) {
    if (part.length >= size && part.at(-1)!.text !== candidate.text) {
      yield part;
      part = [];
      size = Math.min(size * 2, longestPart);
    }
    part.push(candidate);
  }
  if (part.length > 0) yield part;
}

/** By the one order of hits, each (entity, field, value) once. */
function ranked({ class: hitClass }: SearchStage, hits: readonly SearchHit[]): (SearchHit & RankedHit)[] {
  const distinct = new Map(
    hits.map((hit) => [JSON.stringify([hit.entity, hit.field, hit.value]), { ...hit, class: hitClass }]),
  );
  return [...distinct.values()].sort(compareHits);
}

type VisibleHits = (candidates: readonly Candidate[]) => SearchHit[];
type HitRow = [about: number, entity: string, field: number, value: string];

/** The hits behind stored values, where the assertion that says it speaks to this reader and the entity is of a type asked for. */
function createVisibleHits(reading: Reading, sight: Sight, types: readonly TypeName[] | undefined): VisibleHits {
  const { connection, words } = reading;
  const wanted = types === undefined ? undefined : new Set(types);
  const mask = maskOf(words.find, types ?? typesOfClass('entity'));
  const typesOf = createEntityTypes(reading, sight);
  return (candidates) => {
    const ids = JSON.stringify(candidates.map(({ id }) => id));
    const rows: HitRow[] = connection.arrays(hitSql).all({ ...sight.speaking, ids, mask });
    const typeOf = typesOf(rows.map(([about]) => about));
    return rows.flatMap(([about, entity, field, value]) => {
      const type = typeOf.get(about);
      if (type === undefined || (wanted !== undefined && !wanted.has(type))) return [];
      return [{ entity, type, field: words.text(field), value }];
    });
  };
}
// `types` holds a bit for each type ever said of the subject: it only spares looking, the type itself is the reader's own.
const hitSql = `SELECT a.about, s.subject, v.field, coalesce(v.value, v.text)
  FROM json_each($ids) j CROSS JOIN search_values v ON v.id = j.value CROSS JOIN assertions a ON a.id = v.id / ${valuesEach}
  CROSS JOIN subjects s ON s.id = a.about CROSS JOIN provenance p ON p.id = a.provenance
  WHERE s.types & $mask != 0 AND ${speaksCondition}`;

function maskOf(find: (word: string) => number | undefined, types: readonly TypeName[]): number {
  let mask = 0;
  for (const type of types) {
    const word = find(type);
    if (word !== undefined) mask |= typeBit(word);
  }
  return mask;
}
