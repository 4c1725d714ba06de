import type { Said } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { speaks } from '../../../model/merge.ts';
import type { TieOptions } from '../facts.ts';
import { createExistence } from './exists.ts';
import type { Reading } from './read.ts';
import { compareSaid, saidColumns, saidJoins, saidRows } from './said.ts';
import { knownCondition, type Sight, sightOf } from './sight.ts';

interface TieRow {
  readonly id: number;
  readonly fromId: number;
  readonly toId: number;
}

/** Ties at entities, in order of tie id, each with everything known of it; a tie that is hidden takes no place of the limit. */
export function ties(
  reading: Reading,
  audience: Audience,
  clocks: Clocks,
  entities: readonly Id[],
  options: TieOptions,
): { said: Said[] } & Cut {
  return reading.connection.snapshot(() => {
    const sight = sightOf(reading.words, audience, clocks);
    const found: Said[] = [];
    let count = 0;
    for (const said of visibleTies(reading, sight, clocks, candidates(reading, entities, options))) {
      if (count === options.limit) return { said: found, ...cutByLimit(options.limit) };
      count++;
      found.push(...said);
    }
    return { said: found, ...whole(options.limit) };
  });
}

export function tiesBetween(
  reading: Reading,
  audience: Audience,
  clocks: Clocks,
  pairs: readonly (readonly [Id, Id])[],
): Said[] {
  return reading.connection.snapshot(() => {
    const sight = sightOf(reading.words, audience, clocks);
    const rows: TieRow[] = reading.connection.statement(betweenSql).all({ pairs: JSON.stringify(pairs) });
    return [...visibleTies(reading, sight, clocks, rows)].flat();
  });
}

function candidates({ connection, words }: Reading, entities: readonly Id[], { kinds, after }: TieOptions): TieRow[] {
  return connection.statement(atSql).all({
    entities: JSON.stringify(entities),
    kinds: kinds === undefined ? null : words.list(kinds),
    after: after ?? '',
  });
}

/** Ties looked at in one go: a hub's are not all read for its first fifty. */
const chunkSize = 128;

/** Everything known of each tie that speaks and whose ends exist, in the order of the rows. */
function* visibleTies(
  { connection, said }: Reading,
  sight: Sight,
  clocks: Clocks,
  rows: readonly TieRow[],
): Generator<Said[]> {
  const days = clockDays(clocks);
  const existence = createExistence(connection, sight);
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = existence.withEnds(rows.slice(from, from + chunkSize));
    if (chunk.length === 0) continue;
    const known = saidRows(connection, tieSql, { ...sight.known, ties: JSON.stringify(chunk.map(({ id }) => id)) });
    for (const all of bySubject(said.read(sight, known).sort(compareSaid))) {
      if (all.some((one) => speaks(one, days))) yield all;
    }
  }
}

function bySubject(sorted: readonly Said[]): Iterable<Said[]> {
  const groups = new Map<Id, Said[]>();
  for (const one of sorted) {
    const group = groups.get(one.about);
    if (group === undefined) groups.set(one.about, [one]);
    else group.push(one);
  }
  return groups.values();
}

const tieSql = `SELECT ${saidColumns} FROM json_each($ties) j CROSS JOIN assertions a ON a.about = j.value
  CROSS JOIN subjects s ON s.id = a.about ${saidJoins} WHERE ${knownCondition}`;
const wanted = `x.subject > $after AND ($kinds IS NULL OR x.kind IN (SELECT value FROM json_each($kinds)))`;
const atSql = `SELECT x.id, x.from_id AS fromId, x.to_id AS toId, x.subject
    FROM json_each($entities) j CROSS JOIN subjects e ON e.subject = j.value CROSS JOIN subjects x INDEXED BY subjects_from ON x.from_id = e.id
    WHERE ${wanted}
  UNION SELECT x.id, x.from_id, x.to_id, x.subject
    FROM json_each($entities) j CROSS JOIN subjects e ON e.subject = j.value CROSS JOIN subjects x INDEXED BY subjects_to ON x.to_id = e.id
    WHERE ${wanted}
  ORDER BY 4`;
const pairJoin = `FROM json_each($pairs) j CROSS JOIN subjects l ON l.subject = j.value ->> 0 CROSS JOIN subjects r ON r.subject = j.value ->> 1
  CROSS JOIN subjects x INDEXED BY subjects_from`;
const betweenSql = `SELECT x.id, x.from_id AS fromId, x.to_id AS toId, x.subject ${pairJoin} ON x.from_id = l.id AND x.to_id = r.id
  UNION SELECT x.id, x.from_id, x.to_id, x.subject ${pairJoin} ON x.from_id = r.id AND x.to_id = l.id ORDER BY 4`;
