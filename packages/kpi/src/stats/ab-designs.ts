import { normalCdf } from './distributions.ts';
import { type Interval, zOf } from './interval.ts';
import type { Counts } from './proportion.ts';
import { gammaln } from './special-functions.ts';

/** What one believes about a variant after the data. */
export interface BayesianResult {
  /** That the variant's rate is the higher. */
  readonly probability: number;
  /** What is lost on average, in the rate, if the variant is taken and is not the better. */
  readonly expectedLoss: number;
  /** For the difference, by the normal distribution. */
  readonly interval: Interval;
}

/**
 * The mixture sequential probability ratio test with a normal mixture: valid at every look. Before
 * anything has happened the variance is that of half a success and half a failure more.
 */
export function always(
  control: Counts,
  variant: Counts,
  tau: number,
  level: number,
): { readonly interval: Interval; readonly pValue: number } {
  const difference = rate(variant) - rate(control);
  const variance = rateVariance(control) + rateVariance(variant);
  const mixed = variance + tau * tau;
  const logRatio =
    Math.log(variance / mixed) / 2 + (tau * tau * difference ** 2) / (2 * variance * mixed);
  const alpha = 1 - level;
  const half = Math.sqrt(
    ((2 * variance * mixed) / (tau * tau)) * (Math.log(mixed / variance) / 2 - Math.log(alpha)),
  );
  return {
    interval: { low: difference - half, high: difference + half, level, method: 'always-valid' },
    pValue: Math.min(1, Math.exp(-logRatio)),
  };
}

/** Beta beliefs about both rates: the probability and the loss are exact sums. */
export function bayesian(
  control: Counts,
  variant: Counts,
  prior: { readonly successes: number; readonly failures: number } = { successes: 1, failures: 1 },
  level = 0.95,
): BayesianResult {
  const a = posterior(control, prior);
  const b = posterior(variant, prior);
  const [meanA, meanB] = [a.alpha / (a.alpha + a.beta), b.alpha / (b.alpha + b.beta)];
  const probability = probabilityAbove(a, b);
  // E[(pA − pB)⁺], each half a probability of the same kind with one more success.
  const expectedLoss =
    meanA * (1 - probabilityAbove({ ...a, alpha: a.alpha + 1 }, b)) -
    meanB * (1 - probabilityAbove(a, { ...b, alpha: b.alpha + 1 }));
  const spread = Math.sqrt(betaVariance(a) + betaVariance(b));
  const half = zOf(level) * spread;
  const middle = meanB - meanA;
  return {
    probability,
    expectedLoss: Math.max(0, expectedLoss),
    interval: { low: middle - half, high: middle + half, level, method: 'bayesian' },
  };
}

interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

// Beyond, the sum is long and the normal distribution is exact to many digits.
const mostTerms = 200_000;

/** P(B > A) for two beta variables. Summed over B's successes when those are a whole number. */
function probabilityAbove(a: Beta, b: Beta): number {
  if (!Number.isInteger(b.alpha) || b.alpha > mostTerms) {
    const spread = Math.sqrt(betaVariance(a) + betaVariance(b));
    return normalCdf((b.alpha / (b.alpha + b.beta) - a.alpha / (a.alpha + a.beta)) / spread);
  }
  // The first term is B(αa, βa + βb) / B(αa, βa), in logarithms because it may be tiny.
  let logTerm = logRising(a.beta, b.beta) - logRising(a.alpha + a.beta, b.beta);
  let sum = 0;
  for (let index = 0; index < b.alpha; index += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(
      ((a.alpha + index) * (b.beta + index)) / ((a.alpha + a.beta + b.beta + index) * (1 + index)),
    );
  }
  return Math.min(1, sum);
}

/** ln Γ(x + n) − ln Γ(x). */
function logRising(x: number, n: number): number {
  return gammaln(x + n) - gammaln(x);
}

function posterior(
  { successes, trials }: Counts,
  prior: { readonly successes: number; readonly failures: number },
): Beta {
  return { alpha: successes + prior.successes, beta: trials - successes + prior.failures };
}

function betaVariance({ alpha, beta }: Beta): number {
  const all = alpha + beta;
  return (alpha * beta) / (all * all * (all + 1));
}

function rate({ successes, trials }: Counts): number {
  return successes / trials;
}

function rateVariance({ successes, trials }: Counts): number {
  const share = (successes + 0.5) / (trials + 1);
  return (share * (1 - share)) / trials;
}
