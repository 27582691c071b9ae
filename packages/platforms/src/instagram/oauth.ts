import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { send } from '../http.ts';
import { type CodeExchange, oauthFlow } from '../oauth-code.ts';
import {
  type NetworkSignIn,
  serverAt,
  type SignInServer,
  somebody,
} from '../oauth/network-sign-in.ts';
import { defaultVersion } from '../meta/versions.ts';
import { serverOrigin } from '../origin.ts';
import { platformError } from '../step-result.ts';
import { diagnoseInstagram } from './api.ts';
import { instagramErrors } from './errors.ts';
import { readIdentity } from './identity.ts';
import { authenticate } from './session.ts';

const tokenHost = 'api.instagram.com';
const tokenPath = '/oauth/access_token';
const server: SignInServer = {
  issuer: 'https://www.instagram.com',
  authorizationEndpoint: 'https://www.instagram.com/oauth/authorize',
  tokenEndpoint: `https://${tokenHost}${tokenPath}`,
  pkce: false,
};
const own = { login: 'instagram', version: defaultVersion } as const;

const flow = oauthFlow({
  platform: 'instagram',
  name: 'Instagram',
  authorizationEndpoint: server.authorizationEndpoint,
  tokenHost,
  tokenPath,
  client: 'client_id',
  separator: ',',
  secretIn: 'body',
  errors: instagramErrors,
});

/**
 * Connects accounts by Instagram's own login, without a page of Facebook; for the way through Facebook
 * see `metaSignInUrl` of `@affiche/platforms/meta`. What signing in gives is good for an hour, and is
 * exchanged for a token of 60 days, which renews itself after its first. Meta wants an `https` address
 * to come back to.
 *
 * ```ts
 * import { instagramOAuth } from '@affiche/platforms/oauth';
 *
 * const address = await instagramOAuth.authorizationUrl({
 *   clientId: '42',
 *   redirectUri: 'https://bakery.example/connected',
 *   scopes: ['instagram_business_basic', 'instagram_business_content_publish'],
 *   state: 'unguessable',
 * });
 * new URL(address).host; // => 'www.instagram.com'
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login | Meta: business login for Instagram} (2026-11-21)
 */
export const instagramOAuth: NetworkSignIn = {
  authorizationEndpoint: flow.authorizationEndpoint,
  tokenEndpoint: flow.tokenEndpoint,
  authorizationUrl: (request) => flow.authorizationUrl(request),
  async exchangeCode(account, given, io) {
    const shortLivedToken = await exchange(account, given, io);
    return authenticate(
      account,
      { ...io, credentials: { ...io.credentials, shortLivedToken } },
      own,
    );
  },
  secretIn: 'body',
  server: (place) => serverAt(server, place),
  lasting(io, place) {
    const { accessToken = '', expiresAt: _hour, ...rest } = io.credentials;
    const credentials = { ...rest, shortLivedToken: accessToken };
    return authenticate(somebody('instagram', place), { ...io, credentials }, own);
  },
  async accounts(io, place) {
    const whoever = somebody('instagram', place);
    const { id = '', user_id: user = id, username } = await readIdentity(whoever, io, own);
    return [{ ...whoever, id: user, ...(username !== undefined && { handle: `@${username}` }) }];
  },
};

const Granted = z.object({ access_token: z.string() });
// The network wraps it in a list now and then.
const Answer = z.union([Granted, z.object({ data: z.tuple([Granted], z.unknown()) })]);

/** The token of an hour. The standard exchange does not fit: no type of token is answered. */
async function exchange(
  account: Account,
  { code, redirectUri }: CodeExchange,
  io: PlatformIo,
): Promise<string> {
  const { clientId, clientSecret } = credentialsOf(io.credentials);
  const answer = await send(
    {
      method: 'post',
      url: `${serverOrigin(account, tokenHost)}${tokenPath}`,
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        // The address that a person comes back to ends in this, and it is no part of the code.
        code: code.replace(/#_$/, ''),
      }),
      answer: Answer,
      timeoutSeconds: 30,
    },
    io,
  );
  if (answer.outcome !== 'answered') {
    throw platformError(diagnoseInstagram(answer, { method: 'post', path: tokenPath }, io));
  }
  const { body } = answer;
  return 'data' in body ? body.data[0].access_token : body.access_token;
}

function credentialsOf({ clientId, clientSecret }: Credentials) {
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new ConfigurationError('missing-credentials', {
    message: 'Connecting an Instagram account takes the application’s clientId and clientSecret',
    hint: 'Store { clientId, clientSecret } of the application in Meta’s App Dashboard.',
  });
}
