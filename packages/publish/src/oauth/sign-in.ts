import { type Clock, type Credentials, systemClock } from '@affiche/core';
import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  INVALID_RESPONSE,
  nopkce,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { asBearer, type ExchangeOptions, exchange, openExchange } from './exchange.ts';
import { listenForRedirect, type Redirect } from './loopback-redirect.ts';
import { issuerMismatch, oauthError } from './oauth-error.ts';
import { authentication, type OAuthClient, type OAuthServer, serverMetadata } from './server.ts';
import { credentialsFrom, hostOf } from './tokens.ts';

/** Where to sign in, as what, and for which rights. */
export interface SignInOptions extends ExchangeOptions {
  readonly server: OAuthServer;
  /** The application; a function where it must be registered with the address to come back to. */
  readonly client: OAuthClient | ((redirectUri: string) => Promise<OAuthClient>);
  readonly scopes: readonly string[];
  /** Shows the person the address to open in a browser. */
  readonly open: (url: string) => void | Promise<void>;
  /** What else the network wants in the address: `{ access_type: 'offline' }`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * The port of this machine to come back to, where the network must know it beforehand.
   *
   * @defaultValue any free one
   */
  readonly port?: number;
  /**
   * How long the person may take, in seconds.
   *
   * @defaultValue 300
   */
  readonly timeoutSeconds?: number;
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
}

/**
 * Has a person sign in with a browser, and returns what opens the account, for a vault. The browser
 * comes back to a port of this machine, and only an answer to this very sign-in is believed: state,
 * PKCE and, where the server names itself, its issuer are checked.
 *
 * ```ts no-run
 * import { fileVault, storeCredentials } from '@affiche/publish';
 * import { discoverServer, signIn } from '@affiche/publish/oauth';
 *
 * const credentials = await signIn({
 *   server: await discoverServer('https://accounts.example.com'),
 *   client: { clientId: 'affiche' },
 *   scopes: ['posts.write'],
 *   open: (url) => console.log(`Open ${url}`),
 * });
 * const vault = fileVault('credentials.json');
 * await storeCredentials(vault, { platform: 'pinterest', id: 'bakery' }, credentials);
 * ```
 *
 * @returns `accessToken` and `clientId`, and where there are any `refreshToken`, `expiresAt`,
 * `refreshExpiresAt` (instants), `scope` and `clientSecret`.
 * @throws PlatformError with an {@link OAuthErrorCode}.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8252 | RFC 8252, OAuth 2.0 for native apps}
 */
export async function signIn(options: SignInOptions): Promise<Credentials> {
  const { port = 0, clock = systemClock(), signal } = options;
  signal?.throwIfAborted();
  await using redirect = await listenForRedirect(port);
  const { redirectUri } = redirect;
  const client =
    typeof options.client === 'function' ? await options.client(redirectUri) : options.client;
  const state = generateRandomState();
  const verifier = generateRandomCodeVerifier();
  const url = new URL(options.server.authorizationEndpoint);
  const parameters = {
    ...options.parameters,
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: options.scopes.join(' '),
    state,
    ...(options.server.pkce !== false && {
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  await options.open(url.href);
  const answer = await waitFor(redirect, options, clock);
  try {
    const granted = await exchangeCode(answer, { options, client, state, verifier, redirectUri });
    redirect.tell('You are signed in. You can close this window and go back to the terminal.');
    const { clientId, clientSecret } = client;
    return {
      clientId,
      ...(clientSecret ? { clientSecret } : {}),
      ...credentialsFrom(granted, clock),
    };
  } catch (error) {
    redirect.tell('Signing in did not work. The terminal says why.');
    throw error;
  }
}

async function waitFor(
  redirect: Redirect,
  { server, timeoutSeconds = 300, signal }: SignInOptions,
  clock: Clock,
): Promise<URLSearchParams> {
  const answered = new AbortController();
  const both = AbortSignal.any([answered.signal, ...(signal ? [signal] : [])]);
  const tooLate = async (): Promise<never> => {
    await clock.sleep(timeoutSeconds, { signal: both });
    throw oauthError('oauth-timeout', {
      kind: 'transient',
      message: `Nobody signed in at ${hostOf(server)} within ${timeoutSeconds} seconds`,
      hint: 'Start again, and open the address in a browser on this machine.',
    });
  };
  try {
    return await Promise.race([redirect.received, tooLate()]);
  } finally {
    answered.abort();
  }
}

interface Attempt {
  readonly options: SignInOptions;
  readonly client: OAuthClient;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

async function exchangeCode(
  answer: URLSearchParams,
  { options, client, state, verifier, redirectUri }: Attempt,
) {
  const { server, signal } = options;
  const metadata = serverMetadata(server);
  const known = { client_id: client.clientId };
  const secrets = [state, verifier, client.clientSecret ?? '', answer.get('code') ?? ''];
  return exchange({ server: hostOf(server), secrets, signal }, async () => {
    const response = await authorizationCodeGrantRequest(
      metadata,
      known,
      authentication(client),
      checkAnswer(answer, state, server),
      redirectUri,
      server.pkce === false ? nopkce : verifier,
      openExchange(server.tokenEndpoint, options),
    );
    return processAuthorizationCodeResponse(metadata, known, await asBearer(response));
  });
}

function checkAnswer(answer: URLSearchParams, state: string, server: OAuthServer): URLSearchParams {
  try {
    return validateAuthResponse(serverMetadata(server), { client_id: '-' }, answer, state);
  } catch (error) {
    if (!(error instanceof OperationProcessingError) || error.code !== INVALID_RESPONSE)
      throw error;
    if (answer.get('state') === state) throw issuerMismatch(hostOf(server));
    throw oauthError('oauth-state-mismatch', {
      kind: 'permission',
      message: `The answer of ${hostOf(server)} belongs to another sign-in`,
      hint: 'Start again, and use only the address that was shown last.',
    });
  }
}
