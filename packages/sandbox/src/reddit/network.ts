import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, isApplication } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { commentRoutes } from './comment-routes.ts';
import { problem, type Reddit } from './context.ts';
import { mediaRoutes } from './media-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { submitRoutes } from './submit-routes.ts';

/** Reddit's side of the pipeline. */
export function redditNetwork(reddit: Reddit): Network {
  const { database, clock, settings } = reddit;
  return {
    routes: [
      ...tokenRoutes(reddit, {
        network: 'Reddit',
        consentPath: '/api/v1/authorize',
        tokenPath: '/api/v1/access_token',
        lives: () => settings,
        accounts: () => everybody(reddit),
        isApplication: (exchange) => isApplication(reddit, exchange),
        answer: ({ accessToken, refreshToken }) => ({
          access_token: accessToken,
          refresh_token: refreshToken,
          token_type: 'bearer',
          expires_in: settings.accessSeconds,
          scope: 'identity submit read edit flair history',
        }),
        refusal: () => ({ status: 400, body: { error: 'invalid_grant' } }),
      }),
      ...submitRoutes(reddit),
      ...commentRoutes(reddit),
      ...readingRoutes(reddit),
      ...mediaRoutes(reddit),
    ],
    nameOf: ({ method, path }) => `${method} ${path}`,
    admit: (_, route) => admit(reddit, route),
    unknown: () => problem(404, 'Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** Charges the application, and says in every answer what is left. */
function admit({ database, clock, settings }: Reddit, { path }: Route): Admission {
  if (path === '/media-store') return { headers: {} };
  const now = clock.now();
  const points = settings.requestsPerTenMinutes;
  const state = charge(
    database,
    { name: 'application', points, windowSeconds: 600 },
    { subject: 'sandbox', points: 1, now },
  );
  const headers = {
    'x-ratelimit-used': String(points - state.remaining),
    'x-ratelimit-remaining': `${state.remaining}.0`,
    'x-ratelimit-reset': String(Math.ceil((state.resetAt - now) / 1000)),
  };
  return state.exceeded ? { headers, refused: problem(429, 'Too Many Requests') } : { headers };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 'Too Many Requests'), headers: wait };
  }
  if (effect === 'expire-token') return problem(401, 'Unauthorized');
  if (effect === 'reject-after-commit') return problem(400, 'Bad Request');
  return problem(status, 'Internal Server Error');
}
