/** How a Bluesky server behaves; may be changed while it runs. */
export interface BlueskySettings {
  /** Whether budgets are counted and answers carry `RateLimit-…` headers. */
  rateLimits: boolean;
  /** Points of all requests from one address in 5 minutes. */
  requestPoints: number;
  /** Points of one account's writes in an hour: 3 to create, 2 to update, 1 to delete. */
  writePointsPerHour: number;
  /** Points of one account's writes in a day. */
  writePointsPerDay: number;
  /** Logins of one account in 5 minutes. */
  loginsPer5Minutes: number;
  /** Logins of one account in a day. */
  loginsPerDay: number;
  /** New accounts from one address in 5 minutes. */
  signUpsPer5Minutes: number;
  /** Uploads from one address in a day. */
  uploadsPerDay: number;
  /** The largest blob, in bytes. */
  blobUploadLimit: number;
  /** How long an access token is good, in seconds. */
  accessTokenSeconds: number;
  /** Whether views, counts and notifications are served, or fail as on a PDS that stands alone. */
  appView: boolean;
  /** How long the video service works on a video, in seconds. */
  videoProcessingSeconds: number;
  /** Videos an account may upload in a day. */
  videosPerDay: number;
}

/**
 * What the real server does out of the box.
 *
 * @see {@link https://docs.bsky.app/docs/advanced-guides/rate-limits | Bluesky: rate limits} (2026-11-21)
 */
export const blueskyDefaults: BlueskySettings = {
  rateLimits: true,
  requestPoints: 3000,
  writePointsPerHour: 5000,
  writePointsPerDay: 35_000,
  loginsPer5Minutes: 30,
  loginsPerDay: 300,
  signUpsPer5Minutes: 100,
  uploadsPerDay: 1000,
  blobUploadLimit: 5_242_880,
  accessTokenSeconds: 7200,
  appView: true,
  videoProcessingSeconds: 0,
  videosPerDay: 25,
};
