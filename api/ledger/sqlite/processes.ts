import { readFileSync } from 'node:fs';

/** Tells whether the process that left a pid behind still lives. A pid alone is used again (after a restart of the machine,
 * and at once in a container, where it is always 1), so where the system tells when a process started, that is kept beside it. */
export function processMark(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name (second field) may hold blanks and brackets; the start time is field 22, the 20th after it.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    return ''; // not Linux, or gone: the pid has to do
  }
}

export function isAlive(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const present = processMark(pid);
  return mark === '' || present === '' || mark === present;
}
