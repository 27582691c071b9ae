import { instant, type RateObservation } from '@affiche/core';
import { networkApi } from '../network-api.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { redditErrors } from './errors.ts';
import { Refusal } from './wire.ts';

/** The calls of Reddit. */
export const reddit = networkApi({
  host: 'oauth.reddit.com',
  headers: ({ handle, id }, { credentials }) => ({
    authorization: `Bearer ${credentials['accessToken'] ?? ''}`,
    // Programs without a name of their own are slowed down.
    'user-agent':
      credentials['userAgent'] ??
      `web:affiche-${credentials['clientId'] ?? 'unnamed'}:1 (by /u/${handle ?? id})`,
  }),
  errors: redditErrors,
  refusal: Refusal,
  comeBackAt(body, now) {
    const { errors, ratelimit } = Refusal.safeParse(body).data?.json ?? {};
    const seconds = ratelimit ?? secondsIn(JSON.stringify(errors));
    return seconds === undefined ? undefined : instant(now + Math.min(seconds, longest) * 1000);
  },
  rates: readRedditRates,
});

// Nobody means longer than a day.
const longest = 86_400;

const units: Readonly<Record<string, number>> = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  hour: 3600,
};

/** `Take a break for 8 minutes before trying again.` */
function secondsIn(words = ''): number | undefined {
  const { count, unit = '' } =
    /(?<count>\d+) (?<unit>millisecond|second|minute|hour)s?/.exec(words)?.groups ?? {};
  return count === undefined ? undefined : Math.max(1, Number(count) * (units[unit] ?? 1));
}

/** Reddit says what was used and what is left, and when that ends in seconds from now. */
function readRedditRates(headers: Headers, refused: boolean, now: number): RateObservation[] {
  const { remaining, resetAt } = readRateHeaders(headers, now) ?? {};
  if (!refused && remaining === undefined) return [];
  const used = Number.parseFloat(headers.get('x-ratelimit-used') ?? '');
  return [
    {
      bucket: 'requests',
      refused,
      windowSeconds: 600,
      ...(remaining !== undefined && { remaining }),
      ...(remaining !== undefined && Number.isFinite(used) && { limit: used + remaining }),
      ...(resetAt !== undefined && { resetAt }),
    },
  ];
}
