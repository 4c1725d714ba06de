import type { RankAsked } from '../graph/graph.ts';
import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { type Command, type ExitCode, numberOption, textOption, WrongUsage } from './command.ts';
import { edgesOptions, rankOfEdges } from './edges.ts';
import { write } from './output.ts';
import { storeOptions, withStore } from './store.ts';

const measures: readonly RankAsked['measure'][] = ['degree', 'components', 'pagerank'];

export const rank: Command = {
  name: 'rank',
  summary: {
    zh: '中心性与连通分量，仅供定位，不用于评价任何人',
    en: 'centrality and components, for orientation only: it scores nobody',
  },
  usage: '[--edges FILE.csv] --measure degree|components|pagerank [--top 100]',
  options: {
    ...storeOptions,
    ...edgesOptions,
    measure: { type: 'string' },
    top: { type: 'string' },
    out: { type: 'string' },
  },
  async run(given) {
    const text = textOption(given, 'measure');
    const measure = measures.find((one) => one === text);
    if (measure === undefined) throw new WrongUsage(`--measure: one of ${measures.join(', ')}`);
    const top = numberOption(given, 'top', { least: 1, most: 1_000_000 }) ?? 100;
    const edges = textOption(given, 'edges');
    if (edges !== undefined) return rankOfEdges(given, edges, { measure, top });
    return withStore<ExitCode>(given, async ({ installation, viewer, clocks, stamp, record }) => {
      requireRole(viewer.user, whoMay.analyse);
      const found = await installation.services.rank(viewer.audience, clocks, viewer.purpose, { measure, top });
      record('rank', [], { measure, listed: found.items.length });
      await write(given, { ...found, ...stamp });
      return 0;
    });
  },
};
