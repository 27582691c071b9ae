import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { problemAnswer, type X } from './context.ts';
import { analyticsRoutes } from './analytics-routes.ts';
import { articleRoutes } from './article-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { postRoutes } from './post-routes.ts';
import { admit, rateHeaders } from './rate-limits.ts';
import { tokenRoutes } from './tokens.ts';
import { userRoutes } from './user-routes.ts';

/** X's side of the pipeline. */
export function xNetwork(x: X): Network {
  const { database, clock } = x;
  return {
    routes: [
      ...postRoutes(x),
      ...userRoutes(x),
      ...messageRoutes(x),
      ...mediaRoutes(x),
      ...analyticsRoutes(x),
      ...articleRoutes(x),
      ...tokenRoutes(x),
    ],
    nameOf: ({ method, path }) => `${method} ${path}`,
    admit: (exchange, route) => admit(x, exchange, route),
    unknown: (_method, path) => problemAnswer(404, `No route ${path}.`),
    faultAnswer: (fault) => faultAnswer(fault, clock.now()),
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault, now: number): Answer {
  if (effect === 'rate-limit') {
    const headers =
      retryAfterSeconds === undefined ? {} : rateHeaders(100, 0, now + retryAfterSeconds * 1000);
    return { ...problemAnswer(429, 'Too Many Requests'), headers };
  }
  if (effect === 'expire-token') return problemAnswer(401, 'Unauthorized');
  if (effect === 'reject-after-commit') {
    return problemAnswer(
      400,
      'One or more parameters to your request was invalid.',
      'invalid-request',
    );
  }
  return problemAnswer(status, 'Something went wrong.');
}
