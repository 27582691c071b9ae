import type { AttributionModel } from './attribute.ts';
import type { Journeys } from './journeys.ts';
import type { Game } from './shapley-game.ts';

/**
 * Shapley values of the game in which a coalition earns the conversions of all journeys that it could
 * have made alone. They have a closed form: each journey's credit goes in equal parts to the
 * channels that took part, however often.
 *
 * ```ts
 * import { attribute, journeysFromPaths, shapley } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['a > b > a', 'a'], conversions: [2, 1] });
 * attribute(journeys, shapley()).channels.map(({ conversions }) => conversions); // => [2, 1]
 * ```
 *
 * @see {@link https://arxiv.org/abs/1804.05327 | Zhao, Mahboobi and Bagheri 2018}
 */
export function shapley(): AttributionModel {
  return {
    id: 'shapley',
    share({ channels, paths }) {
      const conversions = new Float64Array(channels.length);
      const value = new Float64Array(channels.length);
      for (const path of paths) {
        const distinct = new Set(path.steps);
        for (const channel of distinct) {
          conversions[channel]! += path.conversions / distinct.size;
          value[channel]! += path.value / distinct.size;
        }
      }
      return { conversions, value };
    },
  };
}

/**
 * The game behind {@link shapley}, for {@link shapleyGame}: what a coalition earns is the conversions
 * of journeys within it.
 */
export function conversionGame({ channels, paths }: Journeys): Game {
  const journeys = paths
    .filter(({ conversions }) => conversions > 0)
    .map(({ steps, conversions }) => ({
      needed: [...new Set(steps)].map((step) => channels[step] ?? ''),
      conversions,
    }));
  return {
    players: channels,
    worth: (has) =>
      journeys.reduce(
        (sum, { needed, conversions }) => (needed.every(has) ? sum + conversions : sum),
        0,
      ),
  };
}
