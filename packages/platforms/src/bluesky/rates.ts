import type { RateRule } from '@affiche/core';

const source = {
  url: 'https://docs.bsky.app/docs/advanced-guides/rate-limits',
  verifiedAt: '2026-11-21',
};

/** The rate budgets of Bluesky's servers; others may set their own, and tell in their answers. */
export const blueskyRates: RateRule[] = [
  rate('writes', 'account', 5_000, 3_600),
  rate('writes', 'account', 35_000, 86_400),
  rate('requests', 'address', 3_000, 300),
  rate('login', 'account', 30, 300),
  rate('login', 'account', 300, 86_400),
  rate('blobs', 'account', 1_000, 86_400),
  { ...rate('videos', 'account', 25, 86_400), confidence: 'unverified' },
];

function rate(
  bucket: string,
  per: RateRule['per'],
  points: number,
  windowSeconds: number,
): RateRule {
  return { bucket, per, points, windowSeconds, kind: 'fixed', confidence: 'official', source };
}
