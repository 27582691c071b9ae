import { type AttributionModel, totals } from './attribute.ts';
import type { Journeys } from './journeys.ts';
import { inProportion } from './markov.ts';

/**
 * Shao and Li's probabilistic model of second order: how much likelier a conversion is with a
 * channel, alone and in pairs with the others of a journey. The contributions of all converting
 * journeys are added up and scaled, so that they add up to the conversions.
 *
 * ```ts
 * import { attribute, journeysFromPaths, shaoLi } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['a', 'b'], conversions: [1, 1], nulls: [1, 3] });
 * attribute(journeys, shaoLi()).channels[0]?.channel; // => 'a'
 * ```
 *
 * @see {@link https://doi.org/10.1145/2020408.2020453 | Shao and Li 2011}
 */
export function shaoLi(): AttributionModel {
  return {
    id: 'shao-li',
    share(journeys) {
      const { channels, paths } = journeys;
      const chance = chances(journeys);
      const conversions = channels.map(() => 0);
      const value = channels.map(() => 0);
      for (const path of paths) {
        if (path.conversions === 0) continue;
        const present = [...new Set(path.steps)];
        for (const channel of present) {
          const contribution = contributionOf(channel, present, chance);
          conversions[channel]! += contribution * path.conversions;
          value[channel]! += contribution * path.value;
        }
      }
      const all = totals(journeys);
      return {
        conversions: inProportion(conversions.map(positive), all.conversions),
        value: inProportion(value.map(positive), all.value),
      };
    },
  };
}

type Chance = (one: number, other: number) => number;

/** C(i) = p(i) + Σⱼ (p(i, j) − p(i) − p(j)) / 2(n − 1), over the other channels of the journey. */
function contributionOf(one: number, present: readonly number[], chance: Chance): number {
  if (present.length === 1) return chance(one, one);
  let joint = 0;
  for (const other of present) {
    if (other !== one) joint += chance(one, other) - chance(one, one) - chance(other, other);
  }
  return chance(one, one) + joint / (2 * (present.length - 1));
}

/** A channel that only ever came with better ones gets nothing, rather than a debt. */
function positive(contribution: number): number {
  return Math.max(0, contribution);
}

/** The share of journeys with these two channels that converted; of one channel on the diagonal. */
function chances({ channels, paths }: Journeys): Chance {
  const count = channels.length;
  const converted = new Float64Array(count * count);
  const all = new Float64Array(count * count);
  for (const { steps, conversions, nulls } of paths) {
    const present = [...new Set(steps)];
    for (const one of present) {
      for (const other of present) {
        converted[one * count + other]! += conversions;
        all[one * count + other]! += conversions + nulls;
      }
    }
  }
  return (one, other) => (converted[one * count + other] ?? 0) / (all[one * count + other] || 1);
}
