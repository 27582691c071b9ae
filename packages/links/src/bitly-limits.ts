import { type Clock, PlatformError } from '@affiche/core';

/** How much of Bitly one process may use. */
export interface BitlyLimits {
  /** Connections at a time; Bitly allows five per address. */
  readonly concurrent: number;
  /** Requests in any minute; a tenth of the plan's hour. */
  readonly perMinute: number;
  /** Requests that are left this month, as far as this process may go. */
  readonly perMonth: number;
}

/**
 * Bitly's limits for its free plan. The number per minute is not published: it is a careful guess.
 *
 * @see {@link https://dev.bitly.com | Bitly: rate limits}, 2026-11-21
 */
export const bitlyFreePlan: BitlyLimits = { concurrent: 5, perMinute: 10, perMonth: 1000 };

/** Lets requests through one by one, so that none of the three limits is passed. */
export function bitlyGate(limits: BitlyLimits, clock: Clock) {
  const sent: number[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;
  let total = 0;

  async function enter(signal: AbortSignal | undefined): Promise<void> {
    while (running >= limits.concurrent) await freed(signal);
    // Taken before any wait, so that whoever comes next sees it.
    running += 1;
    try {
      if (total >= limits.perMonth) throw exhausted(limits.perMonth);
      await room(signal);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Waits until fewer than `perMinute` requests lie within the last minute. */
  async function room(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const now = clock.monotonic();
      while ((sent[0] ?? now) <= now - 60) sent.shift();
      if (sent.length < limits.perMinute) break;
      await clock.sleep((sent[0] ?? now) + 60 - now, signal && { signal });
    }
    sent.push(clock.monotonic());
    total += 1;
  }

  function freed(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason as Error);
      };
      const go = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      waiting.push(go);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  function leave(): void {
    running -= 1;
    waiting.shift()?.();
  }

  return async function through<Result>(
    work: () => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    await enter(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

function exhausted(perMonth: number): PlatformError {
  return new PlatformError('bitly-quota', {
    message: `The ${perMonth} requests that Bitly may be sent this month are used up`,
    hint: 'Wait for the next month, or raise limits.perMonth when the plan allows more.',
    details: { failure: { kind: 'quota', message: 'the monthly budget is used up' } },
  });
}
