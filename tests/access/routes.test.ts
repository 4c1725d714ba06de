import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, createAsking, type Side } from './harness/asking.ts';
import { type Ids, idsOf } from './harness/ids.ts';
import { openPlace } from './harness/place.ts';
import { openServer } from './harness/server.ts';
import { generators, requestsOf } from './routes/all.ts';
import { readers } from './routes/readers.ts';

/** Non-interference over HTTP: every route there is answers a viewer alike, whether what is hidden from him is there or not. */
const seed = 20_260_115;
let sides: [Side, Side];
let ids: Ids;
let asking: Asking;

beforeAll(async () => {
  const places = await Promise.all([openPlace('with'), openPlace('without')]);
  const servers = await Promise.all(places.map((place) => openServer(place.installation)));
  sides = [
    { place: places[0], server: servers[0]! },
    { place: places[1], server: servers[1]! },
  ];
  ids = await idsOf(...places);
  asking = createAsking(...sides);
});
afterAll(async () => {
  for (const { place, server } of sides) {
    await server.close();
    await place.close();
  }
});

test('the description is sound: both variants come in whole, and one holds more', () => {
  expect(sides.map(({ place }) => place.rejects)).toEqual([[], []]);
  expect(ids.hidden.entities.length).toBeGreaterThan(8);
  expect(ids.hidden.assertions.length).toBeGreaterThan(60);
});

test('every route has a generator', () => {
  const routes = sides[0].server.routes.map(({ method, path }) => `${method} ${path}`);
  expect(routes.filter((route) => generators[route] === undefined)).toEqual([]);
  expect(Object.keys(generators).filter((route) => !routes.includes(route))).toEqual([]);
});

test('answers are alike, before and after what is written', async () => {
  for (const route of Object.keys(generators))
    for (const asked of requestsOf(route, generators, ids, seed)) await asking.ask(asked);
  for (const route of Object.keys(readers))
    for (const asked of requestsOf(route, readers, ids, seed + 1, 0.25)) await asking.ask(asked);
  const total = asking.total();
  process.stdout.write(`${total} cases, ${Object.keys(generators).length} routes\n`);
  // One leak may part hundreds of answers: the first ones say what it is.
  const told = asking.findings
    .slice(0, 12)
    .map(({ route, asked, difference }) => `${route} ${JSON.stringify(asked)}\n${difference}`);
  expect(told, `${asking.findings.length} answers differ`).toEqual([]);
  expect(total).toBeGreaterThanOrEqual(500);
}, 400_000);

test('a bundle taken back as far as its reader sees it: what is left answers alike', async () => {
  const before = asking.findings.length;
  const taken = { route: 'post /imports/:batch/retract', as: 'plain' as const, path: '/imports/{bundle}/retract' };
  await asking.ask({ ...taken, body: { reason: '全部撤回' } });
  for (const route of Object.keys(readers))
    for (const asked of requestsOf(route, readers, ids, seed + 2, 0.25)) await asking.ask(asked);
  expect(asking.findings.slice(before, before + 6).map(({ route, difference }) => `${route}\n${difference}`)).toEqual(
    [],
  );
}, 400_000);

test('each route was seen to answer, not to refuse alone', () => {
  const refusedOnly = Object.keys(generators).filter(
    (route) => ![...(asking.statuses.get(route) ?? [])].some((status) => status < 300),
  );
  expect(refusedOnly).toEqual([]);
});
