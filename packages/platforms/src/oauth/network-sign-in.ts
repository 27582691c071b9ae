import type { Account, Credentials, PlatformIo } from '@affiche/core';
import type { OAuthFlow } from '../oauth-code.ts';

/** Where a network asks people, and gives tokens: what `signIn` of `@affiche/publish/oauth` takes. */
export interface SignInServer {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
  /** Whether the network lets an application prove by PKCE that it is the one that asked. */
  readonly pkce: boolean;
}

/** Another server than the network's own, such as one on loopback. */
export interface SignInPlace {
  /** The name of the server, as `account.host`. */
  readonly host?: string | undefined;
}

/** How people let an application act for them on one network. */
export interface NetworkSignIn extends OAuthFlow {
  /** Where the application's secret goes, as `signIn` wants to know it. */
  readonly secretIn: 'body' | 'header';
  server(place?: SignInPlace): SignInServer;
  /**
   * Makes lasting credentials of those that `signIn` gave, for a vault. Nothing is asked where they
   * last already.
   */
  lasting(io: PlatformIo, place?: SignInPlace): Promise<Credentials>;
  /** The accounts that `io.credentials` open. */
  accounts(io: PlatformIo, place?: SignInPlace): Promise<Account[]>;
}

/** The endpoints of a network, moved to another server where one is named. */
export function serverAt(server: SignInServer, { host }: SignInPlace = {}): SignInServer {
  if (host === undefined) return server;
  const { revocationEndpoint } = server;
  const moved = (endpoint: string) => {
    const url = new URL(endpoint);
    return `http://${host}${url.pathname}`;
  };
  return {
    ...server,
    issuer: `http://${host}`,
    authorizationEndpoint: moved(server.authorizationEndpoint),
    tokenEndpoint: moved(server.tokenEndpoint),
    ...(revocationEndpoint !== undefined && { revocationEndpoint: moved(revocationEndpoint) }),
  };
}

/** Somebody of whom nobody knows yet who it is. */
export function somebody(platform: string, { host }: SignInPlace = {}): Account {
  return { platform, id: 'me', ...(host !== undefined && { host }) };
}
