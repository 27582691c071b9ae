import type { Clock, Credentials, PlatformIo } from '@affiche/core';
import { metaErrors } from './errors.ts';
import { type GraphNetwork, readGraph } from './graph.ts';
import { expiry } from './long-lived-token.ts';
import { listPages, type ManagedPage } from './pages.ts';
import { defaultVersion } from './versions.ts';
import { Token } from './wire.ts';

/** Our application, as Meta knows it. */
export interface MetaApplication {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How Meta is asked. */
export interface MetaSignInOptions {
  readonly clock: Clock;
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  /** @defaultValue 'graph.facebook.com' */
  readonly host?: string;
  /** @defaultValue 'v25.0' */
  readonly version?: string;
}

/**
 * The address that a person opens to let an application act for pages and Instagram accounts.
 *
 * ```ts
 * import { metaSignInUrl } from '@affiche/platforms/meta';
 *
 * const url = new URL(
 *   metaSignInUrl({
 *     clientId: '42',
 *     redirectUri: 'https://bakery.example/connected',
 *     state: 'unguessable',
 *     scopes: ['pages_show_list', 'pages_manage_posts'],
 *   }),
 * );
 * url.searchParams.get('scope'); // => 'pages_show_list,pages_manage_posts'
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow | Meta: manual login flow} (2026-11-21)
 */
export function metaSignInUrl({
  clientId,
  redirectUri,
  state,
  scopes,
  version = defaultVersion,
}: {
  readonly clientId: string;
  readonly redirectUri: string;
  /** A text that nobody can guess, to be found again in the answer. */
  readonly state: string;
  readonly scopes: readonly string[];
  /** @defaultValue 'v25.0' */
  readonly version?: string;
}): string {
  const search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    scope: scopes.join(','),
    response_type: 'code',
  });
  return `https://www.facebook.com/${version}/dialog/oauth?${search.toString()}`;
}

/**
 * Exchanges the code of a sign-in for a token of the person that is good for about 60 days, by way
 * of one that is good for an hour or two.
 *
 * @returns `userToken` and `expiresAt`, with the application's id and secret, for a vault.
 * @throws PlatformError `platform-call-failed`
 */
export async function exchangeMetaCode(
  application: MetaApplication & { readonly redirectUri: string; readonly code: string },
  options: MetaSignInOptions,
): Promise<Credentials> {
  const { redirectUri, code, clientId, clientSecret } = application;
  const short = await token({ redirect_uri: redirectUri, code }, application, options);
  const credentials = { clientId, clientSecret };
  return extendMetaToken({ ...credentials, userToken: short.access_token }, options);
}

/**
 * Exchanges a person's token for one that is good for about 60 days. Meta renews none that has ended:
 * then the person signs in again.
 *
 * @throws PlatformError `platform-call-failed`
 */
export async function extendMetaToken(
  credentials: MetaApplication & { readonly userToken: string },
  options: MetaSignInOptions,
): Promise<Credentials> {
  const { userToken, clientId, clientSecret } = credentials;
  const grant = { grant_type: 'fb_exchange_token', fb_exchange_token: userToken };
  const long = await token(grant, credentials, options);
  return { clientId, clientSecret, userToken: long.access_token, ...expiry(long, options) };
}

/**
 * Every page that the person of a token works on, with its own token. Those of a long-lived token do
 * not end until the person changes the password, loses the role or takes the consent back.
 *
 * @throws PlatformError `platform-call-failed`
 */
export async function listMetaPages(
  credentials: Partial<MetaApplication> & { readonly userToken: string },
  options: MetaSignInOptions,
): Promise<ManagedPage[]> {
  const { userToken, clientSecret } = credentials;
  const { version = defaultVersion } = options;
  const secret = clientSecret === undefined ? {} : { clientSecret };
  return listPages(networkOf(options), login, { version, userToken }, worldOf(options, secret));
}

const login = { platform: 'facebook', id: 'me' };

function token(
  grant: Readonly<Record<string, string>>,
  { clientId, clientSecret }: MetaApplication,
  options: MetaSignInOptions,
): Promise<Token> {
  return readGraph(
    networkOf(options),
    login,
    {
      method: 'get',
      path: '/oauth/access_token',
      search: { ...grant, client_id: clientId, client_secret: clientSecret },
      version: options.version ?? defaultVersion,
      token: '',
      answer: Token,
      timeoutSeconds: 30,
    },
    worldOf(options, {}),
  );
}

function networkOf({ host = 'graph.facebook.com' }: MetaSignInOptions): GraphNetwork {
  return { host, errors: metaErrors, requestPoints: 200 };
}

function worldOf(
  { clock, fetch = globalThis.fetch, signal }: MetaSignInOptions,
  credentials: Credentials,
): PlatformIo {
  return {
    clock,
    fetch,
    ...(signal && { signal }),
    credentials,
    observeRate() {},
    openMedia: () => Promise.reject(new Error('signing in opens no files')),
  };
}
