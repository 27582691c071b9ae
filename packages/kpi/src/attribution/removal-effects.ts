import type { MarkovChain } from './markov-chain.ts';
import { chancesByVisits } from './visits.ts';
import { type ConversionChances, conversionChances, type Horizon } from './walk.ts';

// Beyond, the inverse no longer fits into memory comfortably.
const mostStates = 3000;

/** What would be lost without one channel. */
export interface RemovalEffect {
  readonly channel: string;
  /** The share of conversions that needed the channel, from 0 to 1. */
  readonly conversions: number;
  /** The share of value that needed it. */
  readonly value: number;
}

/** How far a journey may go. */
export interface RemovalEffectsOptions {
  /**
   * The number of transitions after which a journey is given up: `infinite`; `longest-path` as many
   * as the longest journey had, plus one, as ChannelAttribution's simulation does; or a number.
   *
   * @defaultValue 'infinite'
   */
  readonly horizon?: Horizon;
}

/**
 * The exact removal effects of a chain: the probability of converting with and without each channel,
 * by solving the chain, not by simulating it. Journeys that reach a removed channel end there.
 *
 * ```ts
 * import { fitMarkovChain, journeysFromPaths, removalEffects } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({
 *   paths: ['C1 > C2 > C3', 'C1', 'C2 > C3'],
 *   conversions: [1, 0, 0],
 *   nulls: [0, 1, 1],
 * });
 * const effects = removalEffects(fitMarkovChain(journeys));
 * effects.map(({ conversions }) => Number(conversions.toFixed(12))); // => [0.5, 1, 1]
 * ```
 *
 * @see {@link https://doi.org/10.1016/j.ijresmar.2016.03.001 | Anderl and others 2016}
 */
export function removalEffects(
  chain: MarkovChain,
  { horizon = 'infinite' }: RemovalEffectsOptions = {},
): RemovalEffect[] {
  const { whole, without } = solve(chain, horizon);
  return chain.channels.map((channel, position) => ({
    channel,
    conversions: loss(whole.conversions, without[position]?.conversions),
    value: loss(whole.value, without[position]?.value),
  }));
}

/**
 * The probability that a journey converts. With an infinite horizon it is the share of journeys that
 * did, exactly: a chain that says otherwise was not solved.
 *
 * ```ts
 * import { conversionProbability, fitMarkovChain, journeysFromPaths } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['a > b'], conversions: [1], nulls: [3] });
 * conversionProbability(fitMarkovChain(journeys)); // => 0.25
 * ```
 */
export function conversionProbability(
  chain: MarkovChain,
  { horizon = 'infinite' }: RemovalEffectsOptions = {},
): number {
  return solve(chain, horizon).whole.conversions;
}

function solve(chain: MarkovChain, horizon: Horizon): ConversionChances {
  const { order, states } = chain;
  return order === 1 && horizon === 'infinite' && states.length <= mostStates
    ? chancesByVisits(chain)
    : conversionChances(chain, horizon);
}

function loss(whole: number, rest: number | undefined): number {
  if (!(whole !== 0) || rest === undefined) return 0;
  // Rounding may leave a trace beyond the ends.
  return Math.min(1, Math.max(0, (whole - rest) / whole));
}
