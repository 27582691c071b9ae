import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { graphAnswer, type Threads } from './context.ts';
import { insightRoutes } from './insight-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { admit } from './usage.ts';

/** The side of Threads in the pipeline. */
export function threadsNetwork(threads: Threads): Network {
  const { database, clock, settings } = threads;
  const version = `/${settings.version}`;
  return {
    routes: [
      ...tokenRoutes(threads),
      ...publishRoutes(threads),
      ...readingRoutes(threads),
      ...insightRoutes(threads),
    ],
    nameOf: ({ method, path }) =>
      `${method} ${path.startsWith(version) ? path.slice(version.length) : path}`,
    admit: (exchange) => admit(threads, exchange),
    unknown: (method, path) =>
      graphAnswer({ message: `Unknown path components: ${method} ${path}`, code: 2500 }),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500 }: Fault): Answer {
  if (effect === 'rate-limit') {
    return graphAnswer({ message: 'User request limit reached', code: 17 });
  }
  if (effect === 'expire-token') {
    const message = 'Error validating access token: Session has expired.';
    return graphAnswer({ message, code: 190, subcode: 463 });
  }
  if (effect === 'reject-after-commit')
    return graphAnswer({ message: 'Invalid parameter', code: 100 });
  const message = 'An unexpected error has occurred. Please retry your request later.';
  return graphAnswer({ message, code: 2, transient: true, status });
}
