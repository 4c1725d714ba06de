import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { reachOf, type SearchableField } from '../../../model/search/fields.ts';
import { compareHits, matchOf, type RankedHit } from '../../../model/search/match.ts';
import { lengthOf } from '../../../model/search/normalise.ts';
import { parseQuery, type Query, type SearchStage } from '../../../model/search/query.ts';
import type { SearchHit, SearchOptions } from '../facts.ts';
import type { Connection, Run } from './connection.ts';
import { createEntityTypes } from './entityType.ts';
import { searchIndex } from './schema.ts';
import { longestTold, luceneQuery, unpacked } from './searchTokens.ts';
import { type Sight, sightOf, speaksCondition, viewOf } from './sight.ts';

/** Walks the classes of hits in order, within a class the lengths; what this reader may not see is left out by the store, so nothing
 * hidden takes a place of the limit or makes the answer cut. Ends as soon as the limit is full. */
export const search = (
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  typed: string,
  options: SearchOptions,
): Promise<{ hits: SearchHit[] } & Cut> =>
  connection.read(async (run) => {
    const query = parseQuery(typed);
    const hits: SearchHit[] = [];
    if (query.stages.length === 0) return { hits, ...whole(options.limit) };
    const sight = sightOf(await viewOf(run), audience, clocks);
    const typesOf = createEntityTypes(run, sight);
    const wanted = options.types === undefined ? undefined : new Set(options.types);
    for (const stage of query.stages) {
      for await (const part of inParts(rankedGroups(run, sight, query, stage))) {
        const types = await typesOf(part.map(({ entity }) => entity));
        for (const { entity, field, value } of part) {
          const type = types.get(entity);
          if (type === undefined || (wanted !== undefined && !wanted.has(type))) continue;
          if (hits.length === options.limit) return { hits, ...cutByLimit(options.limit) };
          hits.push({ entity, type, field, value });
        }
      }
    }
    return { hits, ...whole(options.limit) };
  });

const firstPart = 64;
const longestPart = 1_024;

/** Types are looked up part by part, the first ones small: most questions are answered by them. */
async function* inParts(groups: AsyncIterable<RankedHit[]>): AsyncGenerator<RankedHit[]> {
  let size = firstPart;
  for await (const group of groups) {
    for (let from = 0; from < group.length; size = Math.min(size * 2, longestPart)) {
      yield group.slice(from, from + size);
      from += size;
    }
  }
}

/** Few: sorted in one go. Many: length by length, each value being stored under a token of its length,
 * so that a common character is not read whole for its first fifty hits. */
const few = 2_000;

async function* rankedGroups(run: Run, sight: Sight, query: Query, stage: SearchStage): AsyncGenerator<RankedHit[]> {
  const [found] = await run<{ many: number }>(howManyCypher, { query: luceneQuery(query, stage), few: few + 1 });
  const many = found?.many ?? 0;
  if (many === 0) return;
  if (many <= few) {
    yield ranked(query, stage, await candidates(run, sight, luceneQuery(query, stage)));
    return;
  }
  for (let length = 1; length <= longestTold; length++) {
    const rows = await candidates(run, sight, luceneQuery(query, stage, length));
    if (rows.length > 0) yield ranked(query, stage, rows, length);
  }
}

interface CandidateRow {
  readonly about: Id;
  readonly found: readonly string[];
}
const candidates = (run: Run, sight: Sight, lucene: string): Promise<CandidateRow[]> =>
  run<CandidateRow>(candidatesCypher, { ...sight, query: lucene });

const howManyCypher = `CALL db.index.fulltext.queryNodes('${searchIndex}', $query, {limit: $few}) YIELD node RETURN count(node) AS many`;
const candidatesCypher = `CALL db.index.fulltext.queryNodes('${searchIndex}', $query) YIELD node
  WITH node AS a WHERE ${speaksCondition} RETURN a.about AS about, a.found AS found`;

/** Tokens promise too much: what a value is to the query, its text decides. Each (entity, field, value) once, by the one order of hits. */
function ranked(query: Query, stage: SearchStage, rows: readonly CandidateRow[], length?: number): RankedHit[] {
  const distinct = new Map<string, RankedHit>();
  const classes = new Map<string, boolean>();
  const answers = (field: SearchableField, text: string): boolean => {
    const key = `${reachOf(field)} ${text}`;
    const known = classes.get(key) ?? matchOf(query, text, reachOf(field))?.class === stage.class;
    classes.set(key, known);
    return known;
  };
  for (const { about, found } of rows) {
    for (const packed of found) {
      const { field, text, value } = unpacked(packed);
      if (length !== undefined && Math.min(lengthOf(text), longestTold) !== length) continue;
      if (!answers(field, text)) continue;
      distinct.set(JSON.stringify([about, field, value]), { class: stage.class, entity: about, field, value });
    }
  }
  return [...distinct.values()].sort(compareHits);
}
