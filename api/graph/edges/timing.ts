import { performance } from 'node:perf_hooks';

/** What `--timing` adds: from open file to ready graph, each run of the algorithm alone, most memory. Nothing is kept between runs. */
export interface Timing {
  readonly loadMs: number;
  readonly runMs: readonly number[];
  readonly peakRssMb: number;
}
export interface Measured<T> {
  readonly result: T;
  readonly timing: Timing;
}

export async function measured<G, T>(
  load: () => Promise<G>,
  run: (graph: G) => T,
  repeat = 1,
): Promise<Measured<T> & { readonly graph: G }> {
  const start = performance.now();
  const graph = await load();
  const loadMs = round(performance.now() - start);
  const runMs: number[] = [];
  let result = timed(() => run(graph), runMs);
  for (let again = 1; again < repeat; again++) result = timed(() => run(graph), runMs);
  const kilobytes = process.resourceUsage().maxRSS;
  return { graph, result, timing: { loadMs, runMs, peakRssMb: round(kilobytes / 1024) } };
}

function timed<T>(work: () => T, into: number[]): T {
  const start = performance.now();
  const result = work();
  into.push(round(performance.now() - start));
  return result;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
