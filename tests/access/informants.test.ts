import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAsking, type Side } from './harness/asking.ts';
import { createCommanding } from './harness/commanding.ts';
import { openPlace, type Person, type Place } from './harness/place.ts';
import { type AccessServer, openServer } from './harness/server.ts';

/** Who informs cannot be inferred from a screen: two viewers who differ in the compartment of informants alone read the same
 * bytes, whichever of them asks first, on the command line too. */
let place: Place;
let server: AccessServer;
const questions: readonly Record<string, unknown>[] = [{}, { trueAt: '2025-06-25' }, { knownAt: '2025-12-31' }];

beforeAll(async () => {
  place = await openPlace('with');
  server = await openServer(place.installation);
});
afterAll(async () => {
  await server.close();
  await place.close();
});

async function screened(as: Person, body: unknown): Promise<{ path: string; text: string }> {
  const headers = { Authorization: `Bearer ${place.tokens[as]}`, 'Powang-Purpose': 'review:test' };
  const asked = await fetch(`${server.origin}/api/v1/screens`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const job: { id: string } = await asked.json();
  for (;;) {
    const { result, state } = server.jobs.get(place.users[as].id, job.id);
    if (state !== 'queued' && state !== 'running') {
      expect(state).toBe('done');
      return { path: result!, text: await (await fetch(`${server.origin}${result}`, { headers })).text() };
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('two viewers who differ in the informants alone', () => {
  test('there are informants among those who are screened for, and one of the two knows them', () => {
    const { compartments } = place.users.handlers;
    expect([...compartments].sort()).toEqual(['informants', ...place.users.force.compartments].sort());
    expect(place.installation.ledger.batches.compartments()).toContain('informants');
  });

  test.each(questions)('are given one run, byte for byte: %j', async (question) => {
    const first = await screened('handlers', question);
    const second = await screened('force', question);
    expect(second).toEqual(first);
    expect(JSON.parse(first.text).officials.length).toBeGreaterThan(3);
  });

  test('get the same by `powang screen`', async () => {
    const printed = createCommanding([place, place]);
    const [one, other] = await Promise.all(['handlers', 'force'].map((as) => printed.print('screen', ['--as', as])));
    expect(one).toEqual(other);
    expect(one!.exit).toBe(0);
  });
});

describe('stores that differ in the informants alone', () => {
  let sides: [Side, Side];
  beforeAll(async () => {
    const places = await Promise.all([openPlace('with'), openPlace('without')]);
    const servers = await Promise.all(places.map((one) => openServer(one.installation)));
    sides = [
      { place: places[0], server: servers[0]! },
      { place: places[1], server: servers[1]! },
    ];
  });
  afterAll(async () => {
    for (const side of sides) {
      await side.server.close();
      await side.place.close();
    }
  });

  test('give who holds that compartment the same screens as who does not', async () => {
    const asking = createAsking(...sides);
    for (const body of questions) await asking.ask({ route: 'post /screens', as: 'handlers', path: '/screens', body });
    expect(asking.findings).toEqual([]);
    expect(asking.statuses.get('get /screens/:id')).toEqual(new Set([200]));
  });
});
