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
    // Four hours at a time: a sum waits for its last addition, four do not wait for each other.
    for (let slot = 0; slot < hoursPerWeek; slot += 4) {
      let [a, b, c, d] = [mean[slot], mean[slot + 1], mean[slot + 2], mean[slot + 3]] as Four;
      const start = slot * rank;
      for (let k = start; k < start + rank; k += 1) {
        const value = chance[k - start] as number;
        a += (root[k] as number) * value;
        b += (root[k + rank] as number) * value;
        c += (root[k + 2 * rank] as number) * value;
        d += (root[k + 3 * rank] as number) * value;
      }
      surface[slot] = a;
      surface[slot + 1] = b;
      surface[slot + 2] = c;
      surface[slot + 3] = d;
    }
    return surface;
  };
}

type Four = [number, number, number, number];

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
