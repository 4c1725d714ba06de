import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScreen } from '../../../api/services/screen/run.ts';
import { audienceOf } from '../../../model/audience.ts';
import { generateCounty, writeBundle } from '../../../seed/index.ts';
import { byBetweenness, byDegree, countyGraph } from './baselines.ts';
import { averagePrecision, foundAmong, mean } from './precision.ts';
import { byFlags, bySum } from './simpleScores.ts';
import { importedStore } from './store.ts';

/** Average precision of planted umbrellas in generated counties, beside prevalence, sum of z, count of red flags, degree and betweenness:
 * `node dist/tests/bench/umbrella/ap.js [first seed] [last seed] [--mechanisms a|b] [--people N] [--fast]`.
 * Every ranking is of all officials; those outside the pool follow it by id. `--fast` leaves out betweenness. */
const numbers = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const option = (name: string): string | undefined =>
  process.argv[process.argv.indexOf(`--${name}`) + 1 || process.argv.length];
const people = option('people');
const [first = 1, last = 5] = people === undefined ? numbers : numbers.filter((number) => number !== Number(people));
const mechanisms = option('mechanisms') === 'b' ? 'b' : 'a';
const fast = process.argv.includes('--fast');

interface Line {
  seed: number;
  [measure: string]: number;
}

async function county(seed: number): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'powang-ap-'));
  try {
    const made = generateCounty({ seed, mechanisms, ...(people === undefined ? {} : { people: Number(people) }) });
    await writeBundle(made, folder);
    const store = await importedStore(join(folder, 'data'), join(folder, 'bundle'));
    try {
      const start = performance.now();
      const clocks = { trueAt: '2025-12-31', knownAt: '2027-01-01' };
      const result = await runScreen(store.deps, audienceOf([]), clocks, { runsOnPool90d: 0 });
      const seconds = (performance.now() - start) / 1000;
      const standing = await store.deps.services.standing(audienceOf([]), clocks);
      const officials = [...new Set(made.tables.posts.map((row) => String(row.person_id)))].sort();
      const all = new Set(made.truth.umbrellas.map((one) => one.officialId));
      const observable = new Set(made.truth.umbrellas.filter((one) => one.observable).map((one) => one.officialId));
      const pool = result.officials.map((one) => one.key);
      const inPool = new Set(pool);
      const ranking = [...pool, ...officials.filter((id) => !inPool.has(id))];
      const graph = countyGraph(made);
      const degree = byDegree(graph, officials);
      const between = fast ? [] : byBetweenness(graph, officials);
      const count = (ids: ReadonlySet<string>): number => [...ids].filter((id) => inPool.has(id)).length;
      return {
        seed,
        officials: standing.officials.size,
        pool: pool.length,
        all: all.size,
        observable: observable.size,
        inPool: count(all),
        prevalence: all.size / officials.length,
        poolPrevalence: count(all) / pool.length,
        screen: averagePrecision(ranking, all),
        screenObservable: averagePrecision(ranking, observable),
        zSum: averagePrecision([...bySum(result.officials), ...officials.filter((id) => !inPool.has(id))], all),
        redFlags: averagePrecision([...byFlags(result.officials), ...officials.filter((id) => !inPool.has(id))], all),
        degree: averagePrecision(degree, all),
        betweenness: fast ? Number.NaN : averagePrecision(between, all),
        first10: foundAmong(ranking, all, 10),
        first20: foundAmong(ranking, all, 20),
        watch: result.officials.filter((one) => one.level !== 'none').length,
        rejected: store.report.rejected,
        seconds,
      };
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const lines: Line[] = [];
for (let seed = first; seed <= last; seed++) lines.push(await county(seed));
const names = Object.keys(lines[0] ?? {});
const shown = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : Number.isInteger(value) ? String(value) : value.toFixed(3);
console.log(`counties ${first}–${last}, mechanisms ${mechanisms}`);
console.log(names.map((name) => name.padStart(17)).join(''));
for (const line of lines) console.log(names.map((name) => shown(line[name]).padStart(17)).join(''));
console.log(
  names.map((name) => (name === 'seed' ? 'mean' : shown(mean(lines.map((line) => line[name]!)))).padStart(17)).join(''),
);
