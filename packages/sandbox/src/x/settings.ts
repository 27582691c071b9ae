/** How the X server behaves; may be changed while it runs. */
export interface XSandboxSettings {
  /** How long an access token is good, in seconds. */
  accessTokenSeconds: number;
  /** Whether budgets are counted and answers carry `x-rate-limit-…` headers. */
  rateLimits: boolean;
  /** Requests of one account in 15 minutes, by method and path; what is not named is not counted. */
  requestsPer15Minutes: Readonly<Record<string, number>>;
  /** Posts of all accounts together in 24 hours. */
  postsPerDay: number;
  /** For how long the same words of the same author are refused, in seconds; not documented. */
  duplicateSeconds: number;
  /** Names of the accounts that pay for Premium, and may edit. */
  premium: readonly string[];
  /** The heaviest text, by X's weights. */
  maxTextWeight: number;
  /** Numbers of the analytics that the network has given up: asking for one refuses the whole call. */
  retiredMetrics: readonly string[];
  /** How long films and animations are worked on, in seconds; they take at least until somebody asks. */
  mediaProcessingSeconds: number;
}

/**
 * X as its documentation describes it.
 *
 * @see {@link https://docs.x.com/x-api/fundamentals/rate-limits | X: rate limits} (2026-11-21)
 */
export const xDefaults: XSandboxSettings = {
  accessTokenSeconds: 7200,
  rateLimits: true,
  requestsPer15Minutes: {
    'POST /2/tweets': 100,
    'DELETE /2/tweets/:id': 50,
    'PUT /2/tweets/:id/hidden': 50,
    'GET /2/users/:id/tweets': 900,
    'GET /2/users/:id/mentions': 300,
    'GET /2/tweets': 5000,
    'GET /2/tweets/:id': 900,
    'GET /2/users/me': 75,
    'POST /2/dm_conversations/with/:id/messages': 15,
    'POST /2/media/upload': 500,
    'POST /2/media/upload/initialize': 1875,
    'POST /2/media/upload/:id/append': 1875,
    'POST /2/media/upload/:id/finalize': 1875,
    'GET /2/media/upload': 1000,
    'POST /2/media/metadata': 500,
    'GET /2/tweets/analytics': 300,
  },
  postsPerDay: 10_000,
  duplicateSeconds: 86_400,
  premium: [],
  maxTextWeight: 280,
  retiredMetrics: [],
  mediaProcessingSeconds: 0,
};
