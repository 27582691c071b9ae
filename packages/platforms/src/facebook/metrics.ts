import type { Instant } from '@affiche/core';

/** A number of the network, what it is called here, and until when there is one. */
export interface Metric {
  readonly name: string;
  readonly fact: string;
  /** Nothing is known from then on: asking for it refuses the whole call. */
  readonly until?: Instant;
}

/**
 * What the network tells of a post, over its life.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/reference/insights | Meta: insights} (2026-11-21)
 */
export const postMetrics: readonly Metric[] = [
  { name: 'post_media_view', fact: 'views' },
  { name: 'post_total_media_view_unique', fact: 'viewers' },
  { name: 'post_clicks', fact: 'clicks' },
  { name: 'post_video_views', fact: 'views3s' },
  { name: 'post_impressions', fact: 'impressions', until: '2026-06-15T00:00:00.000Z' },
];

/** What the network tells of a page, day by day; people are counted once over the whole window. */
export const pageMetrics: readonly (Metric & { readonly period: 'day' | 'days_28' })[] = [
  { name: 'page_media_view', fact: 'views', period: 'day' },
  { name: 'page_total_media_view_unique', fact: 'viewers', period: 'days_28' },
  { name: 'page_views_total', fact: 'profileVisits', period: 'day' },
  { name: 'page_daily_follows_unique', fact: 'follows', period: 'day' },
  { name: 'page_daily_unfollows_unique', fact: 'unfollows', period: 'day' },
  { name: 'page_video_views', fact: 'views3s', period: 'day' },
  {
    name: 'page_impressions',
    fact: 'impressions',
    period: 'day',
    until: '2025-11-15T00:00:00.000Z',
  },
];

/** Metrics that exist at a moment. */
export function alive<Each extends Metric>(metrics: readonly Each[], now: Instant): Each[] {
  return metrics.filter(({ until }) => until === undefined || now < until);
}
