import type { Random } from '@affiche/core';
import { attribute, type AttributionModel, type ChannelCredit } from './attribute.ts';
import type { Journeys } from './journeys.ts';

/** A channel's credit, and how far chance alone may have moved it. */
export interface CreditInterval extends ChannelCredit {
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  /** 0.95 for a 95 % interval. */
  readonly level: number;
}

/** How often journeys are drawn anew. */
export interface BootstrapCreditOptions {
  readonly random: Random;
  /** @defaultValue 200 */
  readonly samples?: number;
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * Intervals for the credit of each channel, by drawing the journeys again and again. They hold for
 * these journeys and this model: that the model is right they do not say.
 *
 * ```ts
 * import { seededRandom } from '@affiche/core';
 * import { bootstrapCredit, journeysFromPaths, linear } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['search > social', 'search'], conversions: [200, 100] });
 * const [search] = bootstrapCredit(journeys, linear(), { random: seededRandom('bakery') });
 * search && search.low < 200 && search.high > 200; // => true
 * ```
 */
export function bootstrapCredit(
  journeys: Journeys,
  model: AttributionModel,
  { random, samples = 200, level = 0.95 }: BootstrapCreditOptions,
): CreditInterval[] {
  const draws = journeys.channels.map(() => new Float64Array(samples));
  for (let sample = 0; sample < samples; sample += 1) {
    const { conversions } = model.share(redrawn(journeys, random));
    for (const [position, draw] of draws.entries()) draw[sample] = conversions[position] ?? 0;
  }
  return attribute(journeys, model).channels.map((credit): CreditInterval => {
    const draw = draws[journeys.channels.indexOf(credit.channel)]?.toSorted() ?? new Float64Array();
    const mean = draw.reduce((sum, each) => sum + each, 0) / samples;
    const squares = draw.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return Object.assign({}, credit, {
      low: quantile(draw, (1 - level) / 2),
      high: quantile(draw, (1 + level) / 2),
      standardError: Math.sqrt(squares / (samples - 1)),
      level,
    });
  });
}

/** Each journey comes as often as chance has it: the bootstrap for counts that are large together. */
function redrawn(journeys: Journeys, random: Random): Journeys {
  const paths = journeys.paths.map((path) => {
    const conversions = poisson(path.conversions, random);
    const value = path.conversions > 0 ? (path.value / path.conversions) * conversions : 0;
    return { ...path, conversions, value, nulls: poisson(path.nulls, random) };
  });
  return { ...journeys, paths };
}

function poisson(mean: number, random: Random): number {
  if (mean > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; product *= random()) count += 1;
  return count;
}

function quantile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
