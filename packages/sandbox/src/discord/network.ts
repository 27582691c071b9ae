import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { channelRoutes } from './channel-routes.ts';
import { type Discord, failure } from './context.ts';
import { admit, throttled } from './rate-limits.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** Discord's side of the pipeline. */
export function discordNetwork(discord: Discord): Network {
  const { database, clock } = discord;
  return {
    routes: [...webhookRoutes(discord), ...channelRoutes(discord)],
    nameOf: ({ method, path }) => `${method} ${path.replace('/api/v10', '')}`,
    admit: (exchange, route) => admit(discord, exchange, route),
    unknown: () => failure(404, 0, '404: Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    return retryAfterSeconds === undefined
      ? failure(429, 0, 'You are being rate limited.')
      : throttled(retryAfterSeconds * 1000, false);
  }
  if (effect === 'expire-token') return failure(401, 0, '401: Unauthorized');
  if (effect === 'reject-after-commit') return failure(400, 50_000, 'Something is wrong');
  return failure(status, 0, `${status}: Internal Server Error`);
}
