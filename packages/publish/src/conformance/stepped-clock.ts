import type { Clock } from '@affiche/core';

/** A clock that passes only from one sleeper to the next, once nothing else can run. */
export interface SteppedClock extends Clock {
  /** Time stands still meanwhile: for work that leaves this process. */
  during<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Sets the wall clock ahead or back, in seconds. */
  jump(seconds: number): void;
  /** Goes on until this is so, or nobody sleeps any more, or so many seconds have passed. */
  runUntil(isDone: () => boolean, limitSeconds: number): Promise<void>;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** Makes a clock that shows this moment, in milliseconds since the epoch. */
export function steppedClock(start: number): SteppedClock {
  const sleepers = new Set<Sleeper>();
  let offset = start;
  let elapsed = 0;
  let busy = 0;

  /** Whoever wakes first; of several at one moment, whoever fell asleep first. */
  function next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const each of sleepers) if (!first || each.wakeAt < first.wakeAt) first = each;
    return first;
  }

  const isBusy = () => busy > 0;

  return {
    now: () => offset + Math.round(elapsed * 1000),
    monotonic: () => elapsed,
    jump(seconds) {
      offset += seconds * 1000;
    },
    sleep(seconds, { signal } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        const sleeper: Sleeper = {
          // A real timer is never early, and what is due in the same millisecond takes turns.
          wakeAt: elapsed + Math.max(0.001, seconds),
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      });
    },
    async during(work) {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
    async runUntil(isDone, limitSeconds) {
      const limit = elapsed + limitSeconds;
      for (;;) {
        await everythingElse();
        if (isBusy()) continue;
        const sleeper = isDone() ? undefined : next();
        if (!sleeper || sleeper.wakeAt > limit) return;
        elapsed = Math.max(elapsed, sleeper.wakeAt);
        sleeper.wake();
      }
    },
  };
}

/** Lets all that is ready run. */
function everythingElse(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}
