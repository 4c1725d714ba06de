import { compareText } from '../../model/audience.ts';
import { type Csr, createCsr } from './csr.ts';
import { createGrowingFloats, createGrowingInts } from './growing.ts';

/** A graph read from rows `source, target, weight`. */
export interface EdgeListGraph {
  /** Id of each node, in order of text: comparing node numbers compares ids. */
  readonly ids: readonly string[];
  /** Number of each id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Parallel ties added up; `weights` is closeness. */
  readonly csr: Csr;
  /** Distinct pairs. */
  readonly edges: number;
  readonly rows: number;
  readonly selfLoops: number;
}

/** Collects rows one by one; `finish` makes the graph. Undirected: `a,b` and `b,a` are one tie and add up. A self-loop is
 * counted and left out, its node stays. Cost O(E) and one sort of the ids. */
export function createEdgeList() {
  const met = new Map<string, number>();
  const from = createGrowingInts();
  const to = createGrowingInts();
  const weights = createGrowingFloats();
  let rows = 0;
  let selfLoops = 0;

  function numberOf(id: string): number {
    const known = met.get(id);
    if (known !== undefined) return known;
    met.set(id, met.size);
    return met.size - 1;
  }

  return {
    add(source: string, target: string, weight: number): void {
      rows++;
      const [a, b] = [numberOf(source), numberOf(target)];
      if (a === b) {
        selfLoops++;
        return;
      }
      from.push(a);
      to.push(b);
      weights.push(weight);
    },

    finish(): EdgeListGraph {
      const ids = sortIds([...met.keys()]);
      const renumbered = new Int32Array(ids.length);
      ids.forEach((id, number) => {
        renumbered[met.get(id)!] = number;
        met.set(id, number);
      });
      const csr = createCsr(
        {
          nodes: ids.length,
          from: renumber(from.take(), renumbered),
          to: renumber(to.take(), renumbered),
          weights: weights.take(),
        },
        'add',
      );
      return { ids, numbers: met, csr, edges: csr.targets.length / 2, rows, selfLoops };
    },
  };
}

/** By code points. The built-in order is by UTF-16 units: the same, and quicker, as long as no surrogates occur. */
function sortIds(ids: string[]): string[] {
  return ids.some((id) => /[\ud800-\udfff]/.test(id)) ? ids.sort(compareText) : ids.sort();
}

function renumber(ends: Int32Array, numbers: Int32Array): Int32Array {
  for (let at = 0; at < ends.length; at++) ends[at] = numbers[ends[at]!]!;
  return ends;
}
