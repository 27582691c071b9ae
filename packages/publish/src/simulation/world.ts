import type { Random } from '@affiche/core';
import type { ModelNetwork } from '../conformance/model-network.ts';
import type { SteppedClock } from '../conformance/stepped-clock.ts';

/** The world of one history. */
export interface World {
  readonly random: Random;
  readonly clock: SteppedClock;
  readonly network: ModelNetwork;
  readonly ids: readonly string[];
  isCalm: boolean;
}
