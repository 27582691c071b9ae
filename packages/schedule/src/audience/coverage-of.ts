import type { Instant } from '@affiche/core';
import { chooseCoverage, type CoverageChoice } from '../coverage-slots.ts';
import type { SlotEstimate } from '../slot-estimate.ts';
import type { AudienceSegment } from './audience-activity.ts';

/**
 * What hours that somebody chose reach: per segment, the share of it reached at least once a week.
 */
export function coverageOf(
  slots: readonly SlotEstimate[],
  audience: readonly AudienceSegment[],
  context: { readonly zone: string; readonly asOf: Instant; readonly reach?: number },
): CoverageChoice {
  return chooseCoverage(slots, slots.length, audience, { ...context, primeShare: 1 });
}
