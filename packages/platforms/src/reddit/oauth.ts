import type { Account, Credentials, PlatformIo } from '@affiche/core';
import { type OAuthFlow, oauthFlow } from '../oauth-code.ts';
import { redditErrors } from './errors.ts';

const flow = oauthFlow({
  platform: 'reddit',
  name: 'Reddit',
  authorizationEndpoint: 'https://www.reddit.com/api/v1/authorize',
  // Without it the tokens could not be renewed.
  parameters: { duration: 'permanent' },
  tokenHost: 'www.reddit.com',
  tokenPath: '/api/v1/access_token',
  client: 'client_id',
  separator: ' ',
  secretIn: 'header',
  errors: redditErrors,
});

/**
 * Connects accounts of Reddit. The refresh token stays good until somebody revokes it.
 *
 * ```ts
 * import { redditOAuth } from '@affiche/platforms/reddit';
 *
 * const address = await redditOAuth.authorizationUrl({
 *   clientId: 'p-jcoLKBynTLew',
 *   redirectUri: 'https://tool.example/back',
 *   scopes: ['identity', 'submit'],
 *   state: 'a-secret',
 * });
 * new URL(address).searchParams.get('duration'); // => 'permanent'
 * ```
 *
 * @see {@link https://github.com/reddit-archive/reddit/wiki/OAuth2 | Reddit: OAuth 2} (2026-11-21)
 */
export const redditOAuth: OAuthFlow = flow;

/** Exchanges the refresh token for a new access token. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return flow.refresh(account, io);
}
