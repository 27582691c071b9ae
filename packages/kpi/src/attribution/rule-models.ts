import { ConfigurationError } from '@affiche/core';
import type { AttributionModel } from './attribute.ts';
import type { JourneyPath, Journeys } from './journeys.ts';

/** How much each touch of a journey counts. Only the proportions matter: weights are made to add up to 1. */
export type TouchWeights = (path: JourneyPath, journeys: Journeys) => ArrayLike<number>;

const day = 86_400;

/**
 * A model of your own: any weights by touch. When they add up to nothing the journey's credit goes
 * to its last touch.
 *
 * ```ts
 * import { attribute, customRule, journeysFromPaths } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['search > social'], conversions: [4] });
 * const rising = customRule('rising', ({ steps }) => steps.map((_step, index) => index + 1));
 * attribute(journeys, rising).channels[0]?.conversions.toFixed(6); // => '2.666667'
 * ```
 */
export function customRule(id: string, weights: TouchWeights): AttributionModel {
  return {
    id,
    share(journeys) {
      const conversions = new Float64Array(journeys.channels.length);
      const value = new Float64Array(journeys.channels.length);
      for (const path of journeys.paths) {
        if (path.conversions === 0) continue;
        const { steps } = path;
        const given = weights(path, journeys);
        let sum = 0;
        for (let index = 0; index < steps.length; index += 1) sum += given[index] ?? 0;
        for (let index = 0; index < steps.length; index += 1) {
          const weight = sum > 0 ? (given[index] ?? 0) / sum : index === steps.length - 1 ? 1 : 0;
          const channel = steps[index] ?? 0;
          conversions[channel]! += weight * path.conversions;
          value[channel]! += weight * path.value;
        }
      }
      return { conversions, value };
    },
  };
}

/** All credit to the first touch: who made us known. */
export function firstTouch(): AttributionModel {
  return customRule('first-touch', ({ steps }) =>
    steps.map((_step, index) => (index === 0 ? 1 : 0)),
  );
}

/** All credit to the last touch: who closed the sale. */
export function lastTouch(): AttributionModel {
  return customRule('last-touch', ({ steps }) => last(steps, () => true));
}

/**
 * All credit to the last touch that was no direct visit; to direct when there was no other.
 *
 * ```ts
 * import { attribute, journeysFromPaths, lastNonDirect } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['email > direct', 'direct'], conversions: [2, 1] });
 * attribute(journeys, lastNonDirect()).channels.map(({ conversions }) => conversions); // => [2, 1]
 * ```
 */
export function lastNonDirect({ direct = 'direct' }: { readonly direct?: string } = {}) {
  return customRule('last-non-direct', ({ steps }, { channels }) =>
    last(steps, (step) => channels[step] !== direct),
  );
}

/** The same credit to each touch. */
export function linear(): AttributionModel {
  return customRule('linear', ({ steps }) => steps.map(() => 1));
}

/**
 * The U shape: so much to the first touch, so much to the last, the rest to those between. With two
 * touches the rest goes to them in proportion.
 *
 * ```ts
 * import { attribute, journeysFromPaths, positionBased } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['a > b > c'], conversions: [10] });
 * attribute(journeys, positionBased()).channels[0]?.conversions; // => 4
 * ```
 */
export function positionBased({
  first = 0.4,
  last = 0.4,
}: { readonly first?: number; readonly last?: number } = {}): AttributionModel {
  if (!(first >= 0 && last >= 0 && first + last > 0 && first + last <= 1)) {
    throw new ConfigurationError('invalid-weights', {
      message: `The first touch cannot get ${first} and the last ${last}`,
      hint: 'Give fractions that add up to at most 1.',
      details: { first, last },
    });
  }
  return customRule(`position-based(${first}, ${last})`, ({ steps: { length } }) =>
    Array.from({ length }, (_each, index) => {
      if (length === 1) return 1;
      if (index === 0) return first;
      return index === length - 1 ? last : (1 - first - last) / (length - 2);
    }),
  );
}

/**
 * The W shape: 30 % each to the first touch, to the one that made a lead, and to the last; 10 % to the
 * others. Journeys without a `lead` are shared out by the U shape.
 */
export function wShaped(): AttributionModel {
  const u = [0.4, 0.4] as const;
  return customRule('w-shaped', ({ steps: { length }, lead }) => {
    const anchors = lead === undefined ? [0, length - 1] : [0, lead, length - 1];
    const [anchor, rest] = lead === undefined ? [u[0], 0.2] : [0.3, 0.1];
    const others = length - new Set(anchors).size;
    return Array.from({ length }, (_each, index) => {
      const held = anchors.filter((position) => position === index).length;
      return held > 0 ? held * anchor : rest / others;
    });
  });
}

/**
 * The younger the touch the more credit: half as much for each half-life of age. Journeys without
 * ages are shared out evenly.
 *
 * ```ts
 * import { timeDecay } from '@affiche/kpi/attribution';
 *
 * timeDecay().id; // => 'time-decay(7 d)'
 * ```
 *
 * @see {@link https://developers.google.com/google-ads/api/reference/rpc/latest/AttributionModelEnum.AttributionModel | Google Ads: time decay, half-life one week}
 */
export function timeDecay({
  halfLifeSeconds = 7 * day,
}: { readonly halfLifeSeconds?: number } = {}): AttributionModel {
  return decay(`time-decay(${halfLifeSeconds / day} d)`, halfLifeSeconds, (age) => age);
}

/** Time decay in steps: all touches of one week count the same, those of the week before half as much. */
export function steppedTimeDecay({
  stepSeconds = 7 * day,
}: { readonly stepSeconds?: number } = {}): AttributionModel {
  return decay(
    `stepped-time-decay(${stepSeconds / day} d)`,
    stepSeconds,
    (age) => Math.floor(age / stepSeconds) * stepSeconds,
  );
}

function decay(id: string, halfLife: number, aged: (ageSeconds: number) => number) {
  if (!(halfLife > 0)) {
    throw new ConfigurationError('invalid-half-life', {
      message: `A half-life of ${halfLife} seconds is impossible`,
      hint: 'Give a positive number of seconds.',
      details: { halfLife },
    });
  }
  return customRule(id, ({ steps, agesSeconds }) => {
    if (!agesSeconds) return steps.map(() => 1);
    // Relative to the youngest, so that very old journeys do not vanish.
    const youngest = Math.min(...agesSeconds.map(aged));
    return agesSeconds.map((age) => 2 ** ((youngest - aged(age)) / halfLife));
  });
}

function last(steps: readonly number[], counts: (step: number) => boolean): number[] {
  const position = steps.findLastIndex(counts);
  const chosen = position < 0 ? steps.length - 1 : position;
  return steps.map((_step, index) => (index === chosen ? 1 : 0));
}
