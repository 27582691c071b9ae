import type { RateRule } from '@affiche/core';
import { publishing } from './limits.ts';

const day = 86_400;

function rate(bucket: string, points: number, windowSeconds: number): RateRule {
  return {
    bucket,
    per: 'account',
    points,
    windowSeconds,
    kind: 'sliding',
    confidence: 'official',
    source: publishing,
  };
}

/** Requests in 24 hours for an account that nobody saw: 4,800 times the least number of impressions. */
export const requestPoints = 48_000;

/** The budgets of Instagram, all for one account. The number of posts is corrected by what the network says. */
export const instagramRates: readonly RateRule[] = [
  rate('posts', 100, day),
  rate('containers', 400, day),
  rate('requests', requestPoints, day),
  rate('private-replies', 750, 3600),
];
