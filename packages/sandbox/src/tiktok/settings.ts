import { type AudienceProfile, blueskyAudience } from '../audience/profile.ts';

/** How a TikTok server behaves; may be changed while it runs. Times are seconds. */
export interface TikTokSandboxSettings {
  /** Whether the application was audited; otherwise what it posts must be `SELF_ONLY`. */
  audited: boolean;
  /** How long a post is worked on once everything is there. */
  processingSeconds: number;
  /** How long after it was published a public post gets its number. */
  moderationSeconds: number;
  /** How long the address of an upload is good. */
  uploadSeconds: number;
  /** Posts of one creator in 24 hours. */
  postsPerDay: number;
  /** What may wait in an inbox in 24 hours. */
  pendingPerDay: number;
  /** Beginnings of addresses that are proved to be the application's own. */
  verifiedUrls: readonly string[];
  /** What creators can choose from. */
  privacyLevels: readonly string[];
  commentsOff: boolean;
  duetsOff: boolean;
  stitchesOff: boolean;
  maxSeconds: number;
  /** How long tokens are good. */
  accessSeconds: number;
  refreshSeconds: number;
}

/**
 * TikTok as documented, to an application that was audited.
 *
 * @see {@link https://developers.tiktok.com/doc/content-posting-api-get-started | TikTok: Content Posting API} (2026-11-21)
 */
export const tiktokDefaults: TikTokSandboxSettings = {
  audited: true,
  processingSeconds: 0,
  moderationSeconds: 0,
  uploadSeconds: 3600,
  postsPerDay: 15,
  pendingPerDay: 5,
  verifiedUrls: ['https://cdn.example.com/'],
  privacyLevels: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
  commentsOff: false,
  duetsOff: false,
  stitchesOff: false,
  maxSeconds: 600,
  accessSeconds: 86_400,
  refreshSeconds: 31_536_000,
};

/** People who watch, in the evening most. An assumption; no open data has them for this network. */
export const tiktokAudience: AudienceProfile = {
  ...blueskyAudience,
  decay: [
    { share: 0.6, halfLifeSeconds: 6 * 3600 },
    { share: 0.4, halfLifeSeconds: 2 * 86_400 },
  ],
  actionsPerFollower: {
    like: 0.04,
    repost: 0.004,
    reply: 0.003,
    quote: 0,
    bookmark: 0.005,
    follow: 0.001,
    vote: 0,
  },
};
