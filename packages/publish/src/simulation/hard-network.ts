import type { Clock, Random } from '@affiche/core';
import {
  type ModelFault,
  modelNetwork,
  type ModelNetwork,
  type ModelRecognition,
} from '../conformance/model-network.ts';
import type { SteppedClock } from '../conformance/stepped-clock.ts';
import { pick } from './pick.ts';
import { start } from './world.ts';

const faults: readonly ModelFault[] = [
  'not-sent',
  'throttled',
  'token-expired',
  'refused',
  'cut-before',
  'cut-after',
  'error-before',
  'error-after',
  'nonsense-after',
  'hang-before',
  'hang-after',
  'late',
];

/** A network that fails a third of the time, each request being slow in its own way. */
export function hardNetwork(
  clock: SteppedClock,
  random: Random,
  recognition: ModelRecognition,
  isCalm: () => boolean,
): ModelNetwork {
  // The network's own clock is right, whatever ours shows.
  const own: Clock = { ...clock, now: () => start + Math.round(clock.monotonic() * 1000) };
  const network: ModelNetwork = modelNetwork({
    clock: own,
    recognition,
    keyWindowSeconds: pick(random, [60, 3600]),
    listingLagSeconds: random() * 3,
    login: true,
    latencySeconds: () => 0.05 + random() * random() * 3,
    lateSeconds: 4 + random() * 8,
    decide: ({ account }) => {
      if (isCalm() || random() > 0.3) return 'none';
      const fault = pick(random, faults);
      if (fault === 'token-expired') network.expireTokens(account);
      return fault === 'refused' && random() > 0.2 ? 'cut-after' : fault;
    },
  });
  return network;
}
