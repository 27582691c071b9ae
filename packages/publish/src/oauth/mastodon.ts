import { type Account, ConfigurationError, type Credentials } from '@affiche/core';
import { z } from 'zod';
import { askBounded, exchange, isLoopback } from './exchange.ts';
import { oauthError } from './oauth-error.ts';
import { discoverServer, type OAuthClient, type OAuthServer } from './server.ts';
import { signIn, type SignInOptions } from './sign-in.ts';

/** Which server, and as what. */
export interface SignInToMastodonOptions extends Omit<
  SignInOptions,
  'server' | 'client' | 'scopes'
> {
  /** The server's name: `mastodon.social`. */
  readonly host: string;
  /** What people read when they are asked, and below posts. */
  readonly appName: string;
  /** The application's page, linked from its name. */
  readonly website?: string;
  /** @defaultValue what publishing, measuring and answering need: read, write:media, write:statuses */
  readonly scopes?: readonly string[];
}

/** Whose account it is, what opens it, and where that can be revoked. */
export interface MastodonSignIn {
  readonly account: Account;
  readonly credentials: Credentials;
  readonly server: OAuthServer;
}

const Application = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });
const OwnAccount = z.object({ id: z.string().min(1), username: z.string().min(1) });

/**
 * Registers an application with a Mastodon server, has a person sign in, and asks whose account it
 * is. Mastodon's tokens do not expire, so that this is done once per account.
 *
 * ```ts no-run
 * import { fileVault, storeCredentials } from '@affiche/publish';
 * import { signInToMastodon } from '@affiche/publish/oauth';
 *
 * const { account, credentials } = await signInToMastodon({
 *   host: 'mastodon.social',
 *   appName: 'Bakery posts',
 *   open: (url) => console.log(`Open ${url}`),
 * });
 * await storeCredentials(fileVault('credentials.json'), account, credentials);
 * ```
 *
 * @throws ConfigurationError `invalid-host`; PlatformError with an {@link OAuthErrorCode}.
 * @see {@link https://docs.joinmastodon.org/client/token/ | Mastodon: obtaining client access} (2026-11-21)
 */
export async function signInToMastodon(options: SignInToMastodonOptions): Promise<MastodonSignIn> {
  const { host, scopes = ['read', 'write:media', 'write:statuses'] } = options;
  const origin = originOf(host);
  const server = await findServer(origin, options);
  const credentials = await signIn({
    ...options,
    server,
    scopes,
    client: (redirectUri) => register(origin, redirectUri, { ...options, scopes }),
  });
  const { accessToken = '' } = credentials;
  const { id, username } = await ask(origin, '/api/v1/accounts/verify_credentials', OwnAccount, {
    ...options,
    request: { headers: { authorization: `Bearer ${accessToken}` } },
    secrets: [accessToken],
  });
  const account = { platform: 'mastodon', id, host, handle: `@${username}@${host}` };
  return { account, credentials, server };
}

/** Servers before 4.3 and relatives do not say where their endpoints are; they are where they always were. */
async function findServer(origin: string, options: SignInToMastodonOptions): Promise<OAuthServer> {
  try {
    return await discoverServer(origin, options);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return {
      issuer: origin,
      authorizationEndpoint: `${origin}/oauth/authorize`,
      tokenEndpoint: `${origin}/oauth/token`,
      revocationEndpoint: `${origin}/oauth/revoke`,
    };
  }
}

/** Whether the server answered, and has no such page. */
function isAbsent(error: unknown): boolean {
  const failure = z.object({ details: z.object({ failure: z.object({ status: z.int() }) }) });
  return [401, 403, 404, 410].includes(failure.safeParse(error).data?.details.failure.status ?? 0);
}

async function register(
  origin: string,
  redirectUri: string,
  options: SignInToMastodonOptions & { readonly scopes: readonly string[] },
): Promise<OAuthClient> {
  const form = new URLSearchParams({
    client_name: options.appName,
    redirect_uris: redirectUri,
    scopes: options.scopes.join(' '),
    ...(options.website === undefined ? {} : { website: options.website }),
  });
  const request = { method: 'POST', body: form };
  const found = await ask(origin, '/api/v1/apps', Application, {
    ...options,
    request,
    secrets: [],
  });
  return { clientId: found.client_id, clientSecret: found.client_secret };
}

async function ask<Answer>(
  origin: string,
  path: string,
  answer: z.ZodType<Answer>,
  {
    request,
    secrets,
    ...options
  }: SignInToMastodonOptions & { request: RequestInit; secrets: readonly string[] },
): Promise<Answer> {
  const { signal } = options;
  return exchange({ server: origin, secrets, signal }, async () => {
    const response = await askBounded(`${origin}${path}`, request, options);
    const body = answer.safeParse(await response.json().catch(() => undefined));
    if (response.ok && body.success) return body.data;
    throw oauthError(response.ok ? 'oauth-answer-invalid' : 'oauth-refused', {
      kind: response.status >= 500 || response.status === 429 ? 'transient' : 'permission',
      message: `${origin} answered ${response.status} to ${path}`,
      status: response.status,
      hint: 'Check that it is the server of the account, and that it speaks Mastodon’s API.',
    });
  });
}

function originOf(host: string): string {
  const url = /^[^/?#@\\\s]+$/.test(host) ? URL.parse(`https://${host}`) : null;
  if (!url) {
    throw new ConfigurationError('invalid-host', {
      message: `"${host}" is no server’s name`,
      hint: 'Give the name alone, such as mastodon.social.',
    });
  }
  return isLoopback(url.hostname) ? `http://${url.host}` : url.origin;
}
