import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { accountRoutes } from './account-routes.ts';
import type { Mastodon } from './context.ts';
import { instanceRoutes } from './instance-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { admit } from './rate-limits.ts';
import { reactionRoutes } from './reaction-routes.ts';
import { publishDue } from './schedule.ts';
import { scheduledRoutes } from './scheduled-routes.ts';
import { statusRoutes } from './status-routes.ts';

/** Mastodon's side of the pipeline. */
export function mastodonNetwork(mastodon: Mastodon): Network {
  const { database, clock } = mastodon;
  return {
    routes: [
      ...statusRoutes(mastodon),
      ...reactionRoutes(mastodon),
      ...scheduledRoutes(mastodon),
      ...mediaRoutes(mastodon),
      ...accountRoutes(mastodon),
      ...instanceRoutes(mastodon),
      ...oauthRoutes(mastodon),
    ],
    nameOf: ({ method, path }) => `${method} ${path}`,
    admit: (exchange, route) => admit(mastodon, exchange, route),
    unknown: () => ({ status: 404, body: { error: 'Not Found' } }),
    faultAnswer,
    noteActivity(method) {
      publishDue(mastodon);
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { status: 429, headers: wait, body: { error: 'Too many requests' } };
  }
  if (effect === 'expire-token') {
    return { status: 401, body: { error: 'The access token is invalid' } };
  }
  if (effect === 'reject-after-commit')
    return { status: 422, body: { error: 'Validation failed' } };
  return { status, body: { error: messages[status] ?? 'Internal server error' } };
}

const messages: Readonly<Record<number, string>> = {
  502: 'Bad Gateway',
  503: 'Remote data could not be fetched',
  504: 'Gateway Timeout',
};
