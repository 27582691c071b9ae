/** How the Facebook server behaves; may be changed while it runs. Times are seconds. */
export interface FacebookSettings {
  /** The versions that answer as themselves; an older one is answered by the oldest. */
  oldestVersion: string;
  newestVersion: string;
  /** Whether a version that has stopped is refused, instead of being answered by the oldest. */
  refusesOldVersions: boolean;
  /** The application that signs people in. */
  clientId: string;
  clientSecret: string;
  /** What the person who signs in may do on every page. */
  tasks: readonly string[];
  /** How long a code, a short-lived and a long-lived token are good; page tokens do not end. */
  codeSeconds: number;
  shortTokenSeconds: number;
  longTokenSeconds: number;
  /** How long a film is worked on after it was taken; what cannot be prepared is thrown out then. */
  processingSeconds: number;
  /** How many bytes of a film are asked for at a time. */
  chunkBytes: number;
  /** Reels of one page in 24 hours. */
  reelsPerDay: number;
  /** Posts of one page in an hour, before it is taken for spam. */
  postsPerHour: number;
  /** Requests of one token in 24 hours; the headers tell which percentage of them is used. */
  requestsPerDay: number;
  /** Metrics that the network has given up: asking for one refuses the whole call. */
  retiredMetrics: readonly string[];
}

/**
 * Facebook as documented.
 *
 * @see {@link https://developers.facebook.com/docs/pages-api | Meta: Pages API} (2026-11-21)
 */
export const facebookDefaults: FacebookSettings = {
  oldestVersion: 'v21.0',
  newestVersion: 'v26.0',
  refusesOldVersions: false,
  clientId: '1597530',
  clientSecret: 'sandbox-application-secret',
  tasks: ['CREATE_CONTENT', 'MODERATE', 'ANALYZE', 'MESSAGING'],
  codeSeconds: 600,
  shortTokenSeconds: 3600,
  longTokenSeconds: 5_184_000,
  processingSeconds: 0,
  chunkBytes: 4_000_000,
  reelsPerDay: 30,
  postsPerHour: 1000,
  requestsPerDay: 48_000,
  retiredMetrics: [],
};
