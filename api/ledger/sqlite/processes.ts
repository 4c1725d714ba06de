import { readFileSync } from 'node:fs';

/** Tells whether the process that left a pid behind still lives. A pid alone is used again (after a restart of the machine,
 * and at once in a container, where it is always 1), so where the system tells when a process started, that is kept beside it. */
export function processMark(pid: number): string {
  const status = processStatus(pid);
  if (status === undefined) return '';
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${status[19] ?? ''}`; // the start time is field 22
}

/** Fields of /proc/PID/stat from the third on: the second, the name, may hold blanks and brackets. */
function processStatus(pid: number): readonly string[] | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // not Linux, or gone: the pid has to do
  }
}
/** Ended, and not yet collected by its parent: where the first process of a container collects nobody, that may last for ever. */
const ended = new Set(['Z', 'X']);

export function isAlive(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (ended.has(processStatus(pid)?.[0] ?? '')) return false;
  const present = processMark(pid);
  return mark === '' || present === '' || mark === present;
}
