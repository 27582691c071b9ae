import { ConfigurationError } from '@affiche/core';
import { normalCdf, normalQuantile } from './distributions.ts';

/** What an experiment must be able to find. */
export interface PowerOptions {
  /**
   * How often a difference may be seen where there is none; two-sided.
   *
   * @defaultValue 0.05
   */
  readonly alpha?: number;
  /**
   * How often a difference that is there must be found.
   *
   * @defaultValue 0.8
   */
  readonly power?: number;
}

/**
 * How many people each arm needs, so that a change of a rate from `baseline` to `target` is found.
 * Not rounded; more is better.
 *
 * ```ts
 * import { sampleSizePerArm } from '@affiche/kpi/stats';
 *
 * sampleSizePerArm({ baseline: 0.02, target: 0.024 }).toFixed(2); // => '21108.38'
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-rates` when they are equal or no rates.
 */
export function sampleSizePerArm(
  { baseline, target }: { readonly baseline: number; readonly target: number },
  { alpha = 0.05, power = 0.8 }: PowerOptions = {},
): number {
  refuseUnlessRates(baseline, target);
  const middle = (baseline + target) / 2;
  const alike = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(baseline * (1 - baseline) + target * (1 - target));
  const needed = normalQuantile(1 - alpha / 2) * alike + normalQuantile(power) * apart;
  return (needed / (target - baseline)) ** 2;
}

/** The chance that an experiment of this size finds a change of a rate. */
export function powerOf(
  {
    baseline,
    target,
    perArm,
  }: { readonly baseline: number; readonly target: number; readonly perArm: number },
  { alpha = 0.05 }: Pick<PowerOptions, 'alpha'> = {},
): number {
  refuseUnlessRates(baseline, target);
  const middle = (baseline + target) / 2;
  const alike = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(baseline * (1 - baseline) + target * (1 - target));
  const distance = Math.sqrt(perArm) * Math.abs(target - baseline);
  return normalCdf((distance - normalQuantile(1 - alpha / 2) * alike) / apart);
}

function refuseUnlessRates(baseline: number, target: number): void {
  const [least, most] = [Math.min(baseline, target), Math.max(baseline, target)];
  if (least >= 0 && most <= 1 && least < most) return;
  throw new ConfigurationError('invalid-rates', {
    message: `A change from ${baseline} to ${target} cannot be planned for`,
    hint: 'Give two different fractions between 0 and 1.',
    details: { baseline, target },
  });
}
