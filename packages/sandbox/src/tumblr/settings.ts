import { type AudienceProfile, mastodonAudience } from '../audience/profile.ts';

/** How a Tumblr server behaves; may be changed while it runs. Times are seconds. */
export interface TumblrSandboxSettings {
  requestsPerHour: number;
  requestsPerDay: number;
  /** Posts of one account in a day. */
  postsPerDay: number;
  /** How long after it was made a post appears in lists. */
  listingSeconds: number;
  accessSeconds: number;
  refreshSeconds: number;
}

/**
 * Tumblr as documented; how long a refresh token lives is an assumption.
 *
 * @see {@link https://github.com/tumblr/docs | Tumblr's documentation} (2026-11-22)
 */
export const tumblrDefaults: TumblrSandboxSettings = {
  requestsPerHour: 1000,
  requestsPerDay: 5000,
  postsPerDay: 250,
  listingSeconds: 0,
  accessSeconds: 2520,
  refreshSeconds: 31_536_000,
};

/** People who reblog more than they write. An assumption: no open data has them for this network. */
export const tumblrAudience: AudienceProfile = {
  ...mastodonAudience,
  actionsPerFollower: {
    like: 0.02,
    repost: 0.008,
    reply: 0.0005,
    quote: 0.001,
    bookmark: 0,
    follow: 0.0004,
    vote: 0,
  },
};
