import { ConfigurationError } from '@affiche/core';
import {
  type AuthorizationServer,
  ClientSecretBasic,
  ClientSecretPost,
  discoveryRequest,
  None,
  processDiscoveryResponse,
} from 'oauth4webapi';
import { type ExchangeOptions, exchange, openExchange } from './exchange.ts';

/** Where a network's authorization server is asked for what. */
export interface OAuthServer {
  /** The server's name for itself, as an address. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
  /**
   * Whether the server says with every answer that it comes from it; then one that does not is refused.
   *
   * @see {@link https://www.rfc-editor.org/rfc/rfc9207 | RFC 9207}
   */
  readonly namesIssuer?: boolean;
  /**
   * Whether the application proves by PKCE that it is the one that asked; some networks refuse it.
   *
   * @defaultValue true
   * @see {@link https://www.rfc-editor.org/rfc/rfc7636 | RFC 7636}
   */
  readonly pkce?: boolean;
}

/** Our application, as the network knows it. */
export interface OAuthClient {
  readonly clientId: string;
  /** Absent for public clients, which prove themselves by PKCE alone. */
  readonly clientSecret?: string;
  /**
   * Where the secret goes: into the body, or into an `Authorization` header.
   *
   * @defaultValue `body`
   */
  readonly secretIn?: 'body' | 'header';
}

/**
 * Asks an authorization server where its endpoints are.
 *
 * ```ts no-run
 * import { discoverServer } from '@affiche/publish/oauth';
 *
 * const server = await discoverServer('https://mastodon.social');
 * const endpoint = server.tokenEndpoint; // 'https://mastodon.social/oauth/token'
 * ```
 *
 * @throws ConfigurationError `oauth-server-incomplete`; PlatformError `oauth-issuer-mismatch`,
 * `oauth-answer-invalid`, `oauth-refused`, `oauth-unreachable`, `oauth-timeout`.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8414 | RFC 8414, authorization server metadata}
 */
export async function discoverServer(
  issuer: string,
  options: ExchangeOptions = {},
): Promise<OAuthServer> {
  const url = new URL(issuer);
  const found = await exchange({ server: url.origin, secrets: [] }, async () => {
    const request = openExchange(url.href, options);
    const response = await discoveryRequest(url, { ...request, algorithm: 'oauth2' });
    return processDiscoveryResponse(url, response);
  });
  const { authorization_endpoint, token_endpoint, revocation_endpoint } = found;
  if (!authorization_endpoint || !token_endpoint) {
    throw new ConfigurationError('oauth-server-incomplete', {
      message: `The server ${url.origin} does not say where to sign in`,
      hint: 'Give its authorizationEndpoint and tokenEndpoint yourself.',
    });
  }
  return {
    issuer: found.issuer,
    authorizationEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    ...(revocation_endpoint === undefined ? {} : { revocationEndpoint: revocation_endpoint }),
    namesIssuer: found.authorization_response_iss_parameter_supported === true,
  };
}

/** The server in the words of the library. */
export function serverMetadata(server: OAuthServer): AuthorizationServer {
  return {
    issuer: server.issuer,
    authorization_endpoint: server.authorizationEndpoint,
    token_endpoint: server.tokenEndpoint,
    ...(server.revocationEndpoint === undefined
      ? {}
      : { revocation_endpoint: server.revocationEndpoint }),
    authorization_response_iss_parameter_supported: server.namesIssuer ?? false,
  };
}

/** How the client proves that it is itself. */
export function authentication({ clientSecret, secretIn = 'body' }: OAuthClient) {
  if (!clientSecret) return None();
  return secretIn === 'header' ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
}
