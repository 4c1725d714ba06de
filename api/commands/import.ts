import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rejectReasons } from '../../model/basis/rejects.ts';
import { InvalidInput } from '../../model/errors.ts';
import { bundleFiles } from '../../model/vocabulary/bundle.ts';
import { withAgencyTables } from '../import/agency/parts.ts';
import { formatOfName, isForeignFormat } from '../import/foreign/formats.ts';
import { type ImportFormat, importFormats } from '../import/options.ts';
import { createImporter } from '../import/process.ts';
import { findFiles, openBundle } from '../import/read/bundle.ts';
import { readLimits } from '../import/read/limits.ts';
import { writeTemplate } from '../import/template.ts';
import { type Command, textOption, WrongUsage } from './command.ts';
import { endDemonstration } from './endDemonstration.ts';

export const importCommand: Command = {
  name: 'import',
  summary: {
    zh: '导入数据包（文件夹或 .zip）、银行流水、通话详单或其他软件的文件',
    en: "import a bundle (a folder or a .zip), bank flow, call records, or another tool's file",
  },
  usage:
    'PATH... [--format bundle|bank-flow|call-record|ftm|gexf|graphml|edges|neo4j-csv|bods] [--approval ID] [--source NAME] [--compartment C] [--namespace NS] [--strict] [--dry-run] [--out REJECTED.csv] | --template DIR',
  options: {
    data: { type: 'string' },
    format: { type: 'string' },
    approval: { type: 'string' },
    source: { type: 'string' },
    compartment: { type: 'string' },
    namespace: { type: 'string' },
    strict: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    out: { type: 'string' },
    template: { type: 'string' },
  },
  async run(given) {
    const template = textOption(given, 'template');
    if (template !== undefined) {
      given.print(`${JSON.stringify({ files: await writeTemplate(template) }, null, 2)}\n`);
      return 0;
    }
    const [first] = given.positionals;
    if (first === undefined) throw new WrongUsage('powang import PATH...');
    const format = formatOf(textOption(given, 'format'), given.positionals);
    const { environment } = given;
    const dataFolder = textOption(given, 'data') ?? environment.data;
    const importer = createImporter({ dataFolder, timeZone: environment.timeZone });
    const dryRun = given.values['dry-run'] === true;
    await (format !== null && isForeignFormat(format)
      ? mustHoldFiles(given.positionals)
      : mustHoldSomething(given.positionals, format));
    const options = {
      paths: given.positionals,
      format,
      namespace: textOption(given, 'namespace') ?? '',
      source: textOption(given, 'source') ?? null,
      compartment: textOption(given, 'compartment') ?? null,
      approval: textOption(given, 'approval') ?? null,
      strict: given.values.strict === true,
      dryRun,
      rejectsPath: textOption(given, 'out') ?? (await besideInput(first)),
      user: 'u_local',
      account: environment.account,
      purpose: null,
      demonstration: false,
      allowedCompartments: null,
    };
    const { account, timeZone } = environment;
    const refused = dryRun
      ? undefined
      : await endDemonstration({ dataFolder, timeZone, importer, account, tell: given.tell }, options);
    const report =
      refused ??
      (await importer.run(options, {
        signal: given.signal,
        onProgress: ({ phase, done, total }) => given.progress(phase, done, total),
      }));
    given.tell(`${report.rowsPerSecond.toLocaleString('en')} rows/s, ${report.seconds} s`);
    given.print(`${JSON.stringify(report, null, 2)}\n`);
    if (report.refused) return 1;
    return report.rejected > 0 ? 3 : 0;
  },
};

/** The format named, else the one that every path shows by its name; null: a bundle, or tables of agencies. */
function formatOf(named: string | undefined, paths: readonly string[]): ImportFormat | null {
  if (named !== undefined) {
    const format = importFormats.find((name) => name === named);
    if (format !== undefined) return format;
    throw new WrongUsage(`--format: ${importFormats.join(', ')}, not ${named}`);
  }
  const shown = new Set(paths.map(formatOfName));
  return shown.size === 1 ? ([...shown][0] ?? null) : null;
}

/** Where nothing is to be read nothing is begun: no batch, and no end of the demonstration. */
async function mustHoldSomething(paths: readonly string[], format: ImportFormat | null): Promise<void> {
  const bundle = await openBundle(paths, bundleFiles);
  try {
    const { parts, unreadable } = await withAgencyTables(bundle, format);
    if (parts.length > 0) return;
    const [first] = unreadable;
    if (first === undefined) throw new InvalidInput('path', 'no file of a bundle is in it', 'unknown_file');
    throw new InvalidInput('path', `${first.name}: ${rejectReasons[first.why].en}`, first.why);
  } finally {
    bundle.close();
  }
}

async function mustHoldFiles(paths: readonly string[]): Promise<void> {
  const found = await findFiles(paths, readLimits);
  found.close();
  if (found.files.length === 0) throw new InvalidInput('path', 'there is no file in it', 'unknown_file');
}

async function besideInput(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true ? join(path, '..', 'rejected.csv') : join(dirname(path), 'rejected.csv');
}
