import type { Fault } from '../faults/fault.ts';
import { type Answer, bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { secretOf } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { problem, type TikTok } from './context.ts';
import { grantRoutes } from './grant-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

/** TikTok's side of the pipeline. */
export function tiktokNetwork(tiktok: TikTok): Network {
  const { database, clock } = tiktok;
  return {
    routes: [
      ...grantRoutes(tiktok),
      ...publishRoutes(tiktok),
      ...uploadRoutes(tiktok),
      ...readingRoutes(tiktok),
    ],
    nameOf: ({ method, path }) => `${method} ${path}`,
    admit: (exchange, route) => admit(tiktok, exchange, route),
    unknown: () => problem(404, 'invalid_params', 'Unsupported path'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

const perMinute: readonly (readonly [RegExp, string, number])[] = [
  [/\/init\/$/, 'inits', 6],
  [/\/status\/fetch\/$/, 'status', 30],
  [/\/creator_info\/query\/$/, 'info', 20],
  [/^\/v2\/(?:video|user)\//, 'requests', 600],
];

/** Charges a request to the minute of its kind; no header tells what is left. */
function admit(tiktok: TikTok, exchange: Exchange, { path }: Route): Admission {
  const budget = perMinute.find(([pattern]) => pattern.test(path));
  if (!budget) return { headers: {} };
  const [, name, points] = budget;
  const subject = secretOf(tiktok, bearerToken(exchange) ?? exchange.address).slice(0, 16);
  const { exceeded } = charge(
    tiktok.database,
    { name, points, windowSeconds: 60 },
    { subject, points: 1, now: tiktok.clock.now() },
  );
  if (!exceeded) return { headers: {} };
  return { headers: {}, refused: problem(429, 'rate_limit_exceeded') };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 'rate_limit_exceeded'), headers: wait };
  }
  if (effect === 'expire-token') return problem(401, 'access_token_invalid');
  if (effect === 'reject-after-commit') return problem(400, 'unheard_of');
  return problem(status, 'internal_error');
}
