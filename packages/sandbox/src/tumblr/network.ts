import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, isApplication } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { problem, type Tumblr } from './context.ts';
import { blogRoutes } from './routes.ts';

/** Tumblr's side of the pipeline. */
export function tumblrNetwork(tumblr: Tumblr): Network {
  const { database, clock, settings } = tumblr;
  return {
    routes: [
      ...tokenRoutes(tumblr, {
        network: 'Tumblr',
        consentPath: '/oauth2/authorize',
        tokenPath: '/v2/oauth2/token',
        lives: () => settings,
        accounts: () => everybody(tumblr),
        isApplication: (exchange) => isApplication(tumblr, exchange),
        answer: ({ accessToken, refreshToken }) => ({
          access_token: accessToken,
          refresh_token: refreshToken,
          token_type: 'bearer',
          id_token: false,
          expires_in: settings.accessSeconds,
          scope: 'write offline_access',
        }),
        refusal: (words) => problem(401, words),
      }),
      ...blogRoutes(tumblr),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace('/v2/blog/:blog', '')}`,
    admit: () => admit(tumblr),
    unknown: () => problem(404, 'Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** Charges the application's hour and its day, and says in every answer what is left of both. */
function admit({ database, clock, settings }: Tumblr): Admission {
  const now = clock.now();
  const headers: Record<string, string> = {};
  let refused = false;
  for (const [name, points, windowSeconds] of [
    ['perhour', settings.requestsPerHour, 3600],
    ['perday', settings.requestsPerDay, 86_400],
  ] as const) {
    const budget = { name, points, windowSeconds };
    const state = charge(database, budget, { subject: 'application', points: 1, now });
    headers[`x-ratelimit-${name}-limit`] = String(points);
    headers[`x-ratelimit-${name}-remaining`] = String(state.remaining);
    headers[`x-ratelimit-${name}-reset`] = String(Math.ceil((state.resetAt - now) / 1000));
    refused ||= state.exceeded;
  }
  return refused ? { headers, refused: problem(429, 'Limit Exceeded') } : { headers };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 'Limit Exceeded'), headers: wait };
  }
  if (effect === 'expire-token') return problem(401, 'Unauthorized');
  if (effect === 'reject-after-commit') return problem(400, 'Bad Request');
  return problem(status, 'Internal Server Error', 8006);
}
