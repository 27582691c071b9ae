import { inspect } from 'node:util';
import { simulatedClock } from '@affiche/core';
import { discoverServer, refreshTokens, revokeTokens, signIn } from '@affiche/publish/oauth';
import { describe, expect, it } from 'vitest';
import { browser, oauthServer, type OAuthServerOptions } from './oauth-server.ts';

const client = { clientId: 'affiche', clientSecret: 'client-secret-planted' };
const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });

async function fail(options: OAuthServerOptions, more = {}): Promise<unknown> {
  await using server = await oauthServer(options);
  const { open } = browser();
  const scopes = ['write'];
  return await signIn({ server: server.endpoints, client, scopes, open, ...more }).then(
    () => 'signed in',
    (error: unknown) => error,
  );
}

const failed = (code: string) => ({ code, details: { failure: expect.anything() as object } });

/** Sends another verifier than the challenge was made from. */
const spoil: typeof fetch = async (input, init) => {
  const form = new URLSearchParams(init?.body as URLSearchParams);
  form.set('code_verifier', 'x'.repeat(43));
  return fetch(input, { ...init, body: form });
};

describe('signing in', () => {
  it('gives what opens the account, and when that ends', async () => {
    await using server = await oauthServer({
      grants: { scope: 'write', refresh_expires_in: 86_400 },
    });
    const { open, page } = browser();
    const found = await discoverServer(server.origin);
    expect(found).toEqual(server.endpoints);
    const credentials = await signIn({
      server: found,
      client,
      scopes: ['write', 'offline'],
      // On a clock that stands still, nobody runs out of time.
      clock,
      open: (url) => {
        const { searchParams } = new URL(url);
        expect(searchParams.get('scope')).toBe('write offline');
        expect(searchParams.get('code_challenge_method')).toBe('S256');
        expect(url).not.toContain('planted');
        return open(url);
      },
    });
    expect(credentials).toEqual({
      ...client,
      accessToken: 'access-2-planted',
      refreshToken: 'refresh-2-planted',
      expiresAt: '2027-01-04T10:00:00.000Z',
      refreshExpiresAt: '2027-01-05T08:00:00.000Z',
      scope: 'write',
    });
    expect(await page()).toContain('You are signed in');
  });

  it('needs no secret where there is none, and puts it where the server wants it', async () => {
    await using server = await oauthServer();
    const { open } = browser();
    const more = { server: server.endpoints, scopes: ['write'], open };
    expect(await signIn({ ...more, client: { clientId: 'public' } })).not.toHaveProperty(
      'clientSecret',
    );
    await signIn({ ...more, client: { ...client, secretIn: 'header' } });
    await signIn({ ...more, client });
    expect(server.forms.map((form) => form.get('client_secret'))).toEqual([
      null,
      null,
      'client-secret-planted',
    ]);
    const headers = server.headers.map(({ authorization = '' }) => authorization);
    expect([headers[0], headers[2]]).toEqual(['', '']);
    const [scheme, pair = ''] = headers[1]?.split(' ') ?? [];
    expect(scheme).toBe('Basic');
    expect(decodeURIComponent(atob(pair))).toBe('affiche:client-secret-planted');
  });

  it('may have to register its way back first', async () => {
    await using server = await oauthServer();
    const { open } = browser();
    const seen: string[] = [];
    const register = async (redirectUri: string) => {
      seen.push(redirectUri);
      return client;
    };
    await signIn({ server: server.endpoints, client: register, scopes: [], open });
    expect(seen).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)]);
    expect(server.forms[0]?.get('redirect_uri')).toBe(seen[0]);
  });

  it('believes the first answer to the right address only', async () => {
    await using server = await oauthServer();
    const statuses: number[] = [];
    const open = async (url: string) => {
      const back = new URL(url).searchParams.get('redirect_uri') ?? '';
      for (const stranger of [`${new URL(back).origin}/favicon.ico`, back, `${back}?code=x`]) {
        statuses.push((await fetch(stranger)).status);
      }
      statuses.push((await fetch(`${back}?state=x`, { method: 'POST' })).status);
      void fetch(url).catch(() => undefined);
    };
    await signIn({ server: server.endpoints, client, scopes: [], open });
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});

