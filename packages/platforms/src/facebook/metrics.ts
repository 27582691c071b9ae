import type { Instant, Scope } from '@affiche/core';

/** A number of the network, what it is called here, and until when there is one. */
export interface Metric {
  /** `name.part` for a part of it. */
  readonly name: string;
  readonly fact: string;
  /** @defaultValue 'organic' */
  readonly scope?: Scope;
  /** Nothing is known from then on: asking for it refuses the whole call. */
  readonly until?: Instant;
}

const feelings = ['like', 'love', 'wow', 'haha', 'sorry', 'anger'];

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
  ...feelings.map((each) => reaction(`post_reactions_by_type_total.${each}`, each)),
  { name: 'post_impressions', fact: 'impressions', until: '2026-06-15T00:00:00.000Z' },
];

/** A metric of a page. */
export interface PageMetric extends Metric {
  readonly period: 'day' | 'days_28';
  /** Whether the last day says it all; days are added up otherwise. */
  readonly level?: boolean;
}

/** What the network tells of a page, day by day; people are counted once over the whole window. */
export const pageMetrics: readonly PageMetric[] = [
  daily('page_media_view', 'views'),
  { name: 'page_total_media_view_unique', fact: 'viewers', period: 'days_28' },
  daily('page_views_total', 'profileVisits'),
  daily('page_post_engagements', 'interactions'),
  daily('page_daily_follows_unique', 'follows'),
  daily('page_daily_unfollows_unique', 'unfollows'),
  { ...daily('page_follows', 'followers'), level: true },
  ...views('page_video_views', 'views3s'),
  ...views('page_video_complete_views_30s', 'views30s'),
  ...feelings.map((each) => ({
    ...reaction(`page_actions_post_reactions_${each}_total`, each),
    period: 'day' as const,
  })),
  { ...daily('page_impressions', 'impressions'), until: '2025-11-15T00:00:00.000Z' },
];

/** The facts that all of this gives, each once. */
export const facebookFacts: readonly string[] = [
  ...new Set([
    ...[...postMetrics, ...pageMetrics].map(({ fact }) => fact),
    'reactions',
    'comments',
    'shares',
  ]),
];

function daily(name: string, fact: string): PageMetric {
  return { name, fact, period: 'day' };
}

function reaction(name: string, feeling: string): Metric {
  return { name, fact: `${feeling}Reactions` };
}

/** All of them, and apart those that nobody paid for and those that somebody did. */
function views(name: string, fact: string): PageMetric[] {
  return [
    { ...daily(name, fact), scope: 'total' },
    daily(`${name}_organic`, fact),
    { ...daily(`${name}_paid`, fact), scope: 'paid' },
  ];
}

/** Metrics that exist at a moment. */
export function alive<Each extends Metric>(metrics: readonly Each[], now: Instant): Each[] {
  return metrics.filter(({ until }) => until === undefined || now < until);
}
