import {
  type Account,
  ConfigurationError,
  type Credentials,
  instant,
  type PlatformIo,
} from '@affiche/core';
import { z } from 'zod';
import { type Diagnosis, diagnose, type ErrorTable } from './error-table.ts';
import { send } from './http.ts';
import { serverOrigin } from './origin.ts';
import { platformError } from './step-result.ts';

/** What differs between networks in the one way of connecting an account. */
export interface OAuthDialect {
  readonly platform: string;
  /** The name people know. */
  readonly name: string;
  /** Where a person is asked. */
  readonly authorizationEndpoint: string;
  /** What that address holds beyond the usual. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly tokenHost: string;
  readonly tokenPath: string;
  /** What the application's id is called. */
  readonly client: 'client_id' | 'client_key';
  readonly separator: ' ' | ',';
  readonly secretIn: 'body' | 'header';
  /** Whether there are applications without a secret, which prove themselves alone. */
  readonly publicClients?: boolean;
  /** How the proof of the one who began is written; absent where the network takes none. */
  readonly proof?: 'base64url' | 'hex';
  readonly errors: ErrorTable;
}

/** What a person is asked for. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** A secret of this one sign-in; an answer with another is not ours. */
  readonly state: string;
  /** A second secret, of which the address shows a hash; the exchange must know it. */
  readonly codeVerifier?: string;
}

/** What came back from the person, and what belongs to it. */
export interface CodeExchange {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier?: string;
}

/** The way in which accounts of one network are connected. */
export interface OAuthFlow {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Writes the address where a person says yes. */
  authorizationUrl(request: AuthorizationRequest): Promise<string>;
  /**
   * Exchanges the code that came back for tokens; `io.credentials` hold `clientId` and `clientSecret`.
   *
   * @throws PlatformError `platform-call-failed`; ConfigurationError `missing-credentials`
   */
  exchangeCode(account: Account, given: CodeExchange, io: PlatformIo): Promise<Credentials>;
}

/** A flow that can also renew what it got. */
export interface RenewingFlow extends OAuthFlow {
  refresh(account: Account, io: PlatformIo): Promise<Credentials>;
}

/** Connects and renews accounts in a network's dialect. */
export function oauthFlow(dialect: OAuthDialect): RenewingFlow {
  return {
    authorizationEndpoint: dialect.authorizationEndpoint,
    tokenEndpoint: `https://${dialect.tokenHost}${dialect.tokenPath}`,
    authorizationUrl: (request) => authorizationUrl(dialect, request),
    async exchangeCode(account, { code, redirectUri, codeVerifier }, io) {
      const fields = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        ...(codeVerifier !== undefined && { code_verifier: codeVerifier }),
      };
      return askForTokens(dialect, account, fields, io);
    },
    async refresh(account, io) {
      const refresh = required(dialect, account, io, 'refreshToken');
      const fields = { grant_type: 'refresh_token', refresh_token: refresh };
      return askForTokens(dialect, account, fields, io);
    },
  };
}

async function authorizationUrl(
  { authorizationEndpoint, client, separator, parameters, proof }: OAuthDialect,
  { clientId, redirectUri, scopes, state, codeVerifier }: AuthorizationRequest,
): Promise<string> {
  const url = new URL(authorizationEndpoint);
  const fields = {
    [client]: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(separator),
    state,
    ...parameters,
    ...(proof &&
      codeVerifier !== undefined && {
        code_challenge: await challengeOf(codeVerifier, proof),
        code_challenge_method: 'S256',
      }),
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

async function challengeOf(verifier: string, encoding: 'base64url' | 'hex'): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const bytes = new Uint8Array(digest);
  if (encoding === 'hex') {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const Tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  // The standard has no word for a refresh token's life; networks use these two.
  refresh_token_expires_in: z.number().positive().optional(),
  refresh_expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
});

async function askForTokens(
  dialect: OAuthDialect,
  account: Account,
  fields: Readonly<Record<string, string>>,
  io: PlatformIo,
): Promise<Credentials> {
  const { client, secretIn, tokenHost, tokenPath, errors } = dialect;
  const id = required(dialect, account, io, 'clientId');
  const isPublic = dialect.publicClients === true && !io.credentials['clientSecret'];
  const secret = isPublic ? undefined : required(dialect, account, io, 'clientSecret');
  const inBody = secretIn === 'body' || isPublic;
  const answer = await send(
    {
      method: 'post',
      url: `${serverOrigin(account, tokenHost)}${tokenPath}`,
      headers: { ...(!inBody && { authorization: `Basic ${btoa(`${id}:${secret}`)}` }) },
      body: new URLSearchParams({
        ...fields,
        ...(inBody && { [client]: id }),
        ...(inBody && secret !== undefined && { client_secret: secret }),
      }),
      answer: Tokens,
      timeoutSeconds: 30,
    },
    io,
  );
  const now = io.clock.now();
  if (answer.outcome !== 'answered') {
    const diagnosis: Diagnosis = diagnose(answer, `POST ${tokenPath}`, errors, now);
    throw platformError(diagnosis);
  }
  const { expiresAt: _old, ...kept } = io.credentials;
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: seconds,
    scope,
  } = answer.body;
  const life = answer.body.refresh_token_expires_in ?? answer.body.refresh_expires_in;
  return {
    ...kept,
    accessToken,
    // One that was not replaced stays.
    ...(refreshToken !== undefined && { refreshToken }),
    ...(seconds !== undefined && { expiresAt: instant(now + seconds * 1000) }),
    ...(life !== undefined && { refreshExpiresAt: instant(now + life * 1000) }),
    ...(scope !== undefined && { scope }),
  };
}

function required(
  { name }: OAuthDialect,
  account: Account,
  { credentials }: PlatformIo,
  field: 'clientId' | 'clientSecret' | 'refreshToken',
): string {
  const value = credentials[field];
  if (value) return value;
  throw new ConfigurationError('missing-credentials', {
    message: `The ${name} account ${account.handle ?? account.id} has no ${field}`,
    hint: 'Connect the account again, and store { accessToken, refreshToken, clientId, clientSecret }.',
  });
}
