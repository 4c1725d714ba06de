import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckdbEvents } from '../../api/events/duckdb/createDuckdbEvents.ts';
import type { EventRow } from '../../api/events/events.ts';
import { audienceOf } from '../../model/audience.ts';
import { entityId, randomId } from '../../model/ids.ts';
import { eventIds } from './eventIds.ts';

/** Puts five million calls (or as many as the first argument says), folds them, asks every kind of question once, and prints
 * seconds and memory: `node dist/tests/bench/events-put.js [calls]`. */
const total = Number(process.argv[2] ?? 5_000_000);
const folder = await mkdtemp(join(tmpdir(), 'powang-bench-'));
const ids = eventIds(500_000);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  peak = Math.max(peak, process.memoryUsage.rss());
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const cpu = ((user + system) / 1e6).toFixed(2);
  console.log(
    `${what.padEnd(24)} ${seconds.padStart(7)} s  cpu ${cpu.padStart(7)} s  peak ${Math.round(peak / 1e6)} MB so far`,
  );
  return result;
}

async function* calls(seed: number): AsyncGenerator<EventRow[]> {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let made = 0; made < total; made += 4096) {
    const rows: EventRow[] = [];
    for (let line = made; line < Math.min(total, made + 4096); line++) {
      const [from, to] = [next(2_000), next(500_000)];
      rows.push({
        from: ids[from]!,
        to: ids[to]!,
        fromGiven: `138${String(from).padStart(8, '0')}`,
        toGiven: `139${String(to).padStart(8, '0')}`,
        group: null,
        atSeconds: 1_600_000_000 + next(94_608_000),
        untilSeconds: null,
        amount: next(900),
        count: 1,
        detail: line % 5 === 0 ? 'sms' : 'voice',
        note: '',
        onDuty: null,
        source: 'telecom',
        origin: 'telecom',
        grade: 7,
        compartment: line % 50 === 0 ? 'sealed' : 'general',
        approval: `A-${from}`,
        knownDay: 19_000,
        file: 'calls.csv',
        line,
      });
    }
    yield rows;
  }
}

const batch = randomId('b');
const audience = audienceOf(['sealed']);
const clocks = { trueAt: '2026-01-01', knownAt: '2026-01-01' };
try {
  const events = await createDuckdbEvents({ folder });
  await timed('making the rows alone', async () => {
    for await (const rows of calls(7)) if (rows.length === 0) throw new Error('no rows');
  });
  const put = await timed(`put ${total} calls`, () => events.put(batch, 'calls', calls(7), { stored: [] }));
  const files = await readdir(join(folder, 'calls', `batch=${batch}`));
  let bytes = 0;
  for (const name of files) bytes += (await stat(join(folder, 'calls', `batch=${batch}`, name))).size;
  console.log(`${put.rows} rows in ${files.length} files, ${Math.round(bytes / 1e6)} MB`, put.digests);
  await timed('fold of the batch', async () => {
    let pairs = 0;
    for await (const rows of events.foldBatch(batch, 'calls')) pairs += rows.length;
    console.log(`${pairs} pairs`);
  });
  await timed('the same file again', async () => {
    const again = await events.put(randomId('b'), 'calls', calls(7), { stored: [batch] });
    console.log(`${again.rows} rows`);
  });
  const officials = ids.slice(0, 1_000);
  const suspects = ids.slice(1_000, 2_000);
  const duties = officials.slice(0, 200).map((official, at) => ({
    official,
    other: suspects[at]!,
    fromSeconds: 1_620_000_000,
    toSeconds: 1_640_000_000,
    reason: `case:${entityId('', 'case', String(at))}`,
  }));
  const instants = officials.slice(0, 100).map((person) => ({ person, atSeconds: 1_650_000_000 }));
  const session = await timed('open', () =>
    events.open(audience, clocks, [batch], { officials, suspects, duties, instants }),
  );
  const pair = { kind: 'calls', from: ids[3]!, to: null, either: true } as const;
  const show = (rows: readonly unknown[]) => console.log(`${rows.length} rows`);
  await timed('folds of 50 entities', async () =>
    show(await session.facts('folds', { kind: 'calls', entities: ids.slice(0, 50) })),
  );
  await timed('contactByPair', async () => show(await session.facts('contactByPair', { kind: 'calls' })));
  await timed('contactTotals', async () => show(await session.facts('contactTotals', { kind: 'calls' })));
  await timed('ownDays', async () => show(await session.facts('ownDays', { kind: 'calls' })));
  await timed('contactsBefore', async () =>
    show(await session.facts('contactsBefore', { kind: 'calls', beforeSeconds: 172_800 })),
  );
  await timed('rowsBehind', async () => show(await session.facts('rowsBehind', { ...pair, limit: 500 })));
  await timed('rowsBehind, one pair', async () =>
    show(await session.facts('rowsBehind', { kind: 'calls', from: ids[3]!, to: ids[5]!, limit: 500 })),
  );
  await timed('countBehind', async () => console.log((await session.facts('countBehind', pair))[0]));
  await timed('folds of everything', async () => show(await session.facts('folds', { kind: 'calls' })));
  await session.close();
  await timed('erase one approval', async () =>
    console.log((await events.erase({ approvals: ['A-3'] })).rows, 'rows erased'),
  );
  await events.close();
} finally {
  clearInterval(watch);
  await rm(folder, { recursive: true, force: true });
}
