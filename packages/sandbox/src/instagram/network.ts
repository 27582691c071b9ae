import type { Network } from '../http/network.ts';
import { graphNetwork } from '../meta/network.ts';
import { tokenRoutes } from '../meta/token-routes.ts';
import { admit } from '../meta/usage.ts';
import { commentRoutes } from './comment-routes.ts';
import { type Instagram, instagramProfiles } from './context.ts';
import { facebookLoginRoutes } from './facebook-login-routes.ts';
import { insightRoutes } from './insight-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { readingRoutes } from './reading-routes.ts';

/** The side of Instagram in the pipeline. */
export function instagramNetwork(instagram: Instagram): Network {
  return graphNetwork(instagram, {
    version: `/${instagram.settings.version}`,
    routes: [
      ...tokenRoutes(instagram, instagramProfiles),
      ...facebookLoginRoutes(instagram),
      ...publishRoutes(instagram),
      ...insightRoutes(instagram),
      ...readingRoutes(instagram),
      ...messageRoutes(instagram),
      ...commentRoutes(instagram),
    ],
    admit: (exchange) => admit(instagram, exchange, 'instagram'),
  });
}
