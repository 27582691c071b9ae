import type { PlatformIo } from '@affiche/core';
import { oauthFlow } from '../oauth-code.ts';
import {
  type NetworkSignIn,
  serverAt,
  type SignInServer,
  somebody,
} from '../oauth/network-sign-in.ts';
import { readThreads } from './api.ts';
import { threadsErrors } from './errors.ts';
import { authenticate } from './session.ts';
import { Me } from './wire.ts';

const server: SignInServer = {
  issuer: 'https://threads.net',
  authorizationEndpoint: 'https://threads.net/oauth/authorize',
  tokenEndpoint: 'https://graph.threads.net/oauth/access_token',
  pkce: false,
};

const flow = oauthFlow({
  platform: 'threads',
  name: 'Threads',
  authorizationEndpoint: server.authorizationEndpoint,
  tokenHost: 'graph.threads.net',
  tokenPath: '/oauth/access_token',
  client: 'client_id',
  separator: ',',
  secretIn: 'body',
  errors: threadsErrors,
});

/**
 * Connects accounts of Threads. What signing in gives is good for an hour, and is exchanged for a token
 * of 60 days, which renews itself after its first. Meta wants an `https` address to come back to.
 *
 * ```ts
 * import { threadsOAuth } from '@affiche/platforms/oauth';
 *
 * const address = await threadsOAuth.authorizationUrl({
 *   clientId: '42',
 *   redirectUri: 'https://bakery.example/connected',
 *   scopes: ['threads_basic', 'threads_content_publish'],
 *   state: 'unguessable',
 * });
 * new URL(address).searchParams.get('scope'); // => 'threads_basic,threads_content_publish'
 * ```
 *
 * @see {@link https://developers.facebook.com/documentation/threads | Meta: Threads} (2026-11-21)
 */
export const threadsOAuth: NetworkSignIn = {
  ...flow,
  async exchangeCode(account, given, io) {
    const credentials = await flow.exchangeCode(account, given, io);
    return threadsOAuth.lasting({ ...io, credentials }, account);
  },
  secretIn: 'body',
  server: (place) => serverAt(server, place),
  lasting: (io, place) => authenticate(somebody('threads', place), asShortLived(io)),
  async accounts(io, place) {
    const whoever = somebody('threads', place);
    const call = {
      method: 'get',
      path: '/me',
      search: { fields: 'id,username' },
      answer: Me,
      timeoutSeconds: 15,
    } as const;
    const { id, username } = await readThreads(whoever, call, io);
    return [{ ...whoever, id, ...(username !== undefined && { handle: `@${username}` }) }];
  },
};

function asShortLived(io: PlatformIo): PlatformIo {
  const { accessToken = '', expiresAt: _hour, ...rest } = io.credentials;
  return { ...io, credentials: { ...rest, shortLivedToken: accessToken } };
}
