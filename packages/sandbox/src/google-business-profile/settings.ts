import { type AudienceProfile, mastodonAudience } from '../audience/profile.ts';

/** How a Google Business Profile server behaves; may be changed while it runs. Times are seconds. */
export interface GoogleBusinessProfileSandboxSettings {
  /** How long Google looks at a post before it shows or rejects it. */
  moderationSeconds: number;
  requestsPerMinute: number;
  /** How long after it was made a post appears in the list. */
  listingSeconds: number;
  accessSeconds: number;
  refreshSeconds: number;
}

/**
 * As documented; how long a post is looked at is an assumption.
 *
 * @see {@link https://developers.google.com/my-business | Google Business Profile APIs} (2026-11-21)
 */
export const businessDefaults: GoogleBusinessProfileSandboxSettings = {
  moderationSeconds: 0,
  requestsPerMinute: 300,
  listingSeconds: 0,
  accessSeconds: 3600,
  refreshSeconds: 15_552_000,
};

/** People who look for a place, and some of whom write a review. An assumption: there is no open data. */
export const businessAudience: AudienceProfile = {
  ...mastodonAudience,
  actionsPerFollower: {
    like: 0.02,
    repost: 0.01,
    reply: 0.001,
    quote: 0.004,
    bookmark: 0.002,
    follow: 0,
    vote: 0,
  },
};
