import type { Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import { graphAnswer } from '../meta/graph-answers.ts';
import { graphNetwork } from '../meta/network.ts';
import { admit } from '../meta/usage.ts';
import { commentRoutes } from './comment-routes.ts';
import type { Facebook } from './context.ts';
import { filmRoutes } from './film-routes.ts';
import { insightRoutes } from './insight-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { objectRoutes } from './object-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

/** The side of Facebook in the pipeline. */
export function facebookNetwork(facebook: Facebook): Network {
  return graphNetwork(facebook, {
    version: '/:version',
    routes: [
      ...signInRoutes(facebook),
      ...publishRoutes(facebook),
      ...filmRoutes(facebook),
      ...readingRoutes(facebook),
      ...commentRoutes(facebook),
      ...messageRoutes(facebook),
      ...insightRoutes(facebook),
      ...objectRoutes(facebook),
    ],
    admit: (exchange) => admitVersion(facebook, exchange),
  });
}

/** A version that has stopped is answered by the oldest that is left, or not at all. */
function admitVersion(facebook: Facebook, exchange: Exchange): Admission {
  const { oldestVersion, newestVersion, refusesOldVersions } = facebook.settings;
  const { version = '' } = exchange.parameters;
  const asked = numberOf(version);
  const admission = admit(facebook, exchange, 'pages');
  if (admission.refused) return admission;
  if (Number.isNaN(asked) || asked > numberOf(newestVersion)) {
    const message = `Unknown path components: /${version}`;
    return { ...admission, refused: graphAnswer({ message, code: 2500 }) };
  }
  const old = asked < numberOf(oldestVersion);
  if (old && refusesOldVersions) {
    const message = `(#2635) You are calling a deprecated version of the API. Please update to the latest version: ${newestVersion}.`;
    return { ...admission, refused: graphAnswer({ message, code: 2635 }) };
  }
  const answering = old ? oldestVersion : version;
  return { headers: { ...admission.headers, 'facebook-api-version': answering } };
}

function numberOf(version: string): number {
  return Number(/^v(?<number>\d+)\.0$/.exec(version)?.groups?.['number'] ?? Number.NaN);
}
