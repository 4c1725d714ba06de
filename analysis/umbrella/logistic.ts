/** Logistic regression with an L2 penalty on all coefficients but the first (the intercept), by Newton steps (iteratively reweighted
 * least squares). Rows are dense. Cost O(steps · n · k²) for n rows of k columns; stops when no coefficient moves by 1e-8. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  penalty: number,
): number[] {
  const columns = rows[0]?.length ?? 0;
  const beta = new Array<number>(columns).fill(0);
  for (let step = 0; step < 50; step++) {
    const gradient = new Float64Array(columns);
    const hessian = Array.from({ length: columns }, () => new Float64Array(columns));
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!;
      const p = logistic(dot(row, beta));
      const weight = Math.max(p * (1 - p), 1e-9);
      for (let i = 0; i < columns; i++) {
        if (row[i] === 0) continue;
        gradient[i]! += row[i]! * ((outcomes[r] ? 1 : 0) - p);
        const line = hessian[i]!;
        for (let j = 0; j <= i; j++) line[j]! += weight * row[i]! * row[j]!;
      }
    }
    for (let i = 0; i < columns; i++) {
      const shrink = i === 0 ? 1e-6 : penalty;
      gradient[i]! -= shrink * beta[i]!;
      hessian[i]![i]! += shrink;
      for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
    }
    const move = solve(hessian, gradient);
    let most = 0;
    for (let i = 0; i < columns; i++) {
      const bounded = Math.max(-4, Math.min(4, move[i]!)); // a full step may overshoot where outcomes separate
      beta[i]! += bounded;
      most = Math.max(most, Math.abs(bounded));
    }
    if (most < 1e-8) break;
  }
  return beta;
}

export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
export const logit = (p: number): number => Math.log(p / (1 - p));
export const dot = (row: readonly number[], beta: readonly number[]): number =>
  row.reduce((sum, value, i) => sum + value * beta[i]!, 0);

/** Gaussian elimination with partial pivoting; the matrix is positive definite by the penalty. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const a = matrix.map((line) => Float64Array.from(line));
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r]![i]!) > Math.abs(a[pivot]![i]!)) pivot = r;
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    [x[i], x[pivot]] = [x[pivot]!, x[i]!];
    for (let r = i + 1; r < n; r++) {
      const factor = a[r]![i]! / a[i]![i]!;
      if (factor === 0) continue;
      for (let c = i; c < n; c++) a[r]![c]! -= factor * a[i]![c]!;
      x[r]! -= factor * x[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) x[i]! -= a[i]![c]! * x[c]!;
    x[i]! /= a[i]![i]!;
  }
  return x;
}
