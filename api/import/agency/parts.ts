import { InvalidInput } from '../../../model/errors.ts';
import { type AgencyFormatName, agencyFormatNames } from '../../../model/vocabulary/agency.ts';
import { bundleFileNamed } from '../../../model/vocabulary/bundle.ts';
import type { ImportFormat } from '../options.ts';
import type { Bundle, BundlePart, MadeRows } from '../read/bundle.ts';
import type { PieceOptions } from '../read/pieces.ts';
import { silent } from '../readFile.ts';
import { eventRows } from './eventRows.ts';
import { holderRows } from './holderRows.ts';
import { type AgencyPlan, agencyPlans, entryReader } from './plans.ts';
import { type AgencyTable, openTable, readLines, type TableFault } from './records.ts';
import { createSurvey, type Survey } from './survey.ts';

/** A bundle, and the tables of agencies that lie in it as parts of it. */
export interface BundleWithTables extends Bundle {
  /** Files of the format named that cannot be read as such. */
  readonly unreadable: readonly { readonly name: string; readonly why: TableFault }[];
}
const isTable = (name: string): boolean => /\.(csv|txt)$/i.test(name);

/** Adds the tables of agencies as parts of the bundle: all files where a format of theirs was named; else those that are no file of
 * a bundle and have such a header. Everything after this is the bundle's own way. */
export async function withAgencyTables(bundle: Bundle, format: ImportFormat | null): Promise<BundleWithTables> {
  const named = agencyFormatNames.find((name) => name === format) ?? null;
  if (format !== null && named === null) return { ...bundle, unreadable: [] };
  const candidates = bundle.found.filter(
    ({ name }) => isTable(name) && (named !== null || bundleFileNamed(name) === undefined),
  );
  const tables = new Map<AgencyFormatName, AgencyTable[]>();
  const unreadable: { name: string; why: TableFault }[] = [];
  const taken = new Set<string>();
  for (const file of candidates) {
    const table = await openTable(file, named);
    if (typeof table === 'string') {
      if (named !== null) unreadable.push({ name: file.name, why: table });
      continue;
    }
    taken.add(file.name);
    const { format: found } = table.probe.layout;
    tables.set(found, [...(tables.get(found) ?? []), table]);
  }
  const own = named === null ? bundle.parts : [];
  const made = [...tables].flatMap(([name, of]) => partsOf(agencyPlans[name], of));
  const twice = made.find(
    (part) => part.made?.derived === false && own.some(({ file }) => file.name === part.file.name),
  );
  if (twice !== undefined)
    throw new InvalidInput(
      'path',
      `${twice.file.file} and a table of the same kind: import one after the other`,
      'mixed_formats',
    );
  const faulty = new Set(unreadable.map(({ name }) => name));
  const others = named === null ? bundle.unknown : bundle.found.map(({ name }) => name);
  return {
    ...bundle,
    parts: [...own, ...made],
    unknown: others.filter((name) => !taken.has(name) && !faulty.has(name)),
    repeated: named === null ? bundle.repeated : [],
    unreadable,
  };
}

function partsOf(plan: AgencyPlan, tables: readonly AgencyTable[]): BundlePart[] {
  let surveyed: Promise<Survey> | undefined;
  const survey = (options: SurveyOptions): Promise<Survey> => {
    surveyed ??= surveyTables(plan, tables, options);
    return surveyed;
  };
  const size = tables.reduce((sum, { file }) => sum + file.size, 0);
  const part = (name: string, pieces: MadeRows['pieces'], derived: boolean): BundlePart => ({
    file: bundleFileNamed(name)!, // the plans name files of the bundle
    size,
    read: nothing,
    made: { derived, pieces },
  });
  return [
    part(
      plan.holders.file,
      async function* (context, listener, options) {
        const known = await survey({ ...options, onBytes: listener.bytes });
        yield* holderRows(plan, tables, known, context, listener);
      },
      true,
    ),
    part(
      plan.events.file,
      async function* (_context, listener, options) {
        yield* eventRows(plan, tables, await survey(options), listener, options);
      },
      false,
    ),
  ];
}

interface SurveyOptions extends PieceOptions {
  readonly onBytes?: (count: number) => void;
}

async function surveyTables(
  plan: AgencyPlan,
  tables: readonly AgencyTable[],
  { onBytes, ...options }: SurveyOptions,
): Promise<Survey> {
  const survey = createSurvey(tables.map(({ file }) => file.name));
  const listener = onBytes === undefined ? silent : { ...silent, bytes: onBytes };
  for (const [number, table] of tables.entries()) {
    const read = entryReader(plan, table.probe.layout);
    for await (const lines of readLines(table, listener, options))
      for (const line of lines) {
        const entry = read(line);
        if ('own' in entry) survey.take(entry, number, line.line);
      }
  }
  return survey.finish();
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // what is read are the tables behind it
}
