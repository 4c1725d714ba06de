import { destination, type Level, type Logger, pino } from 'pino';

/** The operator's log, on standard error: routes, statuses, times. Never names, ids, query texts or messages of unforeseen errors. */
export function createLog(level: Level | 'silent'): Logger {
  return pino(
    { level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` },
    destination({ fd: 2, sync: true }),
  );
}
