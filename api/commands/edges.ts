import { edgeCommunities } from '../graph/edges/edgeCommunities.ts';
import { edgePaths } from '../graph/edges/edgePaths.ts';
import { edgeRank } from '../graph/edges/edgeRank.ts';
import type { Measured } from '../graph/edges/timing.ts';
import type { RankAsked } from '../graph/graph.ts';
import { type ExitCode, type Given, listOption, numberOption } from './command.ts';
import { write } from './output.ts';
import { required } from './required.ts';

/** Options of graph commands on an edge list; they need no store. */
export const edgesOptions = {
  edges: { type: 'string' },
  timing: { type: 'boolean' },
  repeat: { type: 'string' },
} as const;

const repeatOf = (given: Given): { repeat?: number } => {
  const repeat = numberOption(given, 'repeat', { least: 1, most: 1_000 });
  return repeat === undefined ? {} : { repeat };
};

async function print<T extends object>(given: Given, { result, timing }: Measured<T>): Promise<T> {
  await write(given, given.values.timing === true ? { ...result, timing } : result);
  return result;
}

export async function pathsOfEdges(
  given: Given,
  file: string,
  asked: { k: number; maxHops: number; deadlineMs: number },
): Promise<ExitCode> {
  const from = required(listOption(given, 'from'), 'from');
  const to = required(listOption(given, 'to'), 'to');
  const { cutAt } = await print(given, await edgePaths(file, { ...asked, from, to, ...repeatOf(given) }));
  return cutAt?.reason === 'deadline' || cutAt?.reason === 'memory' ? 3 : 0;
}

export async function communitiesOfEdges(
  given: Given,
  file: string,
  asked: { resolution: number; seed: number },
): Promise<ExitCode> {
  await print(given, await edgeCommunities(file, { ...asked, ...repeatOf(given) }));
  return 0;
}

export async function rankOfEdges(
  given: Given,
  file: string,
  asked: { measure: RankAsked['measure']; top: number },
): Promise<ExitCode> {
  await print(given, await edgeRank(file, { ...asked, ...repeatOf(given) }));
  return 0;
}
