import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isAlive, processMark } from '../../../api/ledger/sqlite/processes.ts';

test('this process lives, by its pid and by its start', () => {
  expect(isAlive(process.pid, processMark(process.pid))).toBe(true);
  expect(isAlive(process.pid, '')).toBe(true);
});

test.skipIf(!existsSync('/proc/self/stat'))('another process under the same pid is not the one that was', () => {
  expect(isAlive(process.pid, 'another boot/1')).toBe(false);
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'one that ended and was never collected by its parent is dead',
  async () => {
    // The shell becomes a sleeper, which collects no children.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line).trim());
      const mark = processMark(pid);
      while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await pause(10);
      expect(isAlive(pid, mark)).toBe(false);
      expect(isAlive(pid, '')).toBe(false);
    } finally {
      parent.kill('SIGKILL');
    }
  },
);
