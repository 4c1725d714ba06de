import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAsking } from './harness/asking.ts';
import { type Ids, idsOf } from './harness/ids.ts';
import { openPlace, type Place } from './harness/place.ts';
import { type AccessServer, openServer } from './harness/server.ts';
import { leaks } from './leaks.ts';
import { generators, requestsOf } from './routes/all.ts';

/** The suite is to catch what it is there for: each leak, put into the side that holds what is hidden, has to be reported. */
const seed = 20_260_115;
let places: [Place, Place];
let without: AccessServer;
let ids: Ids;

beforeAll(async () => {
  places = await Promise.all([openPlace('with'), openPlace('without')]);
  without = await openServer(places[1].installation);
  ids = await idsOf(...places);
});
afterAll(async () => {
  await without.close();
  for (const place of places) await place.close();
});

/** Asks route by route until something parts; says how many were asked. */
async function firstFinding(
  leaking: Place['installation'],
  routes: readonly string[],
): Promise<{ found: string | null; asked: number }> {
  const server = await openServer(leaking);
  const asking = createAsking(
    { place: { ...places[0], installation: leaking }, server },
    { place: places[1], server: without },
  );
  try {
    for (const route of routes) {
      for (const asked of requestsOf(route, generators, ids, seed)) {
        await asking.ask(asked);
        const [first] = asking.findings;
        if (first !== undefined) return { found: `${first.route}\n${first.difference}`, asked: asking.total() };
      }
    }
    return { found: null, asked: asking.total() };
  } finally {
    await server.close();
  }
}

describe('a leak is caught', () => {
  test.each(Object.entries(leaks))('%s', async (_name, leak) => {
    const { found } = await firstFinding(leak.into(places[0].installation), leak.routes);
    expect(found, leak.says).not.toBeNull();
  });
});
