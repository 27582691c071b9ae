import type { Source } from '@affiche/core';

/** A day from which a network counts something differently: numbers from before do not compare. */
export interface EraBreak {
  readonly platform: string;
  readonly facts: readonly string[];
  readonly from: string;
  readonly source: Source;
}

/** The days that break series. */
export const eraBreaks: readonly EraBreak[] = [
  {
    platform: 'instagram',
    facts: ['impressions', 'views'],
    from: '2025-04-21',
    source: {
      url: 'https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights',
      verifiedAt: '2026-11-21',
    },
  },
  {
    platform: 'facebook',
    facts: ['impressions', 'views', 'followers'],
    from: '2025-11-15',
    source: {
      url: 'https://developers.facebook.com/blog/post/2025/08/15/page-insights-api-updates',
      verifiedAt: '2026-11-21',
    },
  },
];
