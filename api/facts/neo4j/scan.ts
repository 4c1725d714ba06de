import type { Said } from '../../../model/assertion.ts';
import { type Audience, compareText } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { Cancelled } from '../../../model/errors.ts';
import type { ScanOptions } from '../facts.ts';
import type { Connection } from './connection.ts';
import { createExistence } from './exists.ts';
import { type SaidRow, saidColumns, saidOf } from './said.ts';
import { knownCondition, type Sight, sightOf, viewOf } from './sight.ts';

/** Some tens of milliseconds each. */
const chunkSize = 1_000;

/** Streams in order of assertion id, all of one moment, page after page: each is a short transaction that goes on after the last id,
 * so nothing is held open while the reader reads. Of types and kinds each is a stream of its own off the index (of, id); they are
 * merged here. Cost: one look-up and one page of memory a stream. */
export async function* scan(
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  { types, kinds, signal }: ScanOptions,
): AsyncGenerator<Said[]> {
  const stopped = (): void => {
    if (signal?.aborted === true) throw new Cancelled();
  };
  stopped();
  const sight = sightOf(await connection.read(viewOf), audience, clocks);
  const existence = createExistence(sight);
  const all = types === undefined && kinds === undefined;
  const asked = all ? [null] : [...new Set<string>([...(types ?? []), ...(kinds ?? [])])];
  for await (const rows of merged(asked.map((of) => pages(connection, sight, of)))) {
    stopped();
    const seen = await connection.read((run) => existence.withEnds(run, rows, ({ row }) => row));
    if (seen.length > 0) yield seen.map(saidOf);
  }
}

async function* pages(connection: Connection, sight: Sight, of: string | null): AsyncGenerator<SaidRow[]> {
  const cypher = of === null ? everythingCypher : chosenCypher;
  for (let after = ''; ; ) {
    const rows = await connection.read((run) => run<SaidRow>(cypher, { ...sight, of, after, page: chunkSize }));
    if (rows.length > 0) yield rows;
    if (rows.length < chunkSize) return;
    after = rows.at(-1)!.row.id;
  }
}
const page = `${knownCondition} WITH a ORDER BY a.id LIMIT $page RETURN ${saidColumns} ORDER BY a.id`;
const everythingCypher = `MATCH (a:Assertion) WHERE a.id > $after AND ${page}`;
const chosenCypher = `MATCH (a:Assertion) WHERE a.of = $of AND a.id > $after AND ${page}`;

/** One ascending stream of several, in chunks: what is not greater than the last of every page at hand can go. */
async function* merged(streams: readonly AsyncGenerator<SaidRow[]>[]): AsyncGenerator<SaidRow[]> {
  const waiting: { stream: AsyncGenerator<SaidRow[]>; rows: SaidRow[] }[] = [];
  for (const stream of streams) {
    const first = await stream.next();
    if (first.done !== true) waiting.push({ stream, rows: first.value });
  }
  while (waiting.length > 0) {
    const edge = waiting.map(({ rows }) => rows.at(-1)!.row.id).reduce((a, b) => (compareText(a, b) <= 0 ? a : b));
    const chunk: SaidRow[] = [];
    for (const one of [...waiting]) {
      const past = one.rows.findIndex(({ row }) => compareText(row.id, edge) > 0);
      chunk.push(...(past < 0 ? one.rows : one.rows.slice(0, past)));
      one.rows = past < 0 ? [] : one.rows.slice(past);
      if (one.rows.length > 0) continue;
      const next = await one.stream.next();
      if (next.done === true) waiting.splice(waiting.indexOf(one), 1);
      else one.rows = next.value;
    }
    chunk.sort((a, b) => compareText(a.row.id, b.row.id));
    yield chunk;
  }
}
