import { ConfigurationError } from '@affiche/core';
import type { Interval } from '../kpi-value.ts';
import { normalQuantile } from './distributions.ts';

export type { Interval };

/** How sure an interval is to be. */
export interface LevelOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** How many standard errors either side make an interval of this level. */
export function zOf(level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new ConfigurationError('invalid-level', {
      message: `A level of ${level} is impossible`,
      hint: 'Give a fraction, such as 0.95.',
      details: { level },
    });
  }
  return -normalQuantile((1 - level) / 2);
}

/** Refuses counts that cannot be: more successes than trials, fractions, negative numbers. */
export function refuseUnlessCounts(successes: number, trials: number): void {
  if (
    Number.isInteger(successes) &&
    Number.isInteger(trials) &&
    successes >= 0 &&
    successes <= trials &&
    trials > 0
  ) {
    return;
  }
  throw new ConfigurationError('invalid-counts', {
    message: `${successes} of ${trials} cannot be`,
    hint: 'Give whole numbers: at least one trial, and no more successes than trials.',
    details: { successes, trials },
  });
}
