import { instant } from '@affiche/core';
import type { Charge, ChargeWindow } from '../outbox/charge.ts';
import { spanAt } from '../outbox/window-span.ts';
import type { QuotaUse } from './plan.ts';

interface Usage {
  readonly windows: Charge['windows'];
  total: number;
  /** Two lists of numbers: a hundred thousand objects would weigh four times as much. */
  readonly at: number[];
  readonly points: number[];
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
        const usage = buckets.get(bucket) ?? { windows, total: 0, at: [], points: [] };
        buckets.set(bucket, usage);
        usage.total += points;
        if (windows.length === 0) continue;
        usage.at.push(at);
        usage.points.push(points);
      }
    },
    costs: () => Object.fromEntries([...buckets].map(([bucket, { total }]) => [bucket, total])),
    quotas: () =>
      [...buckets].flatMap(([bucket, { windows, at, points: taken }]) => {
        const ordered = at.map((moment, use) => ({ at: moment, points: taken[use] ?? 0 }));
        ordered.sort((a, b) => a.at - b.at);
        return windows.map((window) => ({
          bucket,
          windowSeconds: window.windowSeconds,
          limit: window.points,
          ...busiest(ordered, window),
        }));
      }),
  };
}

/** Moves a window over the uses, oldest first. */
function busiest(
  uses: readonly { readonly at: number; readonly points: number }[],
  window: ChargeWindow,
): Pick<QuotaUse, 'peak' | 'peakAt'> {
  let peak = 0;
  let peakAt = 0;
  let sum = 0;
  let oldest = 0;
  let span = spanAt(window, uses[0]?.at ?? 0);
  for (const { at, points } of uses) {
    sum += points;
    // A day of a calendar is not worked out anew for each of thousands of uses.
    if (at >= (span.until ?? at)) span = spanAt(window, at);
    for (let use = uses[oldest]; use && use.at <= span.since; use = uses[oldest]) {
      sum -= use.points;
      oldest += 1;
    }
    if (sum > peak) [peak, peakAt] = [sum, at];
  }
  return { peak, peakAt: instant(peakAt) };
}
