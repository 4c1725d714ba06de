import { createClock } from '../clock.ts';
import { readNeo4j } from '../environment.ts';
import { openInstallation } from '../installation.ts';
import { serveMethods } from '../process/serveMethods.ts';
import type { ResidentMethods } from './residentMethods.ts';
import { residentMethods } from './serveResident.ts';

/** The resident process: `residentChild.js DATA-FOLDER EVENTS-MB`. Reads facts and ledger, owns the columns and the event engine.
 * It asks nobody for the day: every question names its clocks. */
const [, , dataFolder, eventsMemoryMb] = process.argv;
if (dataFolder === undefined) throw new Error('the data folder is missing');
const installation = await openInstallation({
  dataFolder,
  access: 'read',
  graph: 'here',
  clock: createClock('UTC'),
  neo4j: readNeo4j(process.env),
  ...(eventsMemoryMb === undefined ? {} : { eventsMemoryMb: Number(eventsMemoryMb) }),
});
serveMethods<ResidentMethods>(residentMethods(installation), process, () => installation.close());
