import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { snapchatErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'snapchat',
  name: 'Snapchat',
  authorizationEndpoint: 'https://accounts.snapchat.com/login/oauth2/authorize',
  tokenHost: 'accounts.snapchat.com',
  tokenPath: '/login/oauth2/access_token',
  client: 'client_id',
  separator: ' ',
  secretIn: 'body',
  errors: snapchatErrors,
});

/**
 * Connects public profiles of Snapchat, for organizations on Snap's list.
 *
 * ```ts
 * import { snapchatOAuth } from '@affiche/platforms/snapchat';
 *
 * snapchatOAuth.tokenEndpoint; // => 'https://accounts.snapchat.com/login/oauth2/access_token'
 * ```
 *
 * @see {@link https://developers.snap.com/api/marketing-api/Ads-API/authentication | Snap: authentication} (2026-11-21)
 */
export const snapchatOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new access token. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
