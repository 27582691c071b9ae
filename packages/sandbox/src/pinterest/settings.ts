import { type AudienceProfile, mastodonAudience } from '../audience/profile.ts';

/** How a Pinterest server behaves; may be changed while it runs. Times are seconds. */
export interface PinterestSandboxSettings {
  /** How long a film is worked on. */
  processingSeconds: number;
  /** Requests of one account in a minute, reading and writing each. */
  requestsPerMinute: number;
  /** How long after it was made a pin appears in lists. */
  listingSeconds: number;
  /** How long tokens are good. */
  accessSeconds: number;
  refreshSeconds: number;
  /** Metrics that the network has given up: asking for one refuses the whole call. */
  retiredMetrics: readonly string[];
}

/**
 * Pinterest as documented; what it does not publish is an assumption.
 *
 * @see {@link https://developers.pinterest.com/docs/api/v5/ | Pinterest API v5} (2026-11-21)
 */
export const pinterestDefaults: PinterestSandboxSettings = {
  processingSeconds: 0,
  requestsPerMinute: 1000,
  listingSeconds: 0,
  accessSeconds: 2_592_000,
  refreshSeconds: 5_184_000,
  retiredMetrics: [],
};

const day = 86_400;

/**
 * People who collect: pins are found for months. An assumption; no open data has them for this
 * network. A bookmark is a save, and a repost a click on the link.
 */
export const pinterestAudience: AudienceProfile = {
  ...mastodonAudience,
  weekdays: [0.95, 0.95, 0.95, 0.95, 0.95, 1.1, 1.15],
  decay: [
    { share: 0.3, halfLifeSeconds: day / 2 },
    { share: 0.7, halfLifeSeconds: 30 * day },
  ],
  actionsPerFollower: {
    like: 0.004,
    repost: 0.01,
    reply: 0.0005,
    quote: 0.02,
    bookmark: 0.02,
    follow: 0.0006,
    vote: 0,
  },
};
