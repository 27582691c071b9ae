import { type AudienceProfile, mastodonAudience } from '../audience/profile.ts';

/** How a YouTube server behaves; may be changed while it runs. Times are seconds. */
export interface YouTubeSandboxSettings {
  /** How long a film is worked on. */
  processingSeconds: number;
  /** How long a session lives. */
  sessionSeconds: number;
  /** Units and uploads of the project in a day, which ends at midnight Pacific time. */
  unitsPerDay: number;
  uploadsPerDay: number;
  /** Whether the project was audited; what any other uploads stays private. */
  audited: boolean;
  /** How long an access token is good. */
  accessSeconds: number;
  refreshSeconds: number;
}

/**
 * YouTube as documented, to a project that was audited.
 *
 * @see {@link https://developers.google.com/youtube/v3 | YouTube Data API} (2026-11-21)
 */
export const youtubeDefaults: YouTubeSandboxSettings = {
  processingSeconds: 0,
  sessionSeconds: 604_800,
  unitsPerDay: 10_000,
  uploadsPerDay: 100,
  audited: true,
  accessSeconds: 3600,
  refreshSeconds: 15_552_000,
};

const day = 86_400;

/** People who watch, for weeks. An assumption; no open data has them for this network. */
export const youtubeAudience: AudienceProfile = {
  ...mastodonAudience,
  decay: [
    { share: 0.5, halfLifeSeconds: day },
    { share: 0.5, halfLifeSeconds: 20 * day },
  ],
  actionsPerFollower: {
    like: 0.02,
    repost: 0,
    reply: 0.003,
    quote: 0,
    bookmark: 0,
    follow: 0.001,
    vote: 0,
  },
};
