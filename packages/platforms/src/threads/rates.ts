import type { RateRule } from '@affiche/core';

const day = 86_400;
const source = {
  url: 'https://developers.facebook.com/documentation/threads/overview',
  verifiedAt: '2026-11-21',
};

function rate(bucket: string, points: number): RateRule {
  return {
    bucket,
    per: 'account',
    points,
    windowSeconds: day,
    kind: 'sliding',
    confidence: 'official',
    source,
  };
}

/** Requests in 24 hours for an account that nobody saw: 4,800 times the least number of impressions. */
export const requestPoints = 48_000;

/** The budgets of Threads, all for one profile and the last 24 hours. */
export const threadsRates: readonly RateRule[] = [
  rate('posts', 250),
  rate('replies', 1000),
  rate('deletes', 100),
  rate('requests', requestPoints),
];
