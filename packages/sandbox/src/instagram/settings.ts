/** How the Instagram server behaves; may be changed while it runs. Times are seconds. */
export interface InstagramSandboxSettings {
  /** The version in its addresses. */
  version: string;
  /** Through which of Meta's doors its accounts come: what their credentials hold. */
  login: 'instagram' | 'facebook';
  /** How long a container with a file is worked on. */
  processingSeconds: number;
  /** For how long after it is `FINISHED` a container is answered with `Media Not Found` when it is published. */
  notFoundSeconds: number;
  /** How long an unpublished container lives. */
  containerSeconds: number;
  /** Posts of one account in 24 hours, and containers. */
  postsPerDay: number;
  containersPerDay: number;
  /** Hashtags and mentions of a caption; the documentation says 30 and 20. */
  hashtags: number;
  mentions: number;
  /** Requests of one account in 24 hours; the headers tell which percentage of them is used. */
  requestsPerDay: number;
  /** How long a short-lived and a long-lived token are good. */
  shortTokenSeconds: number;
  longTokenSeconds: number;
  /** How old a long-lived token must be to be renewed. */
  refreshableAfterSeconds: number;
  /** Metrics that the network has given up: asking for one refuses the whole call. */
  retiredMetrics: readonly string[];
}

/**
 * Instagram as it is said to behave: five hashtags, of which the documentation knows nothing.
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/content-publishing | Meta: content publishing} (2026-11-21)
 */
export const instagramDefaults: InstagramSandboxSettings = {
  version: 'v25.0',
  login: 'instagram',
  processingSeconds: 0,
  notFoundSeconds: 0,
  containerSeconds: 86_400,
  postsPerDay: 100,
  containersPerDay: 400,
  hashtags: 5,
  mentions: 20,
  requestsPerDay: 48_000,
  shortTokenSeconds: 3600,
  longTokenSeconds: 5_184_000,
  refreshableAfterSeconds: 86_400,
  retiredMetrics: ['impressions', 'plays'],
};
