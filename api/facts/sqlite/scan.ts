import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Said } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { Cancelled } from '../../../model/errors.ts';
import type { ScanOptions } from '../facts.ts';
import { withNames } from './errors.ts';
import { createExistence } from './exists.ts';
import type { Reading } from './read.ts';
import { saidColumns, saidJoins, saidRows } from './said.ts';
import { knownCondition, sightOf } from './sight.ts';

const chunkSize = 2_000;

/** Streams in order of assertion id, all of one moment: the row numbers are taken first (8 bytes each), then read chunk by chunk,
 * and between chunks others have their turn. Takes a connection of its own, as its transaction lasts as long as the reader reads. */
export async function* scan(
  open: () => Reading,
  audience: Audience,
  clocks: Clocks,
  options: ScanOptions,
): AsyncGenerator<Said[]> {
  const reading = withNames(open);
  const { connection } = reading;
  try {
    connection.database.exec('BEGIN');
    const sight = sightOf(reading.words, audience, clocks);
    const existence = createExistence(connection, sight);
    const ids = withNames(() => rowsInOrder(reading, options));
    for (let from = 0; from < ids.length; from += chunkSize) {
      if (options.signal?.aborted === true) throw new Cancelled();
      const said = withNames(() => {
        const list = JSON.stringify([...ids.subarray(from, from + chunkSize)]);
        return reading.said.read(sight, existence.withEnds(saidRows(connection, chunkSql, { ...sight.known, list })));
      });
      if (said.length > 0) yield said;
      await nextTurn();
    }
  } finally {
    connection.close();
  }
}

const chunkSql = `SELECT ${saidColumns} FROM json_each($list) j CROSS JOIN assertions a ON a.id = j.value
  CROSS JOIN subjects s ON s.id = a.about ${saidJoins} WHERE ${knownCondition} ORDER BY a.assertion`;

function rowsInOrder({ connection, words }: Reading, { types, kinds }: ScanOptions): Float64Array {
  const all = types === undefined && kinds === undefined;
  const sql = all ? everythingSql : chosenSql;
  const asked = all ? {} : { types: words.list(types ?? []), kinds: words.list(kinds ?? []) };
  const ids: [number][] = connection.arrays(sql).all(asked);
  return Float64Array.from(ids, ([id]) => id);
}
const everythingSql = 'SELECT id FROM assertions ORDER BY assertion';
const chosenSql = `SELECT id FROM (
    SELECT a.id, a.assertion FROM json_each($types) j CROSS JOIN assertions a INDEXED BY assertions_type ON a.type = j.value WHERE a.kind IS NULL
    UNION ALL
    SELECT a.id, a.assertion FROM json_each($kinds) j CROSS JOIN assertions a INDEXED BY assertions_kind ON a.kind = j.value WHERE a.kind IS NOT NULL)
  ORDER BY assertion`;
