import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { type ExportFormat, exportFormats } from '../services/exports/exports.ts';
import { type Command, type ExitCode, textOption, WrongUsage } from './command.ts';
import { required } from './required.ts';
import { idsOption, storeOptions, withStore } from './store.ts';

/** Formats of one file; the others are a folder of tables. */
const fileOf: Readonly<Partial<Record<ExportFormat, string>>> = {
  ftm: 'powang.ftm.json',
  gexf: 'powang.gexf',
  graphml: 'powang.graphml',
  xlsx: 'powang.xlsx',
};

export const exportCommand: Command = {
  name: 'export',
  summary: {
    zh: '导出：FollowTheMoney、表格、图文件、Neo4j 表',
    en: 'export: FollowTheMoney, tables, graph files, Neo4j tables',
  },
  usage: `--format ${exportFormats.join('|')} --out PATH [--ids ID,...] [--reason TEXT]`,
  options: {
    ...storeOptions,
    format: { type: 'string' },
    out: { type: 'string' },
    ids: { type: 'string' },
    reason: { type: 'string' },
  },
  run: (given) =>
    withStore<ExitCode>(given, async (reading) => {
      const { installation, viewer, clocks, stamp, record } = reading;
      requireRole(viewer.user, whoMay.explore);
      const format = exportFormats.find((one) => one === textOption(given, 'format'));
      if (format === undefined) throw new WrongUsage(`--format: one of ${exportFormats.join(', ')}`);
      const out = required(textOption(given, 'out'), 'out');
      const ids = (await idsOption(given, reading, 'ids')) ?? null;
      const head = {
        exportedAt: given.environment.now().toISOString(),
        user: viewer.user.name,
        purpose: viewer.purpose ?? '',
        reason: textOption(given, 'reason') ?? '',
        ...stamp,
      };
      const exported = await installation.services.exportPicture(viewer.audience, clocks, { format, ids, head });
      record('export', ids ?? [], { format, entities: exported.entities, ties: exported.ties });
      const file = fileOf[format];
      if (file === undefined) {
        await mkdir(out, { recursive: true });
        for (const [name, text] of Object.entries(exported.files)) await writeFile(join(out, name), text);
      } else {
        await writeFile(out, exported.files[file]!); // each format writes its file
        await writeFile(`${out}.NOTICE.txt`, exported.files['NOTICE.txt']!);
      }
      given.print(
        `${JSON.stringify({ format, out, entities: exported.entities, ties: exported.ties, leftOut: exported.leftOut, ...exported.cut, ...stamp }, null, 2)}\n`,
      );
      return exported.cut.complete ? 0 : 3;
    }),
};
