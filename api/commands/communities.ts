import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { type Command, type ExitCode, numberOption, textOption, WrongUsage } from './command.ts';
import { communitiesOfEdges, edgesOptions } from './edges.ts';
import { write } from './output.ts';
import { kindsOption, storeOptions, withStore } from './store.ts';

export const communities: Command = {
  name: 'communities',
  summary: {
    zh: '社群：谁与谁成团，其中哪些是公职人员、哪些是嫌疑人',
    en: 'communities, and who in them is official or suspect',
  },
  usage: '[--edges FILE.csv] [--algorithm louvain] [--resolution G] [--seed N] [--kinds K,...] [--out FILE]',
  options: {
    ...storeOptions,
    ...edgesOptions,
    algorithm: { type: 'string' },
    resolution: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    kinds: { type: 'string' },
    out: { type: 'string' },
  },
  async run(given) {
    const algorithm = textOption(given, 'algorithm') ?? 'louvain';
    if (algorithm !== 'louvain') throw new WrongUsage(`--algorithm: louvain, not ${algorithm}`);
    if (textOption(given, 'resolution') === 'auto') throw new WrongUsage('--resolution: a number');
    const resolution = numberOption(given, 'resolution', { least: 0.01, most: 100, integer: false }) ?? 1;
    const seed = numberOption(given, 'seed', { least: 0, most: 2 ** 31 }) ?? 1;
    numberOption(given, 'runs', { least: 1, most: 1 });
    const edges = textOption(given, 'edges');
    if (edges !== undefined) return communitiesOfEdges(given, edges, { resolution, seed });
    return withStore<ExitCode>(given, async ({ installation, viewer, clocks, stamp, record }) => {
      requireRole(viewer.user, whoMay.analyse);
      const kinds = kindsOption(given);
      const found = await installation.services.communities(viewer.audience, clocks, viewer.purpose, {
        algorithm,
        resolution,
        seed,
        ...(kinds === undefined ? {} : { kinds }),
      });
      record('communities', [], { communities: found.communities.length });
      await write(given, { ...found, ...stamp });
      return 0;
    });
  },
};
