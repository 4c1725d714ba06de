/** Events added up by slot: arrays that live while one graph is made. */
export function createFoldSums(slots: number) {
  const counts = new Float64Array(slots);
  const sums = new Float64Array(slots);
  const first = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(slots).fill(Number.NEGATIVE_INFINITY);
  const grades = new Uint8Array(slots).fill(255);
  /** 1 where the columns cannot tell and the event rows have to be asked. */
  const exact = new Uint8Array(slots);
  return { counts, sums, first, last, grades, exact };
}
export type FoldSums = ReturnType<typeof createFoldSums>;
