import { betainc, betaincinv, erfc, gammainc } from './special-functions.ts';

/**
 * The probability that a standard normal variable is at most `x`.
 *
 * ```ts
 * import { normalCdf } from '@affiche/kpi/stats';
 *
 * normalCdf(1.96).toFixed(6); // => '0.975002'
 * ```
 */
export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

/**
 * The value that a standard normal variable stays below with probability `p`: exact far into the
 * lower tail, down to 1e-300. For the upper tail give the small side and change the sign.
 *
 * ```ts
 * import { normalQuantile } from '@affiche/kpi/stats';
 *
 * normalQuantile(0.975).toFixed(6); // => '1.959964'
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  // The first term of the tail's expansion is near enough for Newton's steps on the logarithm.
  const root = Math.sqrt(-2 * Math.log(p));
  let x = p < 0.1 ? -(root - Math.log(root * Math.sqrt(2 * Math.PI)) / root) : 2.5 * (p - 0.5);
  for (let step = 0; step < 60; step += 1) {
    const below = normalCdf(x);
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const move = ((Math.log(below) - Math.log(p)) * below) / density;
    x -= move;
    if (Math.abs(move) <= 1e-15 * Math.abs(x) || move === 0) break;
  }
  return x;
}

/** The probability that Student's t with `degrees` of freedom is at most `x`. */
export function studentCdf(x: number, degrees: number): number {
  if (x === 0) return 0.5;
  const square = x * x;
  // Of the two ways to say it, the one whose argument keeps its digits.
  const tail =
    square < degrees
      ? betainc(square / (degrees + square), 0.5, degrees / 2, true, true) / 2
      : betainc(degrees / (degrees + square), degrees / 2, 0.5) / 2;
  return x < 0 ? tail : 1 - tail;
}

/**
 * The value that Student's t stays below with probability `p`.
 *
 * ```ts
 * import { studentQuantile } from '@affiche/kpi/stats';
 *
 * studentQuantile(0.975, 10).toFixed(6); // => '2.228139'
 * ```
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  // Near the middle the complement keeps its digits, in the tail the part itself does.
  if (p < 0.25) {
    const part = betaincinv(2 * p, degrees / 2, 0.5);
    return -Math.sqrt((degrees * (1 - part)) / part);
  }
  const part = betaincinv(1 - 2 * p, 0.5, degrees / 2);
  return -Math.sqrt((degrees * part) / (1 - part));
}

/** The probability that a beta variable is at most `x`. */
export function betaCdf(x: number, alpha: number, beta: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, alpha, beta);
}

/** The value that a beta variable stays below with probability `p`. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  return betaincinv(p, alpha, beta);
}

/** The probability that a chi-square variable with `degrees` of freedom is larger than `x`. */
export function chiSquareTail(x: number, degrees: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, degrees / 2, true, true);
}

/** The probability that an F variable is larger than `x`. */
export function fTail(x: number, upperDegrees: number, lowerDegrees: number): number {
  if (x <= 0) return 1;
  const part = lowerDegrees / (lowerDegrees + upperDegrees * x);
  return betainc(part, lowerDegrees / 2, upperDegrees / 2);
}

/** The probability of at most `successes` in `trials`, each with `probability`. */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return betainc(probability, successes + 1, trials - successes, true, true);
}
