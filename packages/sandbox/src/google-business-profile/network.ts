import type { Fault } from '../faults/fault.ts';
import { type Answer, bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, isApplication } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { type Business, problem } from './context.ts';
import { reviewRoutes } from './review-routes.ts';
import { placeRoutes } from './routes.ts';

const place = '/v4/accounts/:account/locations/:location';

/** Google's side of the pipeline. */
export function businessNetwork(business: Business): Network {
  const { database, clock, settings } = business;
  return {
    routes: [
      ...tokenRoutes(business, {
        network: 'Google',
        consentPath: '/o/oauth2/v2/auth',
        tokenPath: '/token',
        lives: () => settings,
        accounts: () => everybody(business),
        isApplication: (exchange) => isApplication(business, exchange),
        answer: ({ accessToken, refreshToken }) => ({
          access_token: accessToken,
          refresh_token: refreshToken,
          token_type: 'Bearer',
          expires_in: settings.accessSeconds,
          scope: 'https://www.googleapis.com/auth/business.manage',
        }),
        refusal: (words) => ({
          status: 400,
          body: { error: 'invalid_grant', error_description: words },
        }),
      }),
      ...placeRoutes(business),
      ...reviewRoutes(business),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace(place, '')}`,
    admit: (exchange) => admit(business, exchange),
    unknown: () => problem(404, 'NOT_FOUND', 'Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** Charges the project. No answer says what is left. */
function admit({ database, clock, settings }: Business, exchange: Exchange): Admission {
  if (bearerToken(exchange) === undefined) return { headers: {} };
  const state = charge(
    database,
    { name: 'minute', points: settings.requestsPerMinute, windowSeconds: 60 },
    { subject: 'project', points: 1, now: clock.now() },
  );
  return state.exceeded ? { headers: {}, refused: exhausted() } : { headers: {} };
}

function exhausted(): Answer {
  return problem(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric Requests.');
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    return {
      ...exhausted(),
      ...(retryAfterSeconds !== undefined && {
        headers: { 'retry-after': String(retryAfterSeconds) },
      }),
    };
  }
  if (effect === 'expire-token') return problem(401, 'UNAUTHENTICATED', 'The token has ended.');
  if (effect === 'reject-after-commit') return problem(400, 'UNKNOWN', 'Something is wrong.');
  return problem(status, 'INTERNAL', 'Internal error encountered.');
}
