import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInput, NotFound } from '../../../model/errors.ts';
import { type Id, randomId } from '../../../model/ids.ts';
import type { ImportReport } from '../../import/rows/report.ts';

const taken = /\.(zip|csv|tsv|txt|xlsx|json|jsonl|ijson|ndjson|ftm|gexf|graphml|xml|edgelist|edges)$/i;

export interface Upload {
  readonly path: string;
  /** What the person called the file. */
  readonly name: string;
  remove(): Promise<void>;
}

/** Files on their way into an import: written under a random name, deleted when the job ends, the folder emptied at each start. */
export function createUploads(folder: string, mostReports = 50) {
  const reports = new Map<Id, { owner: Id; report: ImportReport }>();
  return {
    clear: () => rm(folder, { recursive: true, force: true }),

    async receive(stream: Readable, givenName: string, signal: AbortSignal): Promise<Upload> {
      const name = basename(decodedName(givenName)).slice(-200);
      if (!taken.test(name))
        throw new InvalidInput(
          'header.x-filename',
          'a .zip, a .csv, or a file of one of the formats that are taken in',
        );
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${randomId('f')}${extname(name).toLowerCase()}`);
      const remove = () => rm(path, { force: true });
      try {
        await pipeline(stream, createWriteStream(path, { mode: 0o600 }), { signal });
      } catch (error) {
        await remove();
        throw error;
      }
      return { path, name, remove };
    },

    /** The report of an import that kept nothing: it has no batch to stand under. */
    keepReport(owner: Id, report: ImportReport): Id {
      const id = randomId('p');
      reports.set(id, { owner, report });
      if (reports.size > mostReports) reports.delete(reports.keys().next().value!);
      return id;
    },
    report(owner: Id, id: Id): ImportReport {
      const found = reports.get(id);
      if (found === undefined || found.owner !== owner) throw new NotFound();
      return found.report;
    },
  };
}
export type Uploads = ReturnType<typeof createUploads>;

/** Headers are ASCII: a Chinese name comes percent-encoded. */
function decodedName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InvalidInput('header.x-filename', 'the file name is percent-encoded UTF-8');
  }
}
