import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { youtubeErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'youtube',
  name: 'YouTube',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  // Without these Google gives no refresh token, or none the second time.
  parameters: { access_type: 'offline', prompt: 'consent' },
  tokenHost: 'oauth2.googleapis.com',
  tokenPath: '/token',
  client: 'client_id',
  separator: ' ',
  secretIn: 'body',
  proof: 'base64url',
  errors: youtubeErrors,
});

/**
 * Connects channels of YouTube with a Google account. A token is good for an hour; its refresh token
 * until it is taken back, not used for half a year, or, for a consent screen in testing, seven days.
 *
 * ```ts
 * import { youtubeOAuth } from '@affiche/platforms/youtube';
 *
 * const address = await youtubeOAuth.authorizationUrl({
 *   clientId: '1.apps.googleusercontent.com',
 *   redirectUri: 'http://127.0.0.1:8000',
 *   scopes: ['https://www.googleapis.com/auth/youtube.upload'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('access_type'); // => 'offline'
 * ```
 *
 * @see {@link https://developers.google.com/identity/protocols/oauth2/native-app | Google: OAuth 2.0} (2026-11-21)
 */
export const youtubeOAuth: OAuthFlow = flow;

/** Exchanges the refresh token, which stays, for a new access token. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
