import { instant, type RateObservation, type RateRule } from '@affiche/core';
import { readRateHeaders } from '../rate-headers.ts';
import type { PinterestSettings } from './settings.ts';

const source = {
  url: 'https://developers.pinterest.com/docs/reference/rate-limits/',
  verifiedAt: '2026-11-21',
};

/** The budgets of Pinterest. */
export function pinterestRates({ access, writesPerMinute = 60 }: PinterestSettings): RateRule[] {
  const requests = { bucket: 'requests', confidence: 'official', source } as const;
  return [
    access === 'trial'
      ? { ...requests, per: 'app', points: 1000, windowSeconds: 86_400, kind: 'fixed' }
      : { ...requests, per: 'account', points: 100, windowSeconds: 1, kind: 'sliding' },
    {
      bucket: 'writes',
      per: 'account',
      points: writesPerMinute,
      windowSeconds: 60,
      kind: 'sliding',
      confidence: 'unverified',
      source,
    },
  ];
}

/**
 * What an answer says about its budget. The limit comes with every window that it has, as in
 * `60, 100;w=1, 60;w=60`: the first number is the one that the others in the answer are about.
 *
 * @param now - Milliseconds since the epoch.
 */
export function readPinterestRates(
  headers: Headers,
  { bucket, refused, now }: { bucket: string; refused: boolean; now: number },
): RateObservation | undefined {
  const { remaining, resetAt } = readRateHeaders(headers, now) ?? {};
  const written = headers.get('x-ratelimit-limit') ?? '';
  const limit = Number(/^\s*(?<points>\d+)/.exec(written)?.groups?.['points'] ?? Number.NaN);
  const windows = [...written.matchAll(/(?<points>\d+)\s*;\s*w=(?<seconds>\d+)/g)];
  const own = windows.find(({ groups }) => Number(groups?.['points']) === limit);
  const said = {
    ...(Number.isFinite(limit) && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetAt !== undefined && { resetAt }),
    ...(own && { windowSeconds: Number(own.groups?.['seconds']) }),
  };
  if (!refused && Object.keys(said).length === 0) return undefined;
  // A refusal that names no moment: the longest of its windows is a minute.
  const away = refused && resetAt === undefined ? { resetAt: instant(now + 60_000) } : {};
  return { bucket, refused, ...said, ...away };
}
