import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { charge } from '../rate-budgets.ts';
import { captionRoutes } from './caption-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { problem, type YouTube } from './context.ts';
import { grantRoutes } from './grant-routes.ts';
import { secondsOfQuotaDay } from './quota-day.ts';
import { uploadRoutes } from './upload-routes.ts';

/** YouTube's side of the pipeline. */
export function youtubeNetwork(youtube: YouTube): Network {
  const { database, clock } = youtube;
  return {
    routes: [
      ...grantRoutes(youtube),
      ...uploadRoutes(youtube),
      ...channelRoutes(youtube),
      ...captionRoutes(youtube),
      ...commentRoutes(youtube),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace('/youtube/v3', '')}`,
    admit: (_exchange, route) => admit(youtube, route),
    unknown: () => problem(404, 'notFound', { domain: 'global' }),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

/** Charges the project's units; no answer says how many are left. */
function admit({ database, clock, settings }: YouTube, route: Route): Admission {
  const points = unitsOf(route);
  if (points === 0) return { headers: {} };
  const now = clock.now();
  const { exceeded } = charge(
    database,
    { name: 'units', points: settings.unitsPerDay, windowSeconds: secondsOfQuotaDay(now) },
    { subject: 'project', points, now },
  );
  if (!exceeded) return { headers: {} };
  const message = 'The request cannot be completed because you have exceeded your quota.';
  const refused = problem(403, 'quotaExceeded', { message, domain: 'youtube.quota' });
  return { headers: {}, refused };
}

function unitsOf({ method, path }: Route): number {
  // The parts of a session are free.
  if (!path.includes('/youtube/v3/') || method === 'PUT') return 0;
  if (method === 'GET' || path.endsWith('/videos')) return method === 'DELETE' ? 50 : 1;
  return path.startsWith('/upload/') && path.endsWith('/captions') ? 400 : 50;
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { ...problem(429, 'rateLimitExceeded', { domain: 'usageLimits' }), headers: wait };
  }
  if (effect === 'expire-token') return problem(401, 'authError', { domain: 'global' });
  if (effect === 'reject-after-commit') return problem(400, 'unheardOf');
  return problem(status, 'backendError');
}
