import { oauthFlow } from '../oauth-code.ts';
import {
  type NetworkSignIn,
  serverAt,
  type SignInServer,
  somebody,
} from '../oauth/network-sign-in.ts';
import { readX } from './api.ts';
import { xErrors } from './errors.ts';
import { Me } from './wire.ts';

const server: SignInServer = {
  issuer: 'https://x.com',
  authorizationEndpoint: 'https://x.com/i/oauth2/authorize',
  tokenEndpoint: 'https://api.x.com/2/oauth2/token',
  revocationEndpoint: 'https://api.x.com/2/oauth2/revoke',
  pkce: true,
};

/**
 * Connects accounts of X. A code is good for 30 seconds and a token for 2 hours; with the scope
 * `offline.access` comes a refresh token, which is good once. Applications may do without a secret.
 *
 * ```ts
 * import { xOAuth } from '@affiche/platforms/oauth';
 *
 * const address = await xOAuth.authorizationUrl({
 *   clientId: 'bakery',
 *   redirectUri: 'https://bakery.example/connected',
 *   scopes: ['tweet.read', 'tweet.write', 'offline.access'],
 *   state: 'unguessable',
 *   codeVerifier: 'a-longer-secret-of-43-characters-and-more..',
 * });
 * new URL(address).searchParams.get('code_challenge_method'); // => 'S256'
 * ```
 *
 * @see {@link https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code | X: authorization code with PKCE} (2026-11-21)
 */
export const xOAuth: NetworkSignIn = {
  ...oauthFlow({
    platform: 'x',
    name: 'X',
    authorizationEndpoint: server.authorizationEndpoint,
    tokenHost: 'api.x.com',
    tokenPath: '/2/oauth2/token',
    client: 'client_id',
    separator: ' ',
    secretIn: 'header',
    publicClients: true,
    proof: 'base64url',
    errors: xErrors,
  }),
  secretIn: 'header',
  server: (place) => serverAt(server, place),
  lasting: async ({ credentials }) => credentials,
  async accounts(io, place) {
    const whoever = somebody('x', place);
    const call = { method: 'get', path: '/2/users/me', answer: Me, timeoutSeconds: 15 } as const;
    const { id, username } = (await readX(whoever, call, io)).data;
    return [{ ...whoever, id, ...(username !== undefined && { handle: `@${username}` }) }];
  },
};
