import type { Clock } from '@affiche/core';

const windowMilliseconds = 600_000;

/** Counts the requests that Discord calls invalid, for which it shuts an address out. */
export interface InvalidRequests {
  /** Notes an answer: 401, 403, and 429 unless the limit is shared with others. */
  note(status: number, headers: Headers, clock: Clock): void;
  /** Until when it is time to be quiet, in milliseconds since the epoch: 10 minutes at most. */
  quietUntil(clock: Clock): number | undefined;
}

/**
 * A count for one adapter of one process. Discord counts per address: 10,000 in 10 minutes.
 *
 * @see {@link https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Discord: invalid requests} (2026-11-21)
 */
export function countInvalidRequests(most: number): InvalidRequests {
  let moments: number[] = [];
  return {
    note(status, headers, clock) {
      const shared = headers.get('x-ratelimit-scope') === 'shared';
      if (status === 401 || status === 403 || (status === 429 && !shared)) {
        moments.push(clock.now());
      }
    },
    quietUntil(clock) {
      if (moments.length < most) return undefined;
      moments = moments.filter((at) => at > clock.now() - windowMilliseconds);
      const leaving = moments.at(-most);
      return leaving === undefined ? undefined : leaving + windowMilliseconds;
    },
  };
}
