import { epochMilliseconds, type Random } from '@affiche/core';
import type { ModelNetwork } from '../conformance/model-network.ts';
import type { SteppedClock } from '../conformance/stepped-clock.ts';

/** When every history begins, in milliseconds since the epoch. */
export const start = epochMilliseconds('2027-01-04T08:00:00Z');

/** The world of one history. */
export interface World {
  readonly random: Random;
  readonly clock: SteppedClock;
  readonly network: ModelNetwork;
  readonly ids: readonly string[];
  isCalm: boolean;
}
