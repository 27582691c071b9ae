import type { Clock } from './clock.ts';
import { epochMilliseconds, type Instant } from './instant.ts';

/** A clock whose time passes only when told to, or when everybody waits. */
export interface SimulatedClock extends Clock {
  /** Lets this many seconds pass and wakes whoever is due, in order. */
  advance(seconds: number): Promise<void>;
  /** Sets the wall clock, as a person or a time server would; sleepers and `monotonic` do not notice. */
  jump(seconds: number): void;
  during<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** How a simulated clock behaves. */
export interface SimulatedClockOptions {
  /** What it shows at first. */
  readonly start: Instant;
  /**
   * Whether it jumps to the next sleeper as soon as nothing runs inside `during`:
   * weeks pass in seconds. Otherwise only `advance` moves it.
   *
   * @defaultValue false
   */
  readonly automatic?: boolean;
}

/** Lets everything that is ready run first; `setTimeout` is the one macrotask every runtime has. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/**
 * A clock for tests and simulations.
 *
 * ```ts
 * import { instant, simulatedClock } from '@affiche/core';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z', automatic: true });
 * await clock.sleep(3600);
 * instant(clock.now()); // => '2027-01-04T09:00:00.000Z'
 * ```
 */
export function simulatedClock({
  start,
  automatic = false,
}: SimulatedClockOptions): SimulatedClock {
  let wallOffset = epochMilliseconds(start);
  let elapsed = 0;
  let busy = 0;
  let scheduled = false;
  let sleepers: Sleeper[] = [];

  function wakeNext(until: number): boolean {
    const next = sleepers.toSorted((a, b) => a.wakeAt - b.wakeAt)[0];
    if (!next || next.wakeAt > until) return false;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    elapsed = Math.max(elapsed, next.wakeAt);
    next.wake();
    return true;
  }

  function settle(): void {
    if (!automatic || scheduled) return;
    scheduled = true;
    // A macrotask later, so that whoever was just woken can start work or sleep again first.
    setTimeout(() => {
      scheduled = false;
      if (busy === 0 && wakeNext(Infinity)) settle();
    }, 0);
  }

  return {
    now: () => wallOffset + Math.round(elapsed * 1000),
    monotonic: () => elapsed,
    sleep(seconds, { signal } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const stop = () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          reject(signal?.reason as Error);
        };
        const wake = () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const sleeper: Sleeper = { wakeAt: elapsed + Math.max(0, seconds), wake };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
        settle();
      });
    },
    async during(work) {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
        settle();
      }
    },
    async advance(seconds) {
      const until = elapsed + seconds;
      while (wakeNext(until)) await macrotask();
      elapsed = until;
      await macrotask();
    },
    jump(seconds) {
      wallOffset += seconds * 1000;
    },
  };
}
