import type { Clock } from '@affiche/core';

/** What the servers' own clocks show, as far as their answers told. */
export interface ServerTimes {
  /** Reads the date of an answer to a call for this account. */
  hear(account: string, response: Response): void;
  /** What the server's clock shows now, in milliseconds since the epoch; absent when it never told. */
  now(account: string): number | undefined;
}

/**
 * Listens to the dates of answers. Looking for a post "since we sent it" compares with what the
 * server wrote on it, and the server does not go by our clock, which may be wrong or set at any time.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1 | RFC 9110, the Date field}
 */
export function serverTimes(clock: Clock): ServerTimes {
  const heard = new Map<string, { readonly at: number; readonly monotonic: number }>();
  return {
    hear(account, { headers }) {
      // A simulated clock is the servers' clock too; what comes out of a cache is old.
      if (clock.during || headers.has('age')) return;
      const at = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(at)) heard.set(account, { at, monotonic: clock.monotonic() });
    },
    now(account) {
      const last = heard.get(account);
      return last && last.at + (clock.monotonic() - last.monotonic) * 1000;
    },
  };
}
