import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { tiktokErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'tiktok',
  name: 'TikTok',
  authorizationEndpoint: 'https://www.tiktok.com/v2/auth/authorize/',
  tokenHost: 'open.tiktokapis.com',
  tokenPath: '/v2/oauth/token/',
  client: 'client_key',
  separator: ',',
  secretIn: 'body',
  // Not as the standard says.
  proof: 'hex',
  errors: tiktokErrors,
});

/**
 * Connects accounts of TikTok. A token is good for a day; its refresh token for 365 days, and a refresh
 * may give another one. TikTok calls the application's id a key.
 *
 * ```ts
 * import { tiktokOAuth } from '@affiche/platforms/tiktok';
 *
 * const address = await tiktokOAuth.authorizationUrl({
 *   clientId: 'aw1234',
 *   redirectUri: 'https://tool.example/back',
 *   scopes: ['user.info.basic', 'video.publish'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('client_key'); // => 'aw1234'
 * ```
 *
 * @see {@link https://developers.tiktok.com/doc/oauth-user-access-token-management | TikTok: tokens} (2026-11-21)
 */
export const tiktokOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new pair. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
