import { PowangError } from '../model/errors.ts';
import { demonstrate } from '../seed/demonstrate.ts';
import { readEnvironment } from './environment.ts';
import { serve } from './serve.ts';

/** The server's entry: reads the environment, serves until told to stop, closes in order. */
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.once('SIGINT', () => stop.abort());

try {
  await serve({
    settings: readEnvironment(process.env),
    demonstrate,
    print: (text) => process.stdout.write(text),
    tell: (text) => process.stderr.write(`${text}\n`),
    signal: stop.signal,
  });
  process.exit(0);
} catch (error) {
  // Our own errors carry no data; of any other only the name and the place are told.
  const known = error instanceof PowangError;
  process.stderr.write(`powang: ${known ? `${error.code}: ${error.message}` : 'failed'}\n`);
  if (!known && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
}
