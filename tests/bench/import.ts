/** The whole import of a big plain bundle, as a user runs it: rows a second, and the largest memory of the command with its
 * children. `node dist/tests/bench/import.js [people] [ties] [calls]`. Linux only (/proc). */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBulk } from '../../seed/index.ts';

const [people = 500_000, ties = 500_000, calls = 5_000_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'powang-import-'));
try {
  const rows = await writeBulk(folder, { people, ties, calls });
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const started = performance.now();
  const command = [
    new URL('../../api/cli.js', import.meta.url).pathname,
    'import',
    join(folder, 'bundle'),
    '--data',
    join(folder, 'data'),
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peakKb = 0;
  const watch = setInterval(() => {
    peakKb = Math.max(peakKb, treeKb(child.pid ?? 0));
  }, 250);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({
      code,
      rows: total,
      seconds: Math.round(seconds * 10) / 10,
      rowsPerSecond: Math.round(total / seconds),
      peakMb: Math.round(peakKb / 1024),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Resident memory of a process and all below it, in KB. */
function treeKb(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`) ? readQuietly(`/proc/${name}/stat`) : '';
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid) ?? 0));
  let sum = 0;
  for (const pid of parents.keys())
    if (below(pid)) sum += Number(/VmRSS:\s+(\d+)/.exec(readQuietly(`/proc/${pid}/status`))?.[1] ?? 0);
  return sum;
}

/** A process may end between the listing and the reading: then there is nothing to count. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
