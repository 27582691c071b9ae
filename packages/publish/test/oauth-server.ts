import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OAuthServer } from '@affiche/publish/oauth';

/** How a server misbehaves, and what it grants. */
export interface OAuthServerOptions {
  readonly issuer?: (origin: string) => string;
  readonly issuerInAnswer?: string;
  readonly answersWithState?: string;
  readonly denies?: string;
  /** Does not say where its endpoints are. */
  readonly isSilent?: boolean;
  /** What the token endpoint answers instead. */
  readonly token?: (form: URLSearchParams, response: ServerResponse) => void;
  readonly grants?: Readonly<Record<string, unknown>>;
  /** Gets tokens elsewhere, and answers whatever the server itself does not know. */
  readonly behind?: { readonly url: string; readonly accessToken: () => string };
}

/** An authorization server on loopback: consent is immediate, PKCE and redirect are checked. */
export async function oauthServer(options: OAuthServerOptions = {}) {
  const codes = new Map<string, { challenge: string; redirect: string }>();
  const refreshTokens = new Set<string>();
  const revoked: string[] = [];
  const forms: URLSearchParams[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let serial = 0;

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = options.issuer?.(origin) ?? origin;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/.well-known/oauth-authorization-server') {
      if (options.isSilent) return json(response, 404, {});
      return json(response, 200, {
        issuer,
        authorization_endpoint: `${origin}/oauth/authorize`,
        token_endpoint: `${origin}/oauth/token`,
        revocation_endpoint: `${origin}/oauth/revoke`,
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (url.pathname === '/oauth/authorize') return authorize(url.searchParams, response);
    const body = (await request.toArray()).join('');
    const form = new URLSearchParams(body);
    if (url.pathname === '/oauth/token') {
      forms.push(form);
      headers.push(request.headers);
      return options.token ? options.token(form, response) : grant(form, response);
    }
    if (url.pathname === '/oauth/revoke') revoked.push(form.get('token') ?? '');
    if (options.behind)
      return forward(`${options.behind.url}${request.url}`, request, body, response);
    return json(response, url.pathname === '/oauth/revoke' ? 200 : 404, {});
  }

  function authorize(asked: URLSearchParams, response: ServerResponse) {
    const back = new URL(asked.get('redirect_uri') ?? '');
    const state = options.answersWithState ?? asked.get('state') ?? '';
    back.searchParams.set('state', state);
    if (!options.isSilent) back.searchParams.set('iss', options.issuerInAnswer ?? issuer);
    if (options.denies) {
      back.searchParams.set('error', options.denies);
      back.searchParams.set('error_description', 'The resource owner said no.');
    } else {
      const code = `code-${(serial += 1)}-planted`;
      const [challenge, redirect] = [asked.get('code_challenge'), asked.get('redirect_uri')];
      codes.set(code, { challenge: challenge ?? '', redirect: redirect ?? '' });
      back.searchParams.set('code', code);
    }
    return response.writeHead(302, { location: back.href }).end();
  }

  function grant(form: URLSearchParams, response: ServerResponse) {
    const isRefresh = form.get('grant_type') === 'refresh_token';
    const known = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const digest = createHash('sha256').update(form.get('code_verifier') ?? '');
    const isGood = isRefresh
      ? refreshTokens.delete(form.get('refresh_token') ?? '')
      : known?.challenge === digest.digest('base64url') &&
        known.redirect === form.get('redirect_uri');
    if (!isGood) {
      const echo = `not good: ${form.toString()} ${[...form.values()].join(' ')}`;
      return json(response, 400, { error: 'invalid_grant', error_description: echo });
    }
    const refreshToken = `refresh-${(serial += 1)}-planted`;
    refreshTokens.add(refreshToken);
    return json(response, 200, {
      access_token: options.behind?.accessToken() ?? `access-${serial}-planted`,
      token_type: 'Bearer',
      ...(options.behind ? {} : { refresh_token: refreshToken, expires_in: 7200 }),
      ...options.grants,
    });
  }

  const endpoints: OAuthServer = {
    issuer,
    authorizationEndpoint: `${origin}/oauth/authorize`,
    tokenEndpoint: `${origin}/oauth/token`,
    revocationEndpoint: `${origin}/oauth/revoke`,
    namesIssuer: true,
  };
  return {
    origin,
    host: new URL(origin).host,
    endpoints,
    forms,
    headers,
    revoked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  return response.end(JSON.stringify(body));
}

async function forward(
  url: string,
  { method = 'GET', headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
) {
  const { authorization, 'content-type': type } = headers;
  const answer = await fetch(url, {
    method,
    headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
    ...(method === 'GET' ? {} : { body }),
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  return response.end(await answer.text());
}

/** A person with a browser who agrees to everything, and what the browser showed last. */
export function browser() {
  const pages: Promise<string>[] = [];
  return {
    open: (url: string) => {
      const page = fetch(url).then((response) => response.text());
      page.catch(() => undefined);
      pages.push(page);
    },
    page: async () => pages.at(-1),
  };
}
