import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { businessErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'google-business-profile',
  name: 'Google Business Profile',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  // Without them Google gives no refresh token, or only the first time.
  parameters: { access_type: 'offline', prompt: 'consent' },
  tokenHost: 'oauth2.googleapis.com',
  tokenPath: '/token',
  client: 'client_id',
  separator: ' ',
  secretIn: 'body',
  proof: 'base64url',
  errors: businessErrors,
});

/**
 * Connects accounts that manage profiles of businesses.
 *
 * ```ts
 * import { googleBusinessProfileOAuth } from '@affiche/platforms/google-business-profile';
 *
 * const address = await googleBusinessProfileOAuth.authorizationUrl({
 *   clientId: 'project.apps.googleusercontent.com',
 *   redirectUri: 'https://tool.example/back',
 *   scopes: ['https://www.googleapis.com/auth/business.manage'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('access_type'); // => 'offline'
 * ```
 *
 * @see {@link https://developers.google.com/identity/protocols/oauth2/web-server | Google: OAuth 2.0} (2026-11-21)
 */
export const googleBusinessProfileOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new access token. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
