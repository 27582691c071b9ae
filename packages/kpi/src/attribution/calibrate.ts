import type { Attribution } from './attribute.ts';

/** What an experiment measured: conversions that would not have happened without a channel. */
export interface LiftResult {
  readonly channel: string;
  /** In the same period and the same unit as the attribution's conversions. */
  readonly incremental: number;
  readonly low?: number;
  readonly high?: number;
}

/** A channel's credit after comparison with experiments. */
export interface CalibratedCredit {
  readonly channel: string;
  readonly attributed: number;
  /** The experiment's figure, or the credit times what tested channels were found to be worth. */
  readonly calibrated: number;
  /** Calibrated over attributed; `null` when nothing was attributed. */
  readonly factor: number | null;
  readonly basis: 'experiment' | 'assumed' | 'attributed';
  readonly low?: number;
  readonly high?: number;
}

/** Credit after comparison with experiments, and what is left over. */
export interface Calibration {
  readonly model: string;
  readonly channels: readonly CalibratedCredit[];
  /** Conversions that would have come anyway, as far as the experiments tell; below 0 they claim too much. */
  readonly baseline: number;
}

/**
 * Holds attributed credit against experiments. Attribution only describes who was there; a lift test
 * says who mattered. Tested channels take the experiment's figure, the others the same discount as
 * the tested ones together, marked as assumed.
 *
 * ```ts
 * import { attribute, calibrate, journeysFromPaths, linear } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['search', 'social'], conversions: [60, 40] });
 * const result = calibrate(attribute(journeys, linear()), [{ channel: 'search', incremental: 30 }]);
 * result.channels.map(({ calibrated }) => calibrated); // => [30, 20]
 * result.baseline; // => 50
 * ```
 */
export function calibrate(
  { model, channels, conversions }: Attribution,
  tests: readonly LiftResult[],
): Calibration {
  const byChannel = new Map(tests.map((test) => [test.channel, test]));
  const tested = channels.filter(({ channel }) => byChannel.has(channel));
  const attributed = tested.reduce((sum, each) => sum + each.conversions, 0);
  const measured = tested.reduce(
    (sum, { channel }) => sum + (byChannel.get(channel)?.incremental ?? 0),
    0,
  );
  const discount = attributed > 0 ? measured / attributed : 1;
  const calibrated = channels.map(({ channel, conversions: credit }): CalibratedCredit => {
    const test = byChannel.get(channel);
    const figure = test ? test.incremental : credit * discount;
    return {
      channel,
      attributed: credit,
      calibrated: figure,
      factor: credit > 0 ? figure / credit : null,
      basis: test ? 'experiment' : attributed > 0 ? 'assumed' : 'attributed',
      ...(test?.low !== undefined && { low: test.low }),
      ...(test?.high !== undefined && { high: test.high }),
    };
  });
  const claimed = calibrated.reduce((sum, each) => sum + each.calibrated, 0);
  return { model, channels: calibrated, baseline: conversions - claimed };
}
