import type { Answer, Exchange } from '../http/exchange.ts';
import type { Fault } from '../faults/fault.ts';
import type { Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { actorRoutes } from './actor-routes.ts';
import { blobRoutes } from './blob-routes.ts';
import type { Bluesky } from './context.ts';
import { feedRoutes } from './feed-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { admit, rateLimitExceeded } from './rate-limits.ts';
import { recordRoutes } from './record-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { authenticate, endAccessToken } from './sessions.ts';
import { videoRoutes } from './video-routes.ts';
import { expiredToken } from './tokens.ts';
import { invalidRequest, xrpcError } from './xrpc-error.ts';

/** Bluesky's side of the pipeline. */
export function blueskyNetwork(bluesky: Bluesky): Network {
  const { database, clock } = bluesky;
  const views = [...feedRoutes(bluesky), ...actorRoutes(bluesky), ...notificationRoutes(bluesky)];
  const routes: Route[] = [
    {
      method: 'GET',
      path: '/xrpc/_health',
      handle: () => ({ status: 200, body: { version: '0.5.35' } }),
    },
    ...sessionRoutes(bluesky),
    ...identityRoutes(bluesky),
    ...recordRoutes(bluesky),
    ...repositoryRoutes(bluesky),
    ...blobRoutes(bluesky),
    ...videoRoutes(bluesky),
    ...views.map((route) => whileViewed(bluesky, route)),
  ];
  return {
    routes,
    nameOf: ({ method, path }) => `${method} ${path.slice('/xrpc/'.length)}`,
    admit: (exchange, route) => admit(bluesky, exchange, route),
    unknown: (method, path) => unknown(routes, method, path),
    faultAnswer: (fault, exchange) => faultAnswer(bluesky, fault, exchange),
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** A server without the app behind it cannot show views, but it does ask who wants them. */
function whileViewed(bluesky: Bluesky, route: Route): Route {
  return {
    ...route,
    handle(exchange) {
      if (bluesky.settings.appView) return route.handle(exchange);
      authenticate(bluesky, exchange);
      throw xrpcError(502, 'UpstreamFailure', 'Upstream service unreachable');
    },
  };
}

function unknown(routes: readonly Route[], method: string, path: string): Answer {
  if (!path.startsWith('/xrpc/')) {
    return { status: 404, body: { error: 'NotFound', message: 'Not Found' } };
  }
  const other = routes.find((route) => route.path === path);
  if (other) {
    const message = `Incorrect HTTP method (${method}) expected ${other.method}`;
    return { status: 400, body: { error: 'InvalidRequest', message } };
  }
  const body = { error: 'MethodNotImplemented', message: 'Method Not Implemented' };
  return { status: 501, body };
}

function faultAnswer(bluesky: Bluesky, fault: Fault, exchange: Exchange): Answer {
  const { effect, status = 500, retryAfterSeconds } = fault;
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...rateLimitExceeded, headers: wait };
  }
  if (effect === 'expire-token') {
    endAccessToken(bluesky, exchange);
    return expiredToken('Token has expired').answer;
  }
  if (effect === 'reject-after-commit') return invalidRequest('Invalid Request').answer;
  const names: Readonly<Record<number, readonly [string, string]>> = {
    502: ['UpstreamFailure', 'Upstream Failure'],
    503: ['NotEnoughResources', 'Not Enough Resources'],
    504: ['UpstreamTimeout', 'Upstream Timeout'],
  };
  const [error, message] = names[status] ?? ['InternalServerError', 'Internal Server Error'];
  return xrpcError(status, error, message).answer;
}
