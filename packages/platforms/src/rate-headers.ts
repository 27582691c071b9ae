import { instant, type RateObservation } from '@affiche/core';

/** What an answer's headers say about a budget, before anybody knows which budget it is. */
export type RateHeaders = Omit<RateObservation, 'bucket' | 'refused'>;

/**
 * Reads what an answer says about rate budgets, in every dialect the networks speak:
 * `RateLimit-*` (separate fields or the IETF's single one), `X-RateLimit-*`, `X-Rate-Limit-*`,
 * `RateLimit-Policy` and `Retry-After`. `undefined` when it says nothing.
 *
 * @param now - Milliseconds since the epoch, for durations that count from the answer.
 */
export function readRateHeaders(headers: Headers, now: number): RateHeaders | undefined {
  const combined = parameters(headers.get('ratelimit'));
  const policy = /(?:^\s*"?|\bq=)(?<points>\d+)"?\s*;.*?\bw=(?<window>\d+)/.exec(
    headers.get('ratelimit-policy') ?? '',
  )?.groups;
  const limit = number(first(headers, 'limit') ?? combined['limit'] ?? policy?.['points']);
  const remaining = number(first(headers, 'remaining') ?? combined['remaining'] ?? combined['r']);
  const resetAt =
    moment(headers.get('retry-after'), now) ??
    moment(first(headers, 'reset') ?? combined['reset'] ?? combined['t'] ?? null, now);
  const windowSeconds = number(policy?.['window']);
  const said = {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetAt !== undefined && { resetAt: instant(resetAt) }),
    ...(windowSeconds !== undefined && { windowSeconds }),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}

const prefixes = ['ratelimit', 'x-ratelimit', 'x-rate-limit'];

function first(headers: Headers, field: string): string | undefined {
  return prefixes
    .map((prefix) => headers.get(`${prefix}-${field}`))
    .find((value) => value !== null && value !== '') as string | undefined;
}

/** The IETF's `limit=100, remaining=50, reset=30` and its later `"default";r=50;t=30`, as its policies. */
function parameters(value: string | null): Record<string, string> {
  return Object.fromEntries(
    [...(value ?? '').matchAll(/(?<name>[a-z]+)\s*=\s*"?(?<value>[\d.]+)"?/gi)].map((match) => [
      match.groups?.['name']?.toLowerCase() ?? '',
      match.groups?.['value'] ?? '',
    ]),
  );
}

// A number this large is no duration: 2001 in seconds, and no budget is a thousand years away.
const epochSeconds = 1_000_000_000;
const epochMillis = 100_000_000_000;
// Beyond what a date can hold.
const lastMoment = 8_640_000_000_000_000;

/** Epoch seconds, epoch milliseconds, seconds from now, an ISO moment or an HTTP date. */
function moment(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const count = number(value);
  const at =
    count === undefined
      ? parseDate(value)
      : count >= epochMillis
        ? count
        : count >= epochSeconds
          ? count * 1000
          : now + count * 1000;
  return Number.isFinite(at) && Math.abs(at) <= lastMoment ? Math.ceil(at) : undefined;
}

// A runtime reads all kinds of things as dates, and some of them in the host's own zone.
const date =
  /^(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)|[A-Z][a-z]{2,8}, [\w -]+ [\d:]{8} GMT)$/;

function parseDate(value: string): number {
  return date.test(value.trim()) ? Date.parse(value) : Number.NaN;
}

function number(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
