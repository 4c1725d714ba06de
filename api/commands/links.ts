import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { bounds } from '../services/bounds.ts';
import { type Command, type ExitCode, numberOption } from './command.ts';
import { write } from './output.ts';
import { idsOption, kindsOption, storeOptions, withStore } from './store.ts';

export const links: Command = {
  name: 'links',
  summary: {
    zh: '哪些公职人员与哪些嫌疑人有关联，私人往来与公务往来分列',
    en: 'which officials are tied to which suspects, private ties apart from duty',
  },
  usage: '[--official ID,...] [--suspect ID,...|--gang ID] [--unit ID] [--kinds K,...] [--max-hops 3]',
  options: {
    ...storeOptions,
    official: { type: 'string' },
    suspect: { type: 'string' },
    gang: { type: 'string' },
    unit: { type: 'string' },
    kinds: { type: 'string' },
    'max-hops': { type: 'string' },
    limit: { type: 'string' },
    deadline: { type: 'string' },
    out: { type: 'string' },
  },
  run: (given) =>
    withStore<ExitCode>(given, async (reading) => {
      const { installation, viewer, clocks, stamp, record } = reading;
      requireRole(viewer.user, whoMay.explore);
      const [officials, suspects, gang, unit] = [
        await idsOption(given, reading, 'official'),
        await idsOption(given, reading, 'suspect'),
        (await idsOption(given, reading, 'gang'))?.[0],
        (await idsOption(given, reading, 'unit'))?.[0],
      ];
      const kinds = kindsOption(given);
      const found = await installation.services.links(viewer.audience, clocks, {
        maxHops: numberOption(given, 'max-hops', { least: 1, most: bounds.linkHops.most }) ?? bounds.linkHops.usual,
        limit: numberOption(given, 'limit', { least: 1, most: bounds.limit.most }) ?? bounds.limit.most,
        deadlineMs: (numberOption(given, 'deadline', { least: 0.001, most: 86_400, integer: false }) ?? 60) * 1_000,
        ...(officials === undefined ? {} : { officials }),
        ...(suspects === undefined ? {} : { suspects }),
        ...(gang === undefined ? {} : { gang }),
        ...(unit === undefined ? {} : { unit }),
        ...(kinds === undefined ? {} : { kinds }),
      });
      record('links', [...(officials ?? []), ...(suspects ?? [])], { links: found.links.length });
      await write(given, { ...found, ...stamp });
      return found.complete ? 0 : 3;
    }),
};
