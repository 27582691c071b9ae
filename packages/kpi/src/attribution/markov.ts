import type { AttributionModel } from './attribute.ts';
import { totals } from './attribute.ts';
import { fitMarkovChain } from './markov-chain.ts';
import { type RemovalEffectsOptions, removalEffects } from './removal-effects.ts';

/** Which chain, and how far its journeys go. */
export interface MarkovOptions extends RemovalEffectsOptions {
  /**
   * How many channels back a journey remembers, from 1 to 4.
   *
   * @defaultValue 1
   */
  readonly order?: number;
}

/**
 * Credit in proportion to what would be lost without each channel. Exact: no simulation, so that
 * the same journeys give the same digits on every machine.
 *
 * ```ts
 * import { attribute, journeysFromPaths, markov } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({
 *   paths: ['google', 'mailing', 'google > mailing'],
 *   conversions: [2, 1, 1],
 *   nulls: [1, 0, 0],
 * });
 * const { channels } = attribute(journeys, markov());
 * channels.map(({ conversions }) => conversions.toFixed(6)); // => ['2.400000', '1.600000']
 * ```
 */
export function markov({ order = 1, horizon = 'infinite' }: MarkovOptions = {}): AttributionModel {
  return {
    id: `markov(order ${order}${horizon === 'infinite' ? '' : `, horizon ${horizon}`})`,
    share(journeys) {
      const effects = removalEffects(fitMarkovChain(journeys, { order }), { horizon });
      const all = totals(journeys);
      return {
        conversions: inProportion(
          effects.map((effect) => effect.conversions),
          all.conversions,
        ),
        value: inProportion(
          effects.map((effect) => effect.value),
          all.value,
        ),
      };
    },
  };
}

/** Shares a total out so that the parts add up to it. */
export function inProportion(weights: readonly number[], total: number): Float64Array {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return Float64Array.from(weights, (weight) => (sum === 0 ? 0 : (weight / sum) * total));
}
