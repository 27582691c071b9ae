/** A number of the network, what it is called here, and what one of its units is in ours. */
export interface Metric {
  readonly name: string;
  readonly fact: string;
  /** @defaultValue 1 */
  readonly factor?: number;
}

/** What the network tells of a post. */
export const postMetrics: readonly Metric[] = metrics({
  impressions: 'impressions',
  engagements: 'interactions',
  likes: 'reactions',
  unlikes: 'unlikes',
  replies: 'comments',
  retweets: 'shares',
  quote_tweets: 'quotes',
  bookmarks: 'saves',
  // Sent on to one person, unlike a repost.
  shares: 'forwards',
  email_tweet: 'emails',
  follows: 'follows',
  unfollows: 'unfollows',
  url_clicks: 'linkClicks',
  hashtag_clicks: 'hashtagClicks',
  detail_expands: 'detailClicks',
  permalink_clicks: 'permalinkClicks',
  user_profile_clicks: 'profileVisits',
  media_views: 'mediaViews',
  app_opens: 'appOpens',
  app_install_attempts: 'appInstallAttempts',
});

/** What the network tells of a film. */
export const filmMetrics: readonly Metric[] = [
  ...metrics({
    video_views: 'views',
    playback_start: 'videoStarts',
    playback25: 'videoQuarters',
    playback50: 'videoHalves',
    playback75: 'videoThreeQuarters',
    playback_complete: 'videoCompletes',
    play_from_tap: 'videoTaps',
    cta_url_clicks: 'callToActionClicks',
    cta_watch_clicks: 'callToActionWatches',
  }),
  { name: 'watch_time_ms', fact: 'watchSeconds', factor: 0.001 },
];

function metrics(names: Readonly<Record<string, string>>): Metric[] {
  return Object.entries(names).map(([name, fact]) => ({ name, fact }));
}
