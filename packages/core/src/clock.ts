/**
 * Time, passed in wherever it matters, so that a test or a simulation can own it.
 */
export interface Clock {
  /** Milliseconds since the epoch; may jump when somebody sets the clock. */
  now(): number;
  /** Seconds on a clock that never jumps; only differences mean anything. */
  monotonic(): number;
  /** Waits this many seconds; rejects with the signal's reason when it is aborted. */
  sleep(seconds: number, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /**
   * Calls back after this many seconds; what it returns takes that back. It may be left out: to sleep does
   * as well, only dearer where thousands of calls end in time.
   */
  readonly after?: (seconds: number, call: () => void) => () => void;
  /** Runs work during which a simulated clock must stand still; real clocks leave it out. */
  during?<Result>(work: () => Promise<Result>): Promise<Result>;
}

// Node fires a longer timer at once.
const longestTimerSeconds = 2 ** 31 / 1000 - 1;

/** The machine's own clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now() / 1000,
    async sleep(seconds, { signal } = {}) {
      signal?.throwIfAborted();
      for (let left = seconds; left > 0; left -= longestTimerSeconds) {
        await timer(Math.min(left, longestTimerSeconds) * 1000, signal);
      }
    },
    after(seconds, call) {
      let timeout: NodeJS.Timeout;
      const wait = (left: number) => {
        const next = () => (left > longestTimerSeconds ? wait(left - longestTimerSeconds) : call());
        timeout = setTimeout(next, Math.min(left, longestTimerSeconds) * 1000);
      };
      wait(seconds);
      return () => clearTimeout(timeout);
    },
  };
}

function timer(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = () => {
      clearTimeout(timeout);
      reject(signal?.reason as Error);
    };
    const timeout = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
