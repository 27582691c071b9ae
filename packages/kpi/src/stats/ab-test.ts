import { ConfigurationError } from '@affiche/core';
import { always, bayesian, type BayesianResult } from './ab-designs.ts';
import type { Interval, LevelOptions } from './interval.ts';
import { compareProportions, type Counts } from './proportion.ts';

/**
 * When an experiment may be judged: `fixed` once, when the planned number of people has been seen;
 * `always-valid` at any time and as often as one likes; `bayesian` by what one believes now.
 */
export type AbDesign =
  | {
      readonly design: 'fixed';
      /** The number of people in each arm that was decided beforehand. */
      readonly plannedPerArm: number;
      /** Gives a p value too early all the same, marked as such: it finds differences that are not there. */
      readonly interim?: boolean;
    }
  | {
      readonly design: 'always-valid';
      /**
       * The size of difference that matters, as the standard deviation of what is expected.
       *
       * @defaultValue 0.01
       */
      readonly tau?: number;
      /** The p value of the look before; the new one is never larger. */
      readonly previousPValue?: number;
    }
  | {
      readonly design: 'bayesian';
      /**
       * What was believed beforehand, as imagined successes and failures.
       *
       * @defaultValue one of each
       */
      readonly prior?: { readonly successes: number; readonly failures: number };
    };

/** What an experiment says so far. */
export interface AbResult {
  readonly design: AbDesign['design'];
  /** `too-early` a fixed design whose people have not come yet: it has no p value. */
  readonly status: 'ok' | 'too-early' | 'missing-input';
  /** The variant's rate minus the control's. */
  readonly difference: number | null;
  /** The same, as a fraction of the control's rate. */
  readonly lift: number | null;
  readonly interval: Interval | null;
  readonly pValue: number | null;
  /** Whether the p value was looked at before its time. */
  readonly interim: boolean;
  readonly bayesian?: BayesianResult;
}

/**
 * Compares a variant with a control. Looking at an ordinary p value every day for a month finds a
 * difference where there is none three times in ten: a fixed design gives none before its time, an
 * always-valid one may be looked at whenever one likes.
 *
 * ```ts
 * import { abTest } from '@affiche/kpi/stats';
 *
 * const control = { successes: 120, trials: 10_000 };
 * const variant = { successes: 150, trials: 10_000 };
 * abTest(control, variant, { design: 'fixed', plannedPerArm: 20_000 }).status; // => 'too-early'
 * abTest(control, variant, { design: 'bayesian' }).bayesian?.probability.toFixed(2); // => '0.97'
 * ```
 *
 * @see {@link https://doi.org/10.1287/opre.2021.2135 | Johari, Koomen, Pekelis and Walsh 2022}
 */
export function abTest(
  control: Counts,
  variant: Counts,
  design: AbDesign,
  { level = 0.95 }: LevelOptions = {},
): AbResult {
  const empty = {
    design: design.design,
    difference: null,
    lift: null,
    interval: null,
    pValue: null,
    interim: false,
  };
  if (control.trials === 0 || variant.trials === 0) return { ...empty, status: 'missing-input' };
  const compared = compareProportions(control, variant, { level });
  const base = control.successes / control.trials;
  const { difference } = compared;
  const result = { ...empty, difference, lift: base > 0 ? difference / base : null };
  if (design.design === 'fixed') {
    refuseUnlessPositive('plannedPerArm', design.plannedPerArm);
    const isEarly = Math.min(control.trials, variant.trials) < design.plannedPerArm;
    if (isEarly && !design.interim) return { ...result, status: 'too-early' };
    const { interval, pValue } = compared;
    return { ...result, status: 'ok', interval, pValue, interim: isEarly };
  }
  if (design.design === 'always-valid') {
    const { tau = 0.01, previousPValue = 1 } = design;
    refuseUnlessPositive('tau', tau);
    const { interval, pValue } = always(control, variant, tau, level);
    return { ...result, status: 'ok', interval, pValue: Math.min(previousPValue, pValue) };
  }
  const believed = bayesian(control, variant, design.prior, level);
  return { ...result, status: 'ok', interval: believed.interval, bayesian: believed };
}

function refuseUnlessPositive(name: string, value: number): void {
  if (value > 0) return;
  throw new ConfigurationError('invalid-design', {
    message: `${name} cannot be ${value}`,
    hint: 'Give a positive number.',
    details: { [name]: value },
  });
}
