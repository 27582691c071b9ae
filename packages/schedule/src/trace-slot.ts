import { hoursPerWeek, type HourOfWeek } from './hour-of-week.ts';
import type { PostingTimeState } from './posting-time-state.ts';
import type { WeightedBelief } from './slot-prior.ts';

/** How far one post moved the estimate of an hour. */
export interface SlotContribution {
  /** The post's id. */
  readonly id: string;
  readonly slot: HourOfWeek;
  /** In log points of the objective; positive speaks for the hour. */
  readonly contribution: number;
}

/** The posts that moved the estimate of an hour, the strongest first. */
export function traceContributions(
  parts: readonly WeightedBelief[],
  { posts, asOf, halfLifeDays }: PostingTimeState,
  slot: HourOfWeek,
  scale: number,
): SlotContribution[] {
  const influence = influenceOn(parts, slot);
  const present = Date.parse(asOf);
  return posts
    .map((post) => {
      const age = (present - post.publishedAt) / 86_400_000;
      const weight = 2 ** (-age / halfLifeDays);
      const contribution = (influence[post.slot] as number) * weight * post.residual * scale;
      return { id: post.id, slot: post.slot, contribution };
    })
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** In a Gaussian model a post moves an hour by their posterior covariance times its residual. */
function influenceOn(parts: readonly WeightedBelief[], slot: HourOfWeek): Float64Array {
  const influence = new Float64Array(hoursPerWeek);
  for (const { weight, belief } of parts) {
    const { root, rank } = belief;
    for (let other = 0; other < hoursPerWeek; other += 1) {
      let sum = 0;
      for (let k = 0; k < rank; k += 1) {
        sum += (root[slot * rank + k] as number) * (root[other * rank + k] as number);
      }
      influence[other] = (influence[other] as number) + weight * sum;
    }
  }
  return influence;
}
