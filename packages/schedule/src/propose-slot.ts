import { ConfigurationError, type Random } from '@affiche/core';
import { surfaceDrawer } from './draw-surface.ts';
import type { HourOfWeek } from './hour-of-week.ts';
import type { WeightedBelief } from './slot-prior.ts';

/** An hour chosen by chance, with the probability it had. */
export interface Proposal {
  readonly slot: HourOfWeek;
  /** In (0, 1]: store it with the post, and `evaluateSchedule` can judge other schedules by it. */
  readonly propensity: number;
}

// A small share of pure chance keeps every hour possible, so that any schedule can be evaluated.
const chanceShare = 0.005;

/**
 * Damped Thompson sampling: each hour is chosen as often as it is the best one in drawn surfaces. The choice is made from the counted shares themselves, so the propensity is exact.
 *
 * @throws ConfigurationError `no-slot` when there is nothing to choose from.
 */
export function chooseSlot(
  parts: readonly WeightedBelief[],
  random: Random,
  available: readonly HourOfWeek[],
  { exploration = 0.35, draws = 100 }: { exploration?: number; draws?: number } = {},
): Proposal {
  const candidates = [...new Set(available)];
  if (candidates.length === 0) {
    throw new ConfigurationError('no-slot', {
      message: 'There is no hour to choose from: available is empty',
      hint: 'Pass at least one hour of the week, 0 to 167.',
    });
  }
  const shares = new Float64Array(candidates.length).fill(chanceShare / candidates.length);
  const drawer = surfaceDrawer(parts, exploration);
  for (let draw = 0; draw < draws; draw += 1) {
    const surface = drawer(random);
    let best = 0;
    let most = -Infinity;
    for (let index = 0; index < candidates.length; index += 1) {
      const value = surface[candidates[index] as number] as number;
      if (value > most) {
        most = value;
        best = index;
      }
    }
    shares[best] = (shares[best] as number) + (1 - chanceShare) / draws;
  }
  const chosen = pick(shares, random());
  return { slot: candidates[chosen] as number, propensity: shares[chosen] as number };
}

function pick(shares: Float64Array, chance: number): number {
  let left = chance;
  for (let index = 0; index < shares.length - 1; index += 1) {
    left -= shares[index] as number;
    if (left < 0) return index;
  }
  return shares.length - 1;
}
