/** How the Threads server behaves; may be changed while it runs. Times are seconds. */
export interface ThreadsSettings {
  /** The version in its addresses. */
  version: string;
  /** How long a container with a file is worked on. */
  processingSeconds: number;
  /** For how long after it is `FINISHED` a container is answered with `Media Not Found` when it is published. */
  notFoundSeconds: number;
  /** How long an unpublished container lives. */
  containerSeconds: number;
  /** Posts, replies and deletions of one profile in 24 hours. */
  postsPerDay: number;
  repliesPerDay: number;
  deletesPerDay: number;
  /** Requests of one profile in 24 hours; the headers tell which percentage of them is used. */
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
 * Threads as documented.
 *
 * @see {@link https://developers.facebook.com/documentation/threads | Meta: Threads} (2026-11-21)
 */
export const threadsDefaults: ThreadsSettings = {
  version: 'v1.0',
  processingSeconds: 0,
  notFoundSeconds: 0,
  containerSeconds: 86_400,
  postsPerDay: 250,
  repliesPerDay: 1000,
  deletesPerDay: 100,
  requestsPerDay: 48_000,
  shortTokenSeconds: 3600,
  longTokenSeconds: 5_184_000,
  refreshableAfterSeconds: 86_400,
  retiredMetrics: [],
};
