import { hoursPerWeek } from './hour-of-week.ts';
import type { SlotEstimate } from './slot-estimate.ts';

/** The hours with the best estimates, best first, a gap apart on the round of the week. */
export function choosePrime(
  surface: readonly SlotEstimate[],
  count: number,
  minGapHours: number,
): SlotEstimate[] {
  const chosen: SlotEstimate[] = [];
  const best = surface.toSorted((a, b) => b.uplift.estimate - a.uplift.estimate || a.slot - b.slot);
  for (const estimate of best) {
    if (chosen.length >= count) break;
    if (chosen.every(({ slot }) => distance(slot, estimate.slot) >= minGapHours)) {
      chosen.push(estimate);
    }
  }
  return chosen;
}

function distance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, hoursPerWeek - apart);
}
