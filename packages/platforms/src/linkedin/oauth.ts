import type { Account } from '@affiche/core';
import { oauthFlow } from '../oauth-code.ts';
import {
  type NetworkSignIn,
  serverAt,
  type SignInServer,
  somebody,
} from '../oauth/network-sign-in.ts';
import { readLinkedIn } from './api.ts';
import { linkedInErrors } from './errors.ts';
import { findRoles, mayPost } from './roles.ts';
import { defaultVersion } from './versions.ts';
import { Me } from './wire.ts';

const server: SignInServer = {
  issuer: 'https://www.linkedin.com/oauth',
  authorizationEndpoint: 'https://www.linkedin.com/oauth/v2/authorization',
  tokenEndpoint: 'https://www.linkedin.com/oauth/v2/accessToken',
  pkce: false,
};
const linkedIn = { version: defaultVersion };

/**
 * Connects accounts of LinkedIn. A token is good for 60 days; approved partners get a refresh token
 * too, which ends 365 days after the consent. Others sign in again.
 *
 * ```ts
 * import { linkedinOAuth } from '@affiche/platforms/oauth';
 *
 * const address = await linkedinOAuth.authorizationUrl({
 *   clientId: '77abc',
 *   redirectUri: 'https://bakery.example/connected',
 *   scopes: ['openid', 'profile', 'w_member_social'],
 *   state: 'unguessable',
 * });
 * new URL(address).searchParams.get('scope'); // => 'openid profile w_member_social'
 * ```
 *
 * @see {@link https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow | LinkedIn: authorization code flow} (2026-11-21)
 */
export const linkedinOAuth: NetworkSignIn = {
  ...oauthFlow({
    platform: 'linkedin',
    name: 'LinkedIn',
    authorizationEndpoint: server.authorizationEndpoint,
    tokenHost: 'www.linkedin.com',
    tokenPath: '/oauth/v2/accessToken',
    client: 'client_id',
    separator: ' ',
    secretIn: 'body',
    errors: linkedInErrors(0),
  }),
  secretIn: 'body',
  server: (place) => serverAt(server, place),
  lasting: async ({ credentials }) => credentials,
  /** The member first, and then every organization that the member may post for. */
  async accounts(io, place) {
    const whoever = somebody('linkedin', place);
    const call = { method: 'get', path: '/v2/userinfo', answer: Me, timeoutSeconds: 15 } as const;
    const { sub } = await readLinkedIn(whoever, call, io, linkedIn);
    const roles = (await findRoles(whoever, io, linkedIn)) ?? [];
    const pages = roles.filter(({ role }) => mayPost(role)).map(({ organization }) => organization);
    const accountOf = (id: string): Account => ({ ...whoever, id });
    return [`urn:li:person:${sub}`, ...new Set(pages)].map(accountOf);
  },
};
