import { logUpperGamma } from './incompleteGamma.ts';
import { logGamma } from './logGamma.ts';
import { rules } from './rules.ts';

/** Prior on the ratio of a person's rate to what is expected of his peers: Gamma(shape, rate) above 1, mean shape / rate before that cut. */
export interface RatioPrior {
  readonly shape: number;
  readonly rate: number;
}

/** ln Bayes factor of a count: rate ratio from the prior against the null.
 *
 * Null: ratio ~ Gamma(κ, κ), where `spread` κ says how uneven peers are (∞: a plain Poisson count). Alternative: ratio ~ Gamma(a, b)
 * restricted to ratios above 1, as protecting somebody never lowers a count. With n observed and E expected, without n ln E − ln n!:
 *   ln P(n | alternative) = ln Γ(a+n, b+E) − (a+n) ln(b+E) − ln Γ(a, b) + a ln b        Γ(·, ·) the upper incomplete gamma function
 *   ln P(n | null)        = ln Γ(κ+n) − (κ+n) ln(κ+E) − ln Γ(κ) + κ ln κ                 Poisson: −E
 * κ is never taken below b. Then the density ratio of the two priors rises throughout, so that the factor rises with what was seen and
 * falls with what was expected: nothing seen never speaks against anybody. `observed` may be any number ≥ 0 (weighted counts). */
export function countLogLr(
  observed: number,
  expected: number,
  prior: RatioPrior,
  spread = Number.POSITIVE_INFINITY,
): number {
  const { shape, rate } = prior;
  const [n, e] = [observed, expected];
  if (!(e > 0)) return 0; // nothing could be expected, so nothing can be compared
  const alternative =
    logUpperGamma(shape + n, rate + e) -
    (shape + n) * Math.log(rate + e) -
    logUpperGamma(shape, rate) +
    shape * Math.log(rate);
  if (spread === Number.POSITIVE_INFINITY) return alternative + e;
  const kappa = Math.max(spread, rate);
  return (
    alternative - (logGamma(kappa + n) - (kappa + n) * Math.log(kappa + e) - logGamma(kappa) + kappa * Math.log(kappa))
  );
}

/** One yes-or-no happening: its chance under the null, how it came out, and how much it weighs. */
export interface Trial {
  readonly chance: number;
  readonly happened: boolean;
  readonly weight?: number;
}

const steps = 200;
/** Reaches to where e^(−b·θ) is below e^(−40). */
const reach = 40;

/** The same for a count that cannot exceed its trials, such as favourable ones among decisions: the prior is on the odds ratio θ,
 *   ln BF = ln ∫₁ Π_i [ θ^y_i / (1 − p_i + θ p_i) ]^w_i  θ^(a−1) e^(−bθ) dθ − ln Γ(a, b) + a ln b.
 * For rare happenings it is the count rule. Simpson's rule over ln θ. Cost O(200 · trials). */
export function trialsLogLr(trials: readonly Trial[], prior: RatioPrior): number {
  if (trials.length === 0) return 0;
  const { shape, rate } = prior;
  const width = Math.log(1 + reach / rate) / steps;
  const logs: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const logTheta = i * width;
    const theta = Math.exp(logTheta);
    let log = shape * logTheta - rate * theta + Math.log(i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
    for (const { chance, happened, weight = 1 } of trials)
      log += weight * ((happened ? logTheta : 0) - Math.log1p(chance * (theta - 1)));
    logs.push(log);
  }
  const most = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
  return most + Math.log((sum * width) / 3) - logUpperGamma(shape, rate) + shape * Math.log(rate);
}

/** ln of the greatest factor a p-value can be worth (Sellke, Bayarri & Berger 2001): −ln(−e·p·ln p) for p < 1/e, else 0. */
export function pValueLogLr(p: number): number {
  if (!(p < 1 / Math.E)) return 0;
  if (p <= 0) return rules.clip.most;
  return -Math.log(-Math.E * p * Math.log(p));
}

/** What a part is worth: within the clip, and where it speaks for the person only as far as the records reach. Only full coverage and
 * nothing found speaks in full. */
export function partLogLr(logLr: number, coverage: number): number {
  const { least, most } = rules.clip;
  return Math.min(most, Math.max(least, logLr < 0 ? logLr * coverage : logLr));
}
