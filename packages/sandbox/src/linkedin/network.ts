import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { admit } from './admission.ts';
import { commentRoutes } from './comment-routes.ts';
import type { LinkedIn } from './context.ts';
import { identityRoutes } from './identity-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { postRoutes } from './post-routes.ts';
import { statisticsRoutes } from './statistics-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

/** LinkedIn's side of the pipeline. */
export function linkedInNetwork(linkedIn: LinkedIn): Network {
  const { database, clock } = linkedIn;
  return {
    routes: [
      ...postRoutes(linkedIn),
      ...uploadRoutes(linkedIn),
      ...commentRoutes(linkedIn),
      ...statisticsRoutes(linkedIn),
      ...memberRoutes(linkedIn),
      ...notificationRoutes(linkedIn),
      ...identityRoutes(linkedIn),
    ],
    nameOf: ({ method, path }) => `${method} ${path}`,
    admit: (exchange, route) => admit(linkedIn, exchange, route),
    unknown: () => problem(404, 'NOT_FOUND', 'No virtual resource found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 'TOO_MANY_REQUESTS', 'Throttle limit is reached'), headers: wait };
  }
  if (effect === 'expire-token') {
    const message = 'The token used in the request has expired';
    return { status: 401, body: { status: 401, serviceErrorCode: 65_602, message } };
  }
  if (effect === 'reject-after-commit') return problem(400, 'BAD_REQUEST', 'Bad request');
  return problem(status, 'INTERNAL_SERVER_ERROR', 'Internal Server Error');
}

function problem(status: number, code: string, message: string): Answer {
  return { status, body: { status, code, message } };
}
