import type { Fault } from '../faults/fault.ts';
import { type Answer, bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, isApplication } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { problem, type Snapchat, snapchatRoutes } from './routes.ts';

/** Snapchat's side of the pipeline. */
export function snapchatNetwork(snapchat: Snapchat): Network {
  const { database, clock, settings } = snapchat;
  return {
    routes: [
      ...tokenRoutes(snapchat, {
        network: 'Snapchat',
        consentPath: '/login/oauth2/authorize',
        tokenPath: '/login/oauth2/access_token',
        lives: () => settings,
        accounts: () => everybody(snapchat),
        isApplication: (exchange) => isApplication(snapchat, exchange),
        answer: ({ accessToken, refreshToken }) => ({
          access_token: accessToken,
          refresh_token: refreshToken,
          token_type: 'Bearer',
          expires_in: settings.accessSeconds,
          scope: 'snapchat-profile-api',
        }),
        refusal: (words) => ({ status: 400, body: { error: 'invalid_grant', words } }),
      }),
      ...snapchatRoutes(snapchat),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace('/v1/public_profiles/:profile', '')}`,
    admit: (exchange) => admit(snapchat, exchange),
    unknown: () => problem(404, 'E3003', 'Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function admit({ database, clock, settings }: Snapchat, exchange: Exchange): Admission {
  const budget = { name: 'second', points: settings.requestsPerSecond, windowSeconds: 1 };
  const subject = bearerToken(exchange)?.slice(0, 8) ?? exchange.address;
  const { exceeded } = charge(database, budget, { subject, points: 1, now: clock.now() });
  return exceeded ? { headers: {}, refused: tooMany() } : { headers: {} };
}

function tooMany(): Answer {
  return problem(429, 'E4290', 'Too Many Requests');
}

function faultAnswer({ effect, status = 500, retryAfterSeconds: wait }: Fault): Answer {
  if (effect === 'rate-limit') {
    return {
      ...tooMany(),
      ...(wait !== undefined && { headers: { 'retry-after': String(wait) } }),
    };
  }
  if (effect === 'expire-token') return problem(401, 'E1001', 'Unauthorized');
  if (effect === 'reject-after-commit') return problem(400, 'E9999', 'Something is wrong');
  return problem(status, 'E5000', 'Internal Server Error');
}
