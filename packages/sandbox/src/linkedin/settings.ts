import type { AudienceProfile } from '../audience/profile.ts';
import { mastodonAudience } from '../audience/profile.ts';

/** How a LinkedIn server behaves; may be changed while it runs. */
export interface LinkedInSettings {
  /** For how many months after its own a version is answered; after that it gets a 426. */
  versionMonths: number;
  /** For how many seconds the same words of the same author are refused as a duplicate. */
  duplicateSeconds: number;
  /** A post with one of these words is taken, and thrown out a moment later without a word. */
  rejectedWords: readonly string[];
  /** How long after it was taken such a post is thrown out, in seconds. */
  rejectionSeconds: number;
  /** How long uploads are worked on, in seconds. */
  mediaProcessingSeconds: number;
  /** Posts that one account may make in a day; budgets are whole again at midnight UTC. */
  postsPerDay: number;
  /** Calls of any other endpoint in a day. */
  callsPerDay: number;
  /** Whether signing in gives a refresh token, as it does for approved partners. */
  refreshTokens: boolean;
  /** How long an access token is good, in seconds. */
  accessTokenSeconds: number;
  /** Numbers of members' posts that the network has given up. */
  retiredMetrics: readonly string[];
  /** How many bytes of a film go into one request. */
  partBytes: number;
}

/**
 * LinkedIn as it was found in November 2026; what it does not publish is an assumption.
 *
 * @see {@link https://learn.microsoft.com/en-us/linkedin/marketing/versioning | LinkedIn: versioning} (2026-11-21)
 */
export const linkedInDefaults: LinkedInSettings = {
  versionMonths: 12,
  duplicateSeconds: 7 * 86_400,
  rejectedWords: [],
  rejectionSeconds: 10,
  mediaProcessingSeconds: 0,
  postsPerDay: 150,
  callsPerDay: 100_000,
  refreshTokens: true,
  accessTokenSeconds: 5_184_000,
  retiredMetrics: [],
  partBytes: 4_194_304,
};

/**
 * Readers at work: few at night and at weekends. An assumption; no open data has them for this network.
 * Nobody is told who saved a post, so that a bookmark counts as a click here.
 */
export const linkedInAudience: AudienceProfile = {
  ...mastodonAudience,
  weekdays: [1.1, 1.2, 1.2, 1.15, 1.05, 0.65, 0.65],
  actionsPerFollower: {
    like: 0.015,
    repost: 0.0015,
    reply: 0.002,
    quote: 0,
    bookmark: 0.01,
    follow: 0.0008,
    vote: 0,
  },
};
