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
  ...named({
    views: 'views',
    reach: 'reach',
    shares: 'shares',
    total_interactions: 'interactions',
  }),
  // Views took their place, and count differently: nothing is carried over.
  { name: 'impressions', fact: 'impressions', until: '2025-04-21' },
];
const lasting: readonly Metric[] = [
  ...common,
  ...named({ likes: 'reactions', comments: 'comments', saved: 'saves' }),
];
const visits = named({
  follows: 'follows',
  profile_visits: 'profileVisits',
  profile_activity: 'profileActions',
});
const reposts = named({ reposts: 'reposts' });

/** What the network tells of a post over its life, by `media_product_type`. */
export const postMetrics: Readonly<Record<string, readonly Metric[]>> = {
  FEED: [...lasting, ...visits, ...reposts],
  REELS: [
    ...lasting,
    ...reposts,
    { name: 'ig_reels_avg_watch_time', fact: 'averageWatchSeconds', factor: 0.001 },
    { name: 'ig_reels_video_view_total_time', fact: 'watchSeconds', factor: 0.001 },
    { name: 'plays', fact: 'views', until: '2025-04-21' },
    ...named({
      reels_skip_rate: 'skipRatePercent',
      facebook_views: 'facebookViews',
      crossposted_views: 'crosspostedViews',
    }),
  ],
  STORY: [
    ...common,
    ...visits,
    ...named({ navigation: 'storyNavigation', replies: 'storyReplies' }),
  ],
};

/** What the network tells of an account between two moments. */
export const accountMetrics: readonly Metric[] = named({
  reach: 'reach',
  views: 'views',
  accounts_engaged: 'engagedUsers',
  total_interactions: 'interactions',
  likes: 'reactions',
  comments: 'comments',
  saves: 'saves',
  shares: 'shares',
  replies: 'storyReplies',
  reposts: 'reposts',
  profile_links_taps: 'profileLinkTaps',
});

function named(facts: Readonly<Record<string, string>>): Metric[] {
  return Object.entries(facts).map(([name, fact]) => ({ name, fact }));
}

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
