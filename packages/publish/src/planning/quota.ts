import { instant } from '@affiche/core';
import type { Charge } from '../outbox/charge.ts';
import type { QuotaUse } from './plan.ts';

interface Usage {
  readonly windows: Charge['windows'];
  readonly uses: { readonly at: number; readonly points: number }[];
}

/** Adds up what planned steps take from each bucket, and finds the busiest window of each. */
export function quotaLedger(): {
  add(at: number, charges: readonly Charge[]): void;
  costs(): Record<string, number>;
  quotas(): QuotaUse[];
} {
  const buckets = new Map<string, Usage>();
  return {
    add(at, charges) {
      for (const { bucket, points, windows } of charges) {
        if (points === 0) continue;
        const usage = buckets.get(bucket) ?? { windows, uses: [] };
        buckets.set(bucket, usage);
        usage.uses.push({ at, points });
      }
    },
    costs: () =>
      Object.fromEntries(
        [...buckets].map(([bucket, { uses }]) => [
          bucket,
          uses.reduce((sum, { points }) => sum + points, 0),
        ]),
      ),
    quotas: () =>
      [...buckets].flatMap(([bucket, { windows, uses }]) => {
        const ordered = uses.toSorted((a, b) => a.at - b.at);
        return windows.map(({ points, windowSeconds }) => ({
          bucket,
          windowSeconds,
          limit: points,
          ...busiest(ordered, windowSeconds),
        }));
      }),
  };
}

/** Slides a window over the uses, oldest first. */
function busiest(uses: Usage['uses'], windowSeconds: number): Pick<QuotaUse, 'peak' | 'peakAt'> {
  let peak = 0;
  let peakAt = 0;
  let sum = 0;
  let oldest = 0;
  for (const { at, points } of uses) {
    sum += points;
    for (let use = uses[oldest]; use && use.at <= at - windowSeconds * 1000; use = uses[oldest]) {
      sum -= use.points;
      oldest += 1;
    }
    if (sum > peak) [peak, peakAt] = [sum, at];
  }
  return { peak, peakAt: instant(peakAt) };
}
