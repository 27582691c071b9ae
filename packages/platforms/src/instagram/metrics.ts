/** A number of the network, and what it is called here. */
export interface Metric {
  readonly name: string;
  readonly fact: string;
  /**
   * What one of the network's units is in ours: it gives milliseconds where we have seconds.
   *
   * @defaultValue 1
   */
  readonly factor?: number;
  /** The day from which the network refuses it; what took its place is `views`. */
  readonly until?: string;
}

const common: readonly Metric[] = [
  { name: 'views', fact: 'views' },
  { name: 'reach', fact: 'reach' },
  { name: 'shares', fact: 'shares' },
  { name: 'total_interactions', fact: 'interactions' },
  // Views took their place, and count differently: nothing is carried over.
  { name: 'impressions', fact: 'impressions', until: '2025-04-21' },
];
const lasting: readonly Metric[] = [
  ...common,
  { name: 'likes', fact: 'reactions' },
  { name: 'comments', fact: 'comments' },
  { name: 'saved', fact: 'saves' },
];
const visits: readonly Metric[] = [
  { name: 'follows', fact: 'follows' },
  { name: 'profile_visits', fact: 'profileVisits' },
  { name: 'profile_activity', fact: 'profileActions' },
];
const crossposted: readonly Metric[] = [
  { name: 'facebook_views', fact: 'facebookViews' },
  { name: 'crossposted_views', fact: 'crosspostedViews' },
];

/** What the network tells of a post over its life, by `media_product_type`. */
export const postMetrics: Readonly<Record<string, readonly Metric[]>> = {
  FEED: [...lasting, ...visits, { name: 'reposts', fact: 'reposts' }],
  REELS: [
    ...lasting,
    { name: 'reposts', fact: 'reposts' },
    { name: 'ig_reels_avg_watch_time', fact: 'averageWatchSeconds', factor: 0.001 },
    { name: 'ig_reels_video_view_total_time', fact: 'watchSeconds', factor: 0.001 },
    { name: 'reels_skip_rate', fact: 'skipRatePercent' },
    { name: 'plays', fact: 'views', until: '2025-04-21' },
    ...crossposted,
  ],
  STORY: [
    ...common,
    ...visits,
    { name: 'navigation', fact: 'storyNavigation' },
    { name: 'replies', fact: 'storyReplies' },
  ],
};

/** What the network tells of an account between two moments. */
export const accountMetrics: readonly Metric[] = [
  { name: 'reach', fact: 'reach' },
  { name: 'views', fact: 'views' },
  { name: 'accounts_engaged', fact: 'engagedUsers' },
  { name: 'total_interactions', fact: 'interactions' },
  { name: 'likes', fact: 'reactions' },
  { name: 'comments', fact: 'comments' },
  { name: 'saves', fact: 'saves' },
  { name: 'shares', fact: 'shares' },
  { name: 'replies', fact: 'storyReplies' },
  { name: 'reposts', fact: 'reposts' },
  { name: 'profile_links_taps', fact: 'profileLinkTaps' },
];

/** The facts that all of this gives, each once. */
export const instagramFacts: readonly string[] = [
  ...new Set([
    ...[...Object.values(postMetrics).flat(), ...accountMetrics]
      .filter(({ until }) => until === undefined)
      .map(({ fact }) => fact),
    'unfollows',
    'followers',
    'posts',
  ]),
];
