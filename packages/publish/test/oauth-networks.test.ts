import { type Account, type PlatformIo, simulatedClock } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import {
  linkedinOAuth,
  type NetworkSignIn,
  scopesFor,
  threadsOAuth,
  xOAuth,
} from '@affiche/platforms/oauth';
import { threads } from '@affiche/platforms/threads';
import { x } from '@affiche/platforms/x';
import { refreshTokens, revokeTokens, signIn, signInToMastodon } from '@affiche/publish/oauth';
import { linkedinSandbox, mastodonSandbox, threadsSandbox, xSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { consentingBrowser } from './consenting-browser.ts';

const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
const client = { clientId: 'bakery', clientSecret: 'planted-secret' };
const io = (credentials: PlatformIo['credentials'], now = clock): PlatformIo => ({
  fetch,
  clock: now,
  credentials,
  openMedia: () => Promise.reject(new Error('no files here')),
  observeRate() {},
});

/** What a program does once: asks a person, makes the tokens last, and asks whose they are. */
async function connect(
  network: NetworkSignIn,
  { host, features, manifest }: { host: string; features: string[]; manifest: Manifest },
) {
  const { open } = consentingBrowser();
  const granted = await signIn({
    server: network.server({ host }),
    client: { ...client, secretIn: network.secretIn },
    scopes: scopesFor(manifest, features),
    clock,
    open,
  });
  const credentials = await network.lasting(io(granted), { host });
  const [account] = await network.accounts(io(credentials), { host });
  return { account: account as Account, credentials };
}
type Manifest = ReturnType<typeof x>['manifest'];

describe('signing in to X', () => {
  it('opens the account for two hours, and a refresh token opens it once more', async () => {
    await using server = await xSandbox({ clock, seed: 'sign-in' });
    const { id } = server.createAccount({ handle: 'bakery' });
    const { host } = server;
    const platform = x();
    const features = ['publish', 'refresh'];
    const { manifest } = platform;
    const { account, credentials } = await connect(xOAuth, { host, features, manifest });
    expect(account).toEqual({ platform: 'x', id, host, handle: '@bakery' });
    expect(credentials).toMatchObject({
      expiresAt: '2027-01-04T10:00:00.000Z',
      scope: 'tweet.read tweet.write users.read media.write offline.access',
    });
    await platform.verify(account, io(credentials));
    const fresh = await platform.authenticate(account, io(credentials));
    expect(fresh['refreshToken']).not.toBe(credentials['refreshToken']);
    await platform.verify(account, io(fresh));
    await expect(platform.authenticate(account, io(credentials))).rejects.toMatchObject({
      details: { failure: { kind: 'permission' } },
    });
    const endpoints = xOAuth.server({ host });
    const { refreshToken } = await refreshTokens({
      server: endpoints,
      credentials: fresh,
      secretIn: 'header',
    });
    expect(refreshToken).toBeDefined();
    await revokeTokens({ server: endpoints, credentials: fresh, secretIn: 'header' });
    await expect(platform.verify(account, io(fresh))).rejects.toMatchObject({
      details: { failure: { kind: 'auth-expired' } },
    });
  });

  it('gives no refresh token to whom did not ask for it, and needs no secret', async () => {
    await using server = await xSandbox({ clock });
    server.createAccount({ handle: 'bakery' });
    const credentials = await signIn({
      server: xOAuth.server(server),
      client: { clientId: 'public' },
      scopes: scopesFor(x().manifest, ['publish']),
      ...consentingBrowser(),
    });
    expect(Object.keys(credentials)).toEqual(['clientId', 'accessToken', 'expiresAt', 'scope']);
  });

  it('is refused by the person, and then nothing is granted', async () => {
    await using server = await xSandbox({ clock });
    server.createAccount({ handle: 'bakery' });
    const { open } = consentingBrowser({ account: '' });
    const asking = { server: xOAuth.server(server), client, scopes: ['tweet.read'], open };
    await expect(signIn(asking)).rejects.toMatchObject({ code: 'oauth-denied' });
  });

  it('is finished by a program of one’s own with the code that came back', async () => {
    await using server = await xSandbox({ clock });
    const { id } = server.createAccount({ handle: 'bakery' });
    const redirectUri = 'https://bakery.example/connected';
    const codeVerifier = 'v'.repeat(43);
    const address = await xOAuth.authorizationUrl({
      clientId: 'bakery',
      redirectUri,
      scopes: ['tweet.read', 'users.read'],
      state: 'unguessable',
      codeVerifier,
    });
    const here = `${server.url}${address.slice(new URL(address).origin.length)}`;
    const back = await consentingBrowser().consent(here);
    expect(back.searchParams.get('state')).toBe('unguessable');
    const account = { platform: 'x', id, host: server.host };
    const code = back.searchParams.get('code') ?? '';
    const given = { code, redirectUri, codeVerifier };
    const spoilt = { ...given, codeVerifier: 'w'.repeat(43) };
    const failure = { details: { failure: { kind: 'permission' } } };
    await expect(xOAuth.exchangeCode(account, spoilt, io(client))).rejects.toMatchObject(failure);
    const credentials = await xOAuth.exchangeCode(account, given, io(client));
    expect(await xOAuth.accounts(io(credentials), account)).toMatchObject([{ id }]);
    await expect(xOAuth.exchangeCode(account, given, io(client))).rejects.toMatchObject(failure);
  });
});

describe('signing in to LinkedIn', () => {
  it.each([true, false])('for 60 days, with a refresh token: %s', async (refreshTokens) => {
    await using server = await linkedinSandbox({ clock, settings: { refreshTokens } });
    const { id } = server.createAccount({ handle: 'in/camille' });
    const { host } = server;
    const platform = linkedin();
    const { manifest } = platform;
    const features = ['publish'];
    const { account, credentials } = await connect(linkedinOAuth, { host, features, manifest });
    expect(account).toEqual({ platform: 'linkedin', id, host });
    expect(credentials['expiresAt']).toBe('2027-03-05T08:00:00.000Z');
    expect(credentials['refreshExpiresAt']).toBe(
      refreshTokens ? '2028-01-04T08:00:00.000Z' : undefined,
    );
    await platform.verify(account, io(credentials));
    const later = simulatedClock({ start: '2027-02-04T08:00:00Z' });
    const renewed = await platform.authenticate(account, io(credentials, later)).then(
      ({ expiresAt }) => expiresAt,
      (error: { code: string }) => error.code,
    );
    expect(renewed).toBe(refreshTokens ? '2027-04-05T08:00:00.000Z' : 'missing-credentials');
  });
});

describe('signing in to Threads', () => {
  it('gives an hour, and then 60 days that renew themselves after the first', async () => {
    await using server = await threadsSandbox({ clock });
    const { id } = server.createAccount({ handle: 'bakery' });
    const { host } = server;
    const platform = threads();
    const { manifest } = platform;
    const features = ['publish', 'metrics'];
    const { account, credentials } = await connect(threadsOAuth, { host, features, manifest });
    expect(account).toEqual({ platform: 'threads', id, host, handle: '@bakery' });
    expect(credentials['expiresAt']?.slice(0, 10)).toBe('2027-03-05');
    expect(credentials).not.toHaveProperty('shortLivedToken');
    await platform.verify(account, io(credentials));
    const soon = platform.authenticate(account, io(credentials));
    await expect(soon).rejects.toThrow('24 hours old');
  });
});

describe('signing in to Mastodon', () => {
  it('registers the application, shows its page and knows whose account it is', async () => {
    await using server = await mastodonSandbox({ clock });
    const { id } = server.createAccount({ handle: 'bakery' });
    const { account, credentials } = await signInToMastodon({
      host: server.host,
      appName: 'Bakery posts',
      ...consentingBrowser(),
    });
    expect(account).toMatchObject({ id, handle: `@bakery@${server.host}` });
    expect(credentials['scope']).toBe('read write:media write:statuses');
  });
});
