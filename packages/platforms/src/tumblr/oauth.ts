import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { tumblrErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'tumblr',
  name: 'Tumblr',
  authorizationEndpoint: 'https://www.tumblr.com/oauth2/authorize',
  tokenHost: 'api.tumblr.com',
  tokenPath: '/v2/oauth2/token',
  client: 'client_id',
  separator: ' ',
  secretIn: 'body',
  errors: tumblrErrors,
});

/**
 * Connects accounts of Tumblr. A token is good for 42 minutes; each refresh gives a new pair.
 *
 * ```ts
 * import { tumblrOAuth } from '@affiche/platforms/tumblr';
 *
 * const address = await tumblrOAuth.authorizationUrl({
 *   clientId: 'consumer-key',
 *   redirectUri: 'https://tool.example/back',
 *   scopes: ['write', 'offline_access'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('scope'); // => 'write offline_access'
 * ```
 *
 * @see {@link https://github.com/tumblr/docs/blob/master/api.md#oauth2-authorization | Tumblr: OAuth 2} (2026-11-22)
 */
export const tumblrOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new pair. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
