import { ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import {
  exchangeMetaCode,
  extendMetaToken,
  listMetaPages,
  type MetaApplication,
  type MetaSignInOptions,
  metaSignInUrl,
} from '../meta/sign-in.ts';
import { defaultVersion } from '../meta/versions.ts';
import {
  type NetworkSignIn,
  serverAt,
  type SignInPlace,
  type SignInServer,
} from '../oauth/network-sign-in.ts';
import { authenticate } from './session.ts';

const server: SignInServer = {
  issuer: 'https://www.facebook.com',
  authorizationEndpoint: `https://www.facebook.com/${defaultVersion}/dialog/oauth`,
  tokenEndpoint: `https://graph.facebook.com/${defaultVersion}/oauth/access_token`,
  pkce: false,
};
const setup = { version: defaultVersion, processingSeconds: 0 };

/**
 * Connects pages. A person signs in, and their token of 60 days opens every page they work on; each
 * page's own token, fetched with it, does not end. Meta wants an `https` address to come back to.
 *
 * ```ts
 * import { facebookOAuth } from '@affiche/platforms/oauth';
 *
 * const address = await facebookOAuth.authorizationUrl({
 *   clientId: '42',
 *   redirectUri: 'https://bakery.example/connected',
 *   scopes: ['pages_show_list', 'pages_manage_posts'],
 *   state: 'unguessable',
 * });
 * new URL(address).searchParams.get('scope'); // => 'pages_show_list,pages_manage_posts'
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow | Meta: manual login flow} (2026-11-21)
 */
export const facebookOAuth: NetworkSignIn = {
  authorizationEndpoint: server.authorizationEndpoint,
  tokenEndpoint: server.tokenEndpoint,
  authorizationUrl: async (request) => metaSignInUrl(request),
  async exchangeCode(account, given, io) {
    const application = { ...applicationOf(io.credentials), ...given };
    const credentials = await exchangeMetaCode(application, optionsOf(io, account));
    // Nobody knows the page yet where the person has still to choose it.
    return account.id === 'me' ? credentials : authenticate(account, { ...io, credentials }, setup);
  },
  secretIn: 'body',
  server: (place) => serverAt(server, place),
  lasting(io, place) {
    const { accessToken: userToken = '' } = io.credentials;
    return extendMetaToken({ ...applicationOf(io.credentials), userToken }, optionsOf(io, place));
  },
  async accounts(io, place = {}) {
    const { userToken = '', clientSecret } = io.credentials;
    const person = { userToken, ...(clientSecret !== undefined && { clientSecret }) };
    const pages = await listMetaPages(person, optionsOf(io, place));
    return pages.map(({ id, name }) => ({
      platform: 'facebook',
      id,
      ...(name !== undefined && { handle: name }),
      ...(place.host !== undefined && { host: place.host }),
    }));
  },
};

function optionsOf(
  { clock, fetch, signal }: PlatformIo,
  { host }: SignInPlace = {},
): MetaSignInOptions {
  return { clock, fetch, ...(signal && { signal }), ...(host !== undefined && { host }) };
}

function applicationOf({ clientId, clientSecret }: Credentials): MetaApplication {
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new ConfigurationError('missing-credentials', {
    message: 'Connecting a Facebook page takes the application’s clientId and clientSecret',
    hint: 'Store { clientId, clientSecret } of the application in Meta’s App Dashboard.',
  });
}
