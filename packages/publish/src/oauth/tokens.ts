import {
  type Clock,
  ConfigurationError,
  type Credentials,
  instant,
  systemClock,
} from '@affiche/core';
import {
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { asBearer, type ExchangeOptions, exchange, openExchange } from './exchange.ts';
import { authentication, type OAuthClient, type OAuthServer, serverMetadata } from './server.ts';

/** Whose tokens, and where. */
export interface TokenOptions extends ExchangeOptions {
  readonly server: OAuthServer;
  /** As {@link signIn} returned them, with the application's id inside. */
  readonly credentials: Credentials;
  /** @defaultValue `body` */
  readonly secretIn?: 'body' | 'header';
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
}

/**
 * Exchanges the refresh token for new tokens: what the `authenticate` of a platform of one's own
 * calls. The publisher sees to it that one process at a time does so.
 *
 * ```ts no-run
 * import { memoryVault, storeCredentials } from '@affiche/publish';
 * import { discoverServer, refreshTokens } from '@affiche/publish/oauth';
 *
 * const account = { platform: 'pinterest', id: 'bakery' };
 * const vault = memoryVault();
 * const server = await discoverServer('https://accounts.example.com');
 * const credentials = (await vault.read(account))?.credentials ?? {};
 * await storeCredentials(vault, account, await refreshTokens({ server, credentials }));
 * ```
 *
 * @returns the credentials with the new tokens; a refresh token that was not replaced stays.
 * @throws ConfigurationError `missing-credentials`; PlatformError `oauth-refused` and the other
 * {@link OAuthErrorCode}s.
 */
export async function refreshTokens(options: TokenOptions): Promise<Credentials> {
  const { server, credentials, clock = systemClock(), signal } = options;
  const { refreshToken } = credentials;
  const client = clientOf(options);
  if (!refreshToken) throw missing('refreshToken', 'Sign in again, with the scope that gives one.');
  const metadata = serverMetadata(server);
  const secrets = secretsOf(credentials);
  const fresh = await exchange({ server: hostOf(server), secrets, signal }, async () => {
    const response = await refreshTokenGrantRequest(
      metadata,
      { client_id: client.clientId },
      authentication(client),
      refreshToken,
      openExchange(server.tokenEndpoint, options),
    );
    const known = { client_id: client.clientId };
    return processRefreshTokenResponse(metadata, known, await asBearer(response));
  });
  const { expiresAt: _old, ...kept } = credentials;
  return { ...kept, ...credentialsFrom(fresh, clock) };
}

/**
 * Tells the server that the tokens are no longer used. Tokens that it does not know any more are
 * revoked already.
 *
 * @throws ConfigurationError `missing-credentials`, `oauth-server-incomplete`; PlatformError.
 */
export async function revokeTokens(options: TokenOptions): Promise<void> {
  const { server, credentials, signal } = options;
  const client = clientOf(options);
  const endpoint = server.revocationEndpoint;
  if (endpoint === undefined) {
    throw new ConfigurationError('oauth-server-incomplete', {
      message: `The server ${hostOf(server)} has no place where tokens are revoked`,
      hint: 'Revoke the application in the settings of the account.',
    });
  }
  const { refreshToken, accessToken } = credentials;
  // The refresh token first: on many servers the access token goes with it.
  for (const token of [refreshToken, accessToken]) {
    if (!token) continue;
    const secrets = secretsOf(credentials);
    await exchange({ server: hostOf(server), secrets, signal }, async () => {
      const response = await revocationRequest(
        serverMetadata(server),
        { client_id: client.clientId },
        authentication(client),
        token,
        openExchange(endpoint, options),
      );
      await processRevocationResponse(response);
    });
  }
}

/** What a server granted, as a vault keeps it. */
export function credentialsFrom(answer: TokenEndpointResponse, clock: Clock): Credentials {
  const endAfter = (seconds: unknown) =>
    typeof seconds === 'number' && seconds > 0 ? instant(clock.now() + seconds * 1000) : undefined;
  // The standard has no word for a refresh token's life; networks use these two.
  const life = answer['refresh_token_expires_in'] ?? answer['refresh_expires_in'];
  const all = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: endAfter(answer.expires_in),
    refreshExpiresAt: endAfter(life),
    scope: answer.scope,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** The texts of credentials that nobody may read. */
function secretsOf(credentials: Credentials): string[] {
  const names = ['accessToken', 'refreshToken', 'clientSecret'];
  return names.flatMap((name) => credentials[name] ?? []);
}

/** The server's origin, for messages. */
export function hostOf({ tokenEndpoint }: OAuthServer): string {
  return new URL(tokenEndpoint).origin;
}

function clientOf({ credentials, secretIn = 'body' }: TokenOptions): OAuthClient {
  const { clientId, clientSecret } = credentials;
  if (!clientId) throw missing('clientId', 'Store the application’s id with the tokens.');
  return { clientId, secretIn, ...(clientSecret ? { clientSecret } : {}) };
}

function missing(name: string, hint: string): ConfigurationError {
  return new ConfigurationError('missing-credentials', {
    message: `The credentials have no ${name}`,
    hint,
  });
}
