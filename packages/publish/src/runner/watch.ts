import type { Clock } from '@affiche/core';
import type { Attempt } from '../outbox/entry.ts';

/**
 * How long this process has watched open attempts, on its own monotonic clock. Wall clocks jump and
 * other processes' clocks are theirs: that nothing came of a request is believed only after that
 * much time has passed before our own eyes.
 */
export interface Watch {
  /** Seconds since this process first saw the attempt; starts the count when it had not. */
  seconds(id: string, attempt: Attempt): number;
  forget(id: string, attempt: Attempt): void;
}

/** A watch by this clock. */
export function createWatch(clock: Clock): Watch {
  const firstSeen = new Map<string, number>();
  return {
    seconds(id, attempt) {
      const key = keyOf(id, attempt);
      const since = firstSeen.get(key) ?? clock.monotonic();
      firstSeen.set(key, since);
      return clock.monotonic() - since;
    },
    forget(id, attempt) {
      firstSeen.delete(keyOf(id, attempt));
    },
  };
}

function keyOf(id: string, { step, number, sends }: Attempt): string {
  return JSON.stringify([id, step, number, sends]);
}
