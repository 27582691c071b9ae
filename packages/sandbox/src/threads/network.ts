import type { Network } from '../http/network.ts';
import { graphNetwork } from '../meta/network.ts';
import { tokenRoutes } from '../meta/token-routes.ts';
import { admit } from '../meta/usage.ts';
import { type Threads, threadsProfiles } from './context.ts';
import { insightRoutes } from './insight-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { readingRoutes } from './reading-routes.ts';

/** The side of Threads in the pipeline. */
export function threadsNetwork(threads: Threads): Network {
  return graphNetwork(threads, {
    version: `/${threads.settings.version}`,
    routes: [
      ...tokenRoutes(threads, threadsProfiles),
      ...publishRoutes(threads),
      ...readingRoutes(threads),
      ...insightRoutes(threads),
    ],
    admit: (exchange) => admit(threads, exchange, 'threads'),
  });
}
