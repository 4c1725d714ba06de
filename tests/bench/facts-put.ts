/** How fast facts go in and are found: a register of people and as many ties, one batch, search tokens included.
 * `node dist/tests/bench/facts-put.js [people] [--names]` prints JSON; `--names` leaves out identity numbers and telephones. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFacts } from '../../api/facts/sqlite/open.ts';
import { type Assertion, type AssertionDraft, assertionId } from '../../model/assertion.ts';
import { audienceOf } from '../../model/audience.ts';
import { entityId, tieId } from '../../model/ids.ts';

const people = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 500_000);
const namesOnly = process.argv.includes('--names');
const chunk = 10_000;
const day = '2024-06-01';

function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
const random = createRandom(7);

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇查解'];
const given = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉华建国红玉海林春梅志新云飞鹏雪峰龙凤生小晓宇浩然子轩佳怡欣妍博思雨',
];
const skewed = (letters: readonly string[]): string =>
  letters[Math.min(random(letters.length), random(letters.length))]!;
const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join('');
const nameOf = (): string => skewed(surnames) + skewed(given) + (random(4) > 0 ? skewed(given) : '');

const common = {
  source: 'register',
  origin: 'bench',
  grade: { reliability: 'B', credibility: 2 },
  compartment: 'general',
  approval: null,
  validFrom: null,
  validTo: null,
  knownAt: day,
} as const;
const recorded = (draft: AssertionDraft): Assertion => ({
  ...draft,
  id: assertionId(draft),
  recordedAt: `${day}T00:00:00Z`,
  batch: 'b_bench',
});

function person(number: number): Assertion {
  const numbers = namesOnly ? {} : { idNumber: [`990101${digits(12)}`], phone: [`1${digits(10)}`] };
  return recorded({
    ...common,
    about: entityId('', 'party', `P${number}`),
    kind: 'Person',
    ends: null,
    properties: { name: [nameOf()], gender: ['male'], ...numbers },
    key: `P${number}`,
  });
}
function tie(number: number): Assertion {
  const [from, to] = [random(people), random(people)].map((one) => entityId('', 'party', `P${one}`)) as [
    string,
    string,
  ];
  const ends = { kind: 'classmate', from, to, role: '' } as const;
  return recorded({
    ...common,
    about: tieId(ends.kind, from, to, ''),
    kind: 'Associate',
    ends,
    properties: {},
    key: `T${number}`,
  });
}

/** Of this process, so that a busy machine does not blur the figure. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const seconds = (from: number): number => (performance.now() - from) / 1_000;
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

const folder = mkdtempSync(join(tmpdir(), 'facts-put-'));
try {
  const path = join(folder, 'facts.sqlite');
  const facts = openSqliteFacts(path);
  const batch = await facts.begin('b_bench');
  let putSeconds = 0;
  let putCpuSeconds = 0;
  for (const make of [person, tie]) {
    let own = 0;
    for (let from = 0; from < people; from += chunk) {
      const rows = Array.from({ length: Math.min(chunk, people - from) }, (_, at) => make(from + at));
      const start = performance.now();
      const cpuStart = cpuSeconds();
      await batch.put(rows);
      own += seconds(start);
      putCpuSeconds += cpuSeconds() - cpuStart;
    }
    console.error(`${make.name}: ${Math.round(people / own)} assertions/s before the commit`);
    putSeconds += own;
  }
  const commitStart = performance.now();
  const commitCpuStart = cpuSeconds();
  await batch.commit();
  putCpuSeconds += cpuSeconds() - commitCpuStart;
  const commitSeconds = seconds(commitStart);

  const audience = audienceOf([]);
  const clocks = { trueAt: day, knownAt: day };
  const first = await facts.search(audience, clocks, 'P1', { limit: 1 });
  const someone = (): string => entityId('', 'party', `P${random(people)}`);
  const kinds: Record<string, () => string> = {
    'one character': () => skewed(given),
    surname: () => skewed(surnames),
    'two characters': () => skewed(surnames) + skewed(given),
    'three characters': () => skewed(surnames) + skewed(given) + skewed(given),
    pinyin: () => ['wang', 'zhangwei', 'lifang', 'zengguo', 'shan', 'qiumin'][random(6)]!,
    initials: () => ['zw', 'lxm', 'w', 'zgq', 'cym'][random(5)]!,
    'part of a number': () => digits(4 + random(3)),
    key: () => `P${random(people)}`,
  };
  const search: Record<string, { p50: number; p99: number; max: number }> = {};
  for (const [kind, query] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let run = 0; run < 100; run++) {
      const start = performance.now();
      await facts.search(audience, clocks, query(), { limit: 50 });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    search[kind] = {
      p50: round(percentile(times, 0.5)),
      p99: round(percentile(times, 0.99)),
      max: round(times.at(-1)!),
    };
  }
  const tieTimes: number[] = [];
  for (let run = 0; run < 1_000; run++) {
    const start = performance.now();
    await facts.ties(audience, clocks, [someone()], { limit: 50 });
    tieTimes.push(performance.now() - start);
  }
  tieTimes.sort((a, b) => a - b);
  const countStart = performance.now();
  await facts.counts(audience, clocks);
  const countSeconds = seconds(countStart);
  const scanStart = performance.now();
  let scanned = 0;
  for await (const part of facts.scan(audience, clocks, {})) scanned += part.length;
  const report = {
    people,
    ties: people,
    putSeconds: round(putSeconds),
    commitSeconds: round(commitSeconds),
    assertionsPerSecond: Math.round((2 * people) / (putSeconds + commitSeconds)),
    cpuSeconds: round(putCpuSeconds),
    assertionsPerCpuSecond: Math.round((2 * people) / putCpuSeconds),
    megabytes: Math.round(statSync(path).size / 1e6),
    rssMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    found: first.hits.length,
    searchMs: search,
    tiesOfOneMs: { p50: round(percentile(tieTimes, 0.5)), p99: round(percentile(tieTimes, 0.99)) },
    countSeconds: round(countSeconds),
    scan: { rows: scanned, seconds: round(seconds(scanStart)) },
  };
  console.log(JSON.stringify(report, null, 2));
  await facts.close();
} finally {
  rmSync(folder, { recursive: true });
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
