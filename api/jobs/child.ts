import { createClock } from '../clock.ts';
import { readNeo4j } from '../environment.ts';
import { openInstallation } from '../installation.ts';
import { serveMethods } from '../process/serveMethods.ts';
import { type WorkContext, type WorkName, works } from './works.ts';

export interface JobMethods {
  work(name: WorkName, input: unknown): Promise<unknown>;
}

/** A job child: opens the data folder for reading, does one piece of work, and is ended by its parent. */
const [dataFolder, timeZone] = process.argv.slice(2);
if (dataFolder === undefined || timeZone === undefined) throw new Error('data folder and time zone are needed');

serveMethods<JobMethods>(
  {
    async work(name, input, { signal, progress }) {
      const installation = await openInstallation({
        dataFolder,
        access: 'read',
        graph: 'here',
        clock: createClock(timeZone),
        neo4j: readNeo4j(process.env),
      });
      try {
        const work = works[name] as (on: typeof installation, input: unknown, context: WorkContext) => Promise<unknown>; // RunWork binds name and input
        return await work(installation, input, {
          signal,
          onProgress: (phase, done, total) => progress({ phase, done, total }),
        });
      } finally {
        await installation.close();
      }
    },
  },
  process,
);
