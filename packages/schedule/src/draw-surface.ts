import type { Random } from '@affiche/core';
import { hoursPerWeek } from './hour-of-week.ts';
import type { WeightedBelief } from './slot-prior.ts';

/**
 * Draws surfaces of hours from several weighted beliefs; `spread` 0.5 halves their standard
 * deviations. The same array is filled each time.
 */
export function surfaceDrawer(
  parts: readonly WeightedBelief[],
  spread = 1,
): (random: Random) => Float64Array {
  const chance = new Float64Array(Math.max(0, ...parts.map(({ belief }) => belief.rank)));
  const surface = new Float64Array(hoursPerWeek);
  return (random) => {
    const { mean, root, rank } = pickBelief(parts, random());
    drawGaussians(random, chance, rank, spread);
    for (let slot = 0; slot < hoursPerWeek; slot += 1) {
      const start = slot * rank;
      let sum = mean[slot] as number;
      for (let k = 0; k < rank; k += 1) sum += (root[start + k] as number) * (chance[k] as number);
      surface[slot] = sum;
    }
    return surface;
  };
}

const emptyBelief = { mean: new Float64Array(hoursPerWeek), root: new Float64Array(), rank: 0 };

function pickBelief(parts: readonly WeightedBelief[], chance: number): WeightedBelief['belief'] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  let left = chance * total;
  for (const { weight, belief } of parts) {
    left -= weight;
    if (left < 0) return belief;
  }
  return parts.at(-1)?.belief ?? emptyBelief;
}

/** Standard normal numbers, two at a time (Box and Muller 1958). */
function drawGaussians(random: Random, into: Float64Array, count: number, spread: number): void {
  for (let index = 0; index < count; index += 2) {
    const radius = spread * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    into[index] = radius * Math.cos(angle);
    if (index + 1 < count) into[index + 1] = radius * Math.sin(angle);
  }
}
