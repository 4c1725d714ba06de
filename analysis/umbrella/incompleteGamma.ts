import { logGamma } from './logGamma.ts';

const tiny = 1e-300;
const precise = 1e-15;
const mostTerms = 10_000;

/** ln Γ(a, x), the upper incomplete gamma function, for a > 0 and x > 0. Series of the lower one below a + 1, Lentz's continued
 * fraction above (Press et al., Numerical Recipes, 6.2); in logarithms, so that neither end underflows. */
export function logUpperGamma(a: number, x: number): number {
  const logFront = a * Math.log(x) - x;
  if (x >= a + 1) return logFront + Math.log(fraction(a, x));
  const lower = Math.exp(logFront - logGamma(a)) * series(a, x); // regularised, below 1 here
  return logGamma(a) + Math.log1p(-lower);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > sum * precise; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < mostTerms; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < precise) break;
  }
  return h;
}

const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