describe('signing in fails', () => {
  it('when the person says no', async () => {
    expect(await fail({ denies: 'access_denied' })).toMatchObject(failed('oauth-denied'));
    expect(await fail({ denies: 'invalid_scope' })).toMatchObject(failed('oauth-refused'));
  });

  it('when the answer belongs to another sign-in', async () => {
    expect(await fail({ answersWithState: 'other' })).toMatchObject(failed('oauth-state-mismatch'));
  });

  it('when the answer comes from another server', async () => {
    const mixed = { issuerInAnswer: 'https://attacker.example' };
    expect(await fail(mixed)).toMatchObject(failed('oauth-issuer-mismatch'));
  });

  it('when the verifier is not the one that the challenge was made from', async () => {
    expect(await fail({}, { fetch: spoil })).toMatchObject(failed('oauth-refused'));
  });

  it('when nobody comes back in time', async () => {
    const error = await fail({}, { open: String, timeoutSeconds: 0.05 });
    expect(error).toMatchObject(failed('oauth-timeout'));
  });

  it('when the caller has had enough', async () => {
    const stop = new AbortController();
    const open = () => stop.abort(new Error('enough'));
    expect(await fail({}, { open, signal: stop.signal })).toMatchObject({ message: 'enough' });
  });

  it('when the server does not answer, does not stop, or answers nonsense', async () => {
    const slow = await fail({ token: () => undefined }, { requestSeconds: 0.1 });
    expect(slow).toMatchObject(failed('oauth-timeout'));
    const cut = await fail({ token: (_form, response) => response.destroy() });
    expect(cut).toMatchObject(failed('oauth-unreachable'));
    const endless = await fail({
      token: (_form, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write(' '.repeat(2_000_000));
      },
    });
    expect(endless).toMatchObject(failed('oauth-unreachable'));
    const page = await fail({ token: (_form, response) => response.end('<html>') });
    expect(page).toMatchObject(failed('oauth-answer-invalid'));
    const busy = await fail({ token: (_form, response) => response.writeHead(503).end() });
    expect(busy).toMatchObject({ details: { failure: { kind: 'transient', status: 503 } } });
    const empty = await fail({ token: (_form, response) => response.end('{}') });
    expect(empty).toMatchObject(failed('oauth-answer-invalid'));
  });

  it('when the port is taken, with a word about it', async () => {
    await using server = await oauthServer();
    const port = Number(new URL(server.origin).port);
    const { open } = browser();
    const more = { server: server.endpoints, client, scopes: [], open, port };
    await expect(signIn(more)).rejects.toMatchObject({ code: 'oauth-port-taken' });
  });

  it('when anything secret would go over a line that others can read', async () => {
    const endpoints = { tokenEndpoint: 'http://plain.example/token' };
    await using server = await oauthServer();
    const { open } = browser();
    const plain = { ...server.endpoints, ...endpoints };
    await expect(signIn({ server: plain, client, scopes: [], open })).rejects.toMatchObject({
      code: 'oauth-answer-invalid',
    });
  });

  it('without a word of what was secret', async () => {
    const errors = await Promise.all([
      fail({ answersWithState: 'other' }),
      fail({ issuerInAnswer: 'https://attacker.example' }),
      fail({
        token: (form, response) => {
          const error_description = `${form.toString()} ${[...form.values()].join(' ')}`;
          const body = JSON.stringify({ error: 'invalid_grant', error_description });
          response.writeHead(400, { 'content-type': 'application/json' }).end(body);
        },
      }),
      fail({ token: (form, response) => response.writeHead(500).end(form.toString()) }),
      fail({
        token: (form, response) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ access_token: 7, id_token: form.get('code') }));
        },
      }),
    ]);
    const everything = inspect(errors, { depth: 20, showHidden: true }) + JSON.stringify(errors);
    expect(everything).toContain('redacted');
    expect(everything).not.toContain('planted');
    expect(everything).not.toMatch(/code_verifier=[^[]/);
  });
});

describe('a server', () => {
  it('that calls itself by another name is not believed', async () => {
    await using server = await oauthServer({ issuer: () => 'https://other.example' });
    await expect(discoverServer(server.origin)).rejects.toMatchObject({
      code: 'oauth-issuer-mismatch',
    });
  });
});

describe('tokens', () => {
  it('are exchanged for new ones; what was not replaced stays', async () => {
    await using server = await oauthServer();
    const { open } = browser();
    const more = { server: server.endpoints, clock };
    const credentials = await signIn({ ...more, client, scopes: [], open });
    const later = simulatedClock({ start: '2027-01-04T10:00:00Z' });
    const fresh = await refreshTokens({ ...more, credentials, clock: later });
    expect(fresh).toEqual({
      ...client,
      accessToken: 'access-3-planted',
      refreshToken: 'refresh-3-planted',
      expiresAt: '2027-01-04T12:00:00.000Z',
    });
    const again: unknown = await refreshTokens({ ...more, credentials }).catch(
      (error: unknown) => error,
    );
    expect(again).toMatchObject({ code: 'oauth-refused' });
    expect(inspect(again, { depth: 20 })).not.toContain('planted');
    await expect(refreshTokens({ ...more, credentials: { clientId: 'a' } })).rejects.toMatchObject({
      code: 'missing-credentials',
    });
  });

  it('are revoked, the refresh token first', async () => {
    await using server = await oauthServer();
    const credentials = { clientId: 'a', accessToken: 'access', refreshToken: 'refresh' };
    await revokeTokens({ server: server.endpoints, credentials });
    expect(server.revoked).toEqual(['refresh', 'access']);
    const { revocationEndpoint: _gone, ...without } = server.endpoints;
    await expect(revokeTokens({ server: without, credentials })).rejects.toMatchObject({
      code: 'oauth-server-incomplete',
    });
  });
});
