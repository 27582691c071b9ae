import { type AudienceProfile, mastodonAudience } from '../audience/profile.ts';

/** How a Reddit server behaves; may be changed while it runs. Times are seconds. */
export interface RedditSandboxSettings {
  /** How long a post with media takes to appear. */
  processingSeconds: number;
  /** Requests of the application in ten minutes. */
  requestsPerTenMinutes: number;
  /** Posts and comments of one account in ten minutes; more are told to wait. */
  postsPerTenMinutes: number;
  /** How long after it was made a post or a comment appears in lists. */
  listingSeconds: number;
  accessSeconds: number;
  refreshSeconds: number;
}

/**
 * Reddit as its clients know it; what nobody publishes is an assumption.
 *
 * @see {@link https://github.com/praw-dev/praw | PRAW} (2026-11-21)
 */
export const redditDefaults: RedditSandboxSettings = {
  processingSeconds: 0,
  requestsPerTenMinutes: 1000,
  postsPerTenMinutes: 100,
  listingSeconds: 0,
  accessSeconds: 86_400,
  refreshSeconds: 3_153_600_000,
};

/** People who vote and argue. An assumption: no open data has them for this network. */
export const redditAudience: AudienceProfile = {
  ...mastodonAudience,
  actionsPerFollower: {
    like: 0.03,
    repost: 0.0005,
    reply: 0.006,
    quote: 0,
    bookmark: 0.001,
    follow: 0.0002,
    vote: 0,
  },
};
