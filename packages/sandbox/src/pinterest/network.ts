import type { Fault } from '../faults/fault.ts';
import { type Answer, bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { secretOf } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { accountRoutes } from './account-routes.ts';
import { analyticsRoutes } from './analytics-routes.ts';
import { type Pinterest, problem } from './context.ts';
import { grantRoutes } from './grant-routes.ts';
import { mediaRoutes } from './media.ts';
import { pinRoutes } from './pin-routes.ts';

/** Pinterest's side of the pipeline. */
export function pinterestNetwork(pinterest: Pinterest): Network {
  const { database, clock } = pinterest;
  return {
    routes: [
      ...grantRoutes(pinterest),
      ...accountRoutes(pinterest),
      ...pinRoutes(pinterest),
      ...mediaRoutes(pinterest),
      ...analyticsRoutes(pinterest),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace(/^\/v5/, '')}`,
    admit: (exchange, route) => admit(pinterest, exchange, route),
    unknown: () => problem(404, 404, 'Not found.'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** Charges a request to the budget of its kind, and says so in every answer. */
function admit(pinterest: Pinterest, exchange: Exchange, { method, path }: Route): Admission {
  if (!path.startsWith('/v5/') || path.endsWith('/token')) return { headers: {} };
  const { database, clock, settings } = pinterest;
  const now = clock.now();
  const points = settings.requestsPerMinute;
  const budget = {
    name: method === 'GET' ? 'org_read' : 'org_write',
    points,
    windowSeconds: 60,
  };
  const subject = secretOf(pinterest, bearerToken(exchange) ?? exchange.address).slice(0, 16);
  const { remaining, resetAt, exceeded } = charge(database, budget, { subject, points: 1, now });
  const headers = {
    'x-ratelimit-limit': `${points}, 100;w=1, ${points};w=60`,
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil((resetAt - now) / 1000)),
  };
  if (!exceeded) return { headers };
  return { headers, refused: problem(429, 8, 'You have exceeded your rate limit.') };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 8, 'You have exceeded your rate limit.'), headers: wait };
  }
  if (effect === 'expire-token') return problem(401, 2, 'Authentication failed.');
  if (effect === 'reject-after-commit') return problem(400, 0, 'Something went wrong.');
  return problem(status, 0, 'Something went wrong on our end.');
}
