import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { pinterestErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'pinterest',
  name: 'Pinterest',
  authorizationEndpoint: 'https://www.pinterest.com/oauth/',
  tokenHost: 'api.pinterest.com',
  tokenPath: '/v5/oauth/token',
  client: 'client_id',
  separator: ',',
  secretIn: 'header',
  errors: pinterestErrors,
});

/**
 * Connects accounts of Pinterest. A token is good for 30 days; its refresh token for 60, and each
 * refresh gives a new one.
 *
 * ```ts
 * import { pinterestOAuth } from '@affiche/platforms/pinterest';
 *
 * const address = await pinterestOAuth.authorizationUrl({
 *   clientId: '1478',
 *   redirectUri: 'https://tool.example/back',
 *   scopes: ['boards:read', 'pins:write'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('scope'); // => 'boards:read,pins:write'
 * ```
 *
 * @see {@link https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/ | Pinterest: authorization} (2026-11-21)
 */
export const pinterestOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new pair. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
