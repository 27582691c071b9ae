import type { RateRule } from '@affiche/core';

const day = 86_400;
const limiting = {
  url: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  verifiedAt: '2026-11-21',
};
const reels = {
  url: 'https://developers.facebook.com/docs/video-api/guides/reels-publishing',
  verifiedAt: '2026-11-21',
};

/** Requests in 24 hours for a page with one engaged reader: 4,800 for each of them. */
export const requestPoints = 4800;

/** The budgets of Facebook, all for one page and the last 24 hours. */
export const facebookRates: readonly RateRule[] = [
  {
    bucket: 'requests',
    per: 'account',
    points: requestPoints,
    windowSeconds: day,
    kind: 'sliding',
    confidence: 'official',
    source: limiting,
  },
  {
    bucket: 'reels',
    per: 'account',
    points: 30,
    windowSeconds: day,
    kind: 'sliding',
    confidence: 'official',
    source: reels,
  },
];
