import type { Random } from '@affiche/core';

/** A standard normal number. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How posts are made up. */
export interface SimulatedPosts {
  readonly posts: number;
  readonly rate: number;
  /** How alike posts are: the precision of the beta distribution of their rates; infinite when all are the same. */
  readonly precision: number;
  /** The spread of the logarithm of impressions. */
  readonly spread: number;
}

/** Posts whose rates differ from each other: what independent impressions are not. */
export function simulatedPosts(
  { posts, rate, precision, spread }: SimulatedPosts,
  random: Random,
): { readonly numerator: number; readonly denominator: number }[] {
  return Array.from({ length: posts }, () => {
    const denominator = Math.max(20, Math.round(Math.exp(7.3 + spread * normal(random))));
    const own =
      precision === Infinity ? rate : beta(rate * precision, (1 - rate) * precision, random);
    return { numerator: binomial(denominator, own, random), denominator };
  });
}

function beta(alpha: number, other: number, random: Random): number {
  const [one, two] = [gamma(alpha, random), gamma(other, random)];
  return one / (one + two);
}

/** Marsaglia and Tsang's method. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function binomial(trials: number, probability: number, random: Random): number {
  const mean = trials * probability;
  if (mean > 20) {
    const value = Math.round(mean + Math.sqrt(mean * (1 - probability)) * normal(random));
    return Math.min(trials, Math.max(0, value));
  }
  const draw = random();
  let [count, chance] = [0, (1 - probability) ** trials];
  for (let below = chance; draw > below && count < trials; below += chance) {
    count += 1;
    chance *= ((trials - count + 1) / count) * (probability / (1 - probability));
  }
  return count;
}
