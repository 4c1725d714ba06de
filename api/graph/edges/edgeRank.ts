import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import { compareValues, type Measure, measures } from '../engine/rank.ts';
import { readEdges } from './readEdges.ts';
import { type Measured, measured } from './timing.ts';

export interface EdgeRank extends Cut {
  readonly measure: Measure;
  readonly items: readonly { readonly id: string; readonly value: number; readonly rank: number }[];
  /** Null: the measures of this list are exact. */
  readonly errorBound: null;
}

/** Values of an edge list's nodes, best first, then by id. Of components the value is the component's number, 1 the largest. */
export async function edgeRank(
  path: string,
  asked: { measure: Measure; top: number; repeat?: number },
): Promise<Measured<EdgeRank>> {
  const {
    graph,
    result: values,
    timing,
  } = await measured(
    () => readEdges(path),
    ({ csr }) => measures[asked.measure](csr),
    asked.repeat,
  );
  const { ids } = graph;
  const order = ids
    .map((_, node) => node)
    .sort((a, b) => compareValues(asked.measure, values[a]!, values[b]!) || a - b);
  const items = order
    .slice(0, asked.top)
    .map((node, place) => ({ id: ids[node]!, value: values[node]!, rank: place + 1 }));
  const cut = order.length > asked.top ? cutByLimit(asked.top) : whole(asked.top);
  return { result: { measure: asked.measure, items, errorBound: null, ...cut }, timing };
}
