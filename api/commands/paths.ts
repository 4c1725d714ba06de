import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { bounds } from '../services/bounds.ts';
import { type Command, type ExitCode, numberOption, textOption } from './command.ts';
import { edgesOptions, pathsOfEdges } from './edges.ts';
import { write } from './output.ts';
import { required } from './required.ts';
import { idsOption, kindsOption, storeOptions, withStore } from './store.ts';

export const paths: Command = {
  name: 'paths',
  summary: { zh: '两组对象之间的路径（k 条，跳数最少）', en: 'paths between two sets, the k with fewest hops' },
  usage:
    '--from ID,... --to ID,... [--k 10] [--max-hops 6] [--kinds K,...] [--from-date D] [--to-date D] [--edges FILE.csv]',
  options: {
    ...storeOptions,
    ...edgesOptions,
    from: { type: 'string' },
    to: { type: 'string' },
    k: { type: 'string' },
    'max-hops': { type: 'string' },
    kinds: { type: 'string' },
    'from-date': { type: 'string' },
    'to-date': { type: 'string' },
    duty: { type: 'string' },
    deadline: { type: 'string' },
    out: { type: 'string' },
  },
  async run(given) {
    const k = numberOption(given, 'k', { least: 1, most: bounds.k.most }) ?? bounds.k.usual;
    const maxHops = numberOption(given, 'max-hops', { least: 1, most: bounds.hops.most }) ?? bounds.hops.usual;
    const deadlineMs = (numberOption(given, 'deadline', { least: 0.001, most: 86_400, integer: false }) ?? 60) * 1_000;
    const edges = textOption(given, 'edges');
    if (edges !== undefined) return pathsOfEdges(given, edges, { k, maxHops, deadlineMs });
    return withStore<ExitCode>(given, async (reading) => {
      const { installation, viewer, clocks, stamp, record } = reading;
      requireRole(viewer.user, whoMay.explore);
      const from = required(await idsOption(given, reading, 'from'), 'from');
      const to = required(await idsOption(given, reading, 'to'), 'to');
      const kinds = kindsOption(given);
      const fromDate = textOption(given, 'from-date');
      const toDate = textOption(given, 'to-date');
      const found = await installation.services.paths.between(viewer.audience, clocks, {
        from,
        to,
        k,
        maxHops,
        deadlineMs,
        duty: textOption(given, 'duty') === 'exclude' ? 'exclude' : 'include',
        ...(kinds === undefined ? {} : { kinds }),
        ...(fromDate === undefined ? {} : { fromDate }),
        ...(toDate === undefined ? {} : { toDate }),
      });
      record('paths', [...from, ...to], { paths: found.paths.length });
      await write(given, { ...found, ...stamp });
      return found.cutAt !== null && found.cutAt.reason !== 'limit' && found.cutAt.reason !== 'hops' ? 3 : 0;
    });
  },
};
