import { afterAll, beforeAll, expect, test } from 'vitest';
import { expireApprovals } from '../../api/import/expire.ts';
import { argumentsOf, commandGenerators } from './commands.ts';
import { commands, createCommanding } from './harness/commanding.ts';
import { type Ids, idsOf } from './harness/ids.ts';
import { clock, openPlace, type Place } from './harness/place.ts';

/** Non-interference on the command line: every command prints a viewer the same, whether what is hidden from him is there or not. */
const seed = 20_260_115;
let places: [Place, Place];
let ids: Ids;

beforeAll(async () => {
  places = await Promise.all([openPlace('with'), openPlace('without')]);
  ids = await idsOf(...places);
});
afterAll(async () => {
  for (const place of places) await place.close();
});

test('every command has a generator', () => {
  expect(Object.keys(commandGenerators).sort()).toEqual(commands.map(({ name }) => name).sort());
});

test('what they print is alike', async () => {
  const commanding = createCommanding(places);
  for (const [name, generator] of Object.entries(commandGenerators))
    for (const args of argumentsOf(name, ids, seed))
      await commanding.run(name, args, 'of' in generator ? generator.of : undefined);
  process.stdout.write(`${commanding.total()} cases, ${commands.length} commands\n`);
  expect(commanding.findings).toEqual([]);
  // Each one got through: what is refused alone compares nothing.
  const refused = [...commanding.exits].filter(([, exits]) => !exits.has(0) && !exits.has(3)).map(([name]) => name);
  expect(refused).toEqual([]);
  expect(commanding.total()).toBeGreaterThanOrEqual(50);
}, 120_000);

test('an approval that ends leaves the same behind, whatever sealed rows rested on it', async () => {
  const commanding = createCommanding(places);
  for (const { installation } of places) {
    installation.ledger.approvals.end('LR-A1', clock.today(), '已查清');
    await expireApprovals(installation, { account: 'shell' });
  }
  for (const as of ['plain', 'force']) {
    await commanding.run('approvals', ['list', '--as', as]);
    await commanding.run('screen', ['--as', as]);
    await commanding.run('links', ['--as', as]);
  }
  expect(commanding.findings).toEqual([]);
}, 60_000);
