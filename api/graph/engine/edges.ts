/** The ties of a reader's graph, one a place. Stored ties come first, folded events after them. */
export interface Edges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Place in `tieKindNames`. */
  readonly kind: Uint8Array;
  /** 1 where an office explains it. */
  readonly duty: Uint8Array;
  /** Best grade: least gradeRank. */
  readonly grade: Uint8Array;
  /** Number of the stored tie; -1 of a fold. */
  readonly tie: Int32Array;
  /** Where the folds start; what follows is by fold. */
  readonly firstFold: number;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly firstSeconds: Float64Array;
  readonly lastSeconds: Float64Array;
  readonly reasons: readonly (string | null)[];
}

export interface FoldDetails {
  readonly count: number;
  readonly sum: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly reason: string | null;
}

/** Events behind a fold; 1 of a stored tie. */
export const countOf = ({ firstFold, counts }: Edges, edge: number): number =>
  edge < firstFold ? 1 : counts[edge - firstFold]!;

/** Collects edges into arrays of about the right size: `ties` and `folds` are the most expected, more is possible. */
export function createEdgeCollector(ties: number, folds: number) {
  let from = new Int32Array(ties + folds);
  let to = new Int32Array(ties + folds);
  let kind = new Uint8Array(ties + folds);
  let duty = new Uint8Array(ties + folds);
  let grade = new Uint8Array(ties + folds);
  let tie = new Int32Array(ties + folds);
  let counts = new Float64Array(folds);
  let sums = new Float64Array(folds);
  let firstSeconds = new Float64Array(folds);
  let lastSeconds = new Float64Array(folds);
  const reasons: (string | null)[] = [];
  let count = 0;

  function growEdges(): void {
    const length = count * 2 + 1024;
    from = widened(from, new Int32Array(length));
    to = widened(to, new Int32Array(length));
    kind = widened(kind, new Uint8Array(length));
    duty = widened(duty, new Uint8Array(length));
    grade = widened(grade, new Uint8Array(length));
    tie = widened(tie, new Int32Array(length));
  }

  function growFolds(): void {
    const length = reasons.length * 2 + 1024;
    counts = widened(counts, new Float64Array(length));
    sums = widened(sums, new Float64Array(length));
    firstSeconds = widened(firstSeconds, new Float64Array(length));
    lastSeconds = widened(lastSeconds, new Float64Array(length));
  }

  function addTie(
    a: number,
    b: number,
    kindNumber: number,
    isDuty: boolean,
    gradeRank: number,
    tieNumber: number,
  ): void {
    if (count === from.length) growEdges();
    from[count] = a;
    to[count] = b;
    kind[count] = kindNumber;
    duty[count] = isDuty ? 1 : 0;
    grade[count] = gradeRank;
    tie[count++] = tieNumber;
  }

  return {
    addTie,
    /** After all stored ties. */
    addFold(a: number, b: number, kindNumber: number, isDuty: boolean, gradeRank: number, details: FoldDetails): void {
      addTie(a, b, kindNumber, isDuty, gradeRank, -1);
      const fold = reasons.length;
      if (fold === counts.length) growFolds();
      counts[fold] = details.count;
      sums[fold] = details.sum;
      firstSeconds[fold] = details.firstSeconds;
      lastSeconds[fold] = details.lastSeconds;
      reasons.push(details.reason);
    },
    finish: (): Edges => ({
      count,
      from: from.slice(0, count),
      to: to.slice(0, count),
      kind: kind.slice(0, count),
      duty: duty.slice(0, count),
      grade: grade.slice(0, count),
      tie: tie.slice(0, count),
      firstFold: count - reasons.length,
      counts: counts.slice(0, reasons.length),
      sums: sums.slice(0, reasons.length),
      firstSeconds: firstSeconds.slice(0, reasons.length),
      lastSeconds: lastSeconds.slice(0, reasons.length),
      reasons,
    }),
  };
}
export type EdgeCollector = ReturnType<typeof createEdgeCollector>;

function widened<T extends Int32Array | Uint8Array | Float64Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
