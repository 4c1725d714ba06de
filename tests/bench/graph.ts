import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCsr } from '../../analysis/graph/csr.ts';
import { createSeededRandom } from '../../analysis/graph/seededRandom.ts';
import type { FoldRow } from '../../api/events/events.ts';
import type { Facts } from '../../api/facts/facts.ts';
import { digestText } from '../../api/graph/columns/digests.ts';
import { createColumnsReader } from '../../api/graph/columns/loadColumns.ts';
import { segmentPath } from '../../api/graph/columns/segmentFile.ts';
import { createSegmentWriter } from '../../api/graph/columns/segmentWriter.ts';
import { createGraphEngine } from '../../api/graph/engine/createGraphEngine.ts';
import type { Assertion } from '../../model/assertion.ts';
import { type Audience, audienceOf } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';

/** Columns and graphs at the size of a county: 700,000 entities, 700,000 ties, 1.75 million assertions, folds as asked.
 * `node dist/tests/bench/graph.js [entities] [ties] [folds]` prints milliseconds and memory. */
const entities = Number(process.argv[2] ?? 700_000);
const ties = Number(process.argv[3] ?? 700_000);
const folds = Number(process.argv[4] ?? 1_000_000);
const random = createSeededRandom(7);
const below = (count: number) => Math.floor(random() * count);
const words = new Uint32Array(4);
function id(letter: string): Id {
  for (let word = 0; word < 4; word++) words[word] = below(2 ** 32);
  return `${letter}_${digestText(words, 0)}`;
}
const people = Array.from({ length: entities }, () => id('e'));
/** Some know everybody: ends by a power law. */
const anybody = () => people[Math.floor(entities * random() ** 3)]!;

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  console.log(
    `${what.padEnd(38)} ${ms.toFixed(1).padStart(9)} ms (cpu ${((user + system) / 1000).toFixed(0).padStart(6)} ms)   rss ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
  return result;
}

const usual = {
  properties: {},
  key: 'x',
  source: 's',
  origin: 's',
  grade: { reliability: 'B', credibility: 2 },
  approval: null,
  recordedAt: '2024-01-01T00:00:00',
  validTo: null,
} as const;
const varied = () => ({
  compartment: random() < 0.02 ? 'sealed' : 'general',
  knownAt: `20${20 + below(5)}-0${1 + below(9)}-11`,
});

function* assertions(batch: Id): Generator<Assertion[]> {
  for (let made = 0; made < entities * 1.5; made += 10_000) {
    yield Array.from({ length: Math.min(10_000, entities * 1.5 - made) }, (_, at) => ({
      ...usual,
      ...varied(),
      id: id('a'),
      about: people[(made + at) % entities]!,
      kind: 'Person',
      ends: null,
      properties: { birthDate: ['1980-03-04'] },
      validFrom: null,
      batch,
    }));
  }
  for (let made = 0; made < ties; made += 10_000) {
    yield Array.from({ length: Math.min(10_000, ties - made) }, () => ({
      ...usual,
      ...varied(),
      id: id('a'),
      about: id('t'),
      kind: 'Family',
      ends: { kind: 'kin', from: anybody(), to: anybody(), role: '' },
      validFrom: `20${10 + below(14)}`,
      batch,
    }));
  }
}

function* foldRows(): Generator<FoldRow[]> {
  for (let made = 0; made < folds; made += 10_000) {
    yield Array.from({ length: Math.min(10_000, folds - made) }, () => ({
      from: anybody(),
      to: anybody(),
      compartment: 'general',
      approval: `A${below(2_000)}`,
      otherCompartment: null,
      otherApproval: null,
      knownDay: 19_000,
      firstSeconds: 1_600_000_000,
      lastSeconds: 1_640_000_000,
      count: 5,
      sum: 300,
      grade: 7,
    }));
  }
}

const folder = await mkdtemp(join(tmpdir(), 'powang-bench-'));
try {
  const batch = id('b');
  await timed('write one segment', async () => {
    const writer = createSegmentWriter(folder, batch);
    for (const chunk of assertions(batch)) writer.addAssertions(chunk);
    for (const chunk of foldRows()) writer.addFolds('calls', chunk);
    await writer.finish();
  });
  console.log(`segment ${Math.round((await stat(segmentPath(folder, batch))).size / 1e6)} MB`);
  await timed('load columns', () => createColumnsReader(folder).load([batch]));

  // A yardstick of the same run: what a bare counting sort of as many ties takes on this machine now.
  const ends = () => Int32Array.from({ length: ties }, () => Math.floor(entities * random() ** 3));
  const yardstick = { nodes: entities, from: ends(), to: ends() };
  await timed('yardstick: bare counting sort, both ways', () => createCsr(yardstick, 'keep'));

  const engine = createGraphEngine({
    columnsFolder: folder,
    facts: Object.create(null) as Facts, // never read here: `standing` below knows nobody
    events: null,
    doneBatches: () => ({ all: [batch], withEvents: [batch] }),
    standing: async () => ({ index: { officials: [], suspects: [], gangs: [], protectedPeople: [] }, duties: [] }),
  });
  const asked = {
    from: people.slice(-20),
    to: people.slice(-70, -20),
    k: 10,
    maxHops: 6,
    duty: 'include',
    deadlineMs: null,
  } as const;
  const readers: [string, Audience, Clocks][] = [
    ['general, load included', audienceOf([]), { trueAt: '2024-12-31', knownAt: '2024-12-31' }],
    ['general, an earlier clock', audienceOf([]), { trueAt: '2022-06-30', knownAt: '2022-06-30' }],
    ['sealed', audienceOf(['sealed']), { trueAt: '2024-12-31', knownAt: '2024-12-31' }],
    [
      'sealed, some approvals ended',
      audienceOf(['sealed'], ['A1', 'A2']),
      { trueAt: '2024-12-31', knownAt: '2024-12-31' },
    ],
  ];
  for (const [name, audience, clocks] of readers) {
    await timed(`mask: ${name}`, () => engine.tieCounts(audience, clocks, []));
    await timed('  neighbours of one', () => engine.tieCounts(audience, clocks, people.slice(0, 1)));
    await timed('  walk + 10 paths 20×50, first', () => engine.paths(audience, clocks, asked));
    await timed('  10 paths 20×50, again', () => engine.paths(audience, clocks, asked));
  }
  const [, audience, clocks] = readers[0]!;
  const times: number[] = [];
  for (let pair = 0; pair < 200; pair++) {
    const start = performance.now();
    await engine.paths(audience, clocks, {
      ...asked,
      from: [people[below(entities)]!],
      to: [people[below(entities)]!],
    });
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `10 paths between two, 200 pairs: median ${times[100]!.toFixed(1)} ms, p99 ${times[197]!.toFixed(1)} ms, worst ${times[199]!.toFixed(1)} ms`,
  );
  await timed('subgraph, 2 hops, 5,000', () =>
    engine.subgraph(audience, clocks, { center: people[0]!, hops: 2, limit: 5_000 }),
  );
  await timed('rank by degree', () => engine.rank(audience, clocks, { measure: 'degree' }));
  await timed('rank by pagerank', () => engine.rank(audience, clocks, { measure: 'pagerank' }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
