import { memoryVault, storeCredentials } from '@affiche/publish';
import { expiryWarnings, revokeTokens, signInToMastodon } from '@affiche/publish/oauth';
import { mastodonSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { browser, oauthServer } from './oauth-server.ts';

const account = (id: string) => ({ platform: 'threads', id });

describe('signing in to Mastodon', () => {
  it.each([
    ['that names its endpoints', false],
    ['that does not, as older ones', true],
  ])('registers, asks and tells whose account it is at a server %s', async (_name, isSilent) => {
    await using sandbox = await mastodonSandbox({ seed: 'sign-in' });
    const bakery = sandbox.createAccount({ handle: 'bakery' });
    const accessToken = () => bakery.credentials['accessToken'] ?? '';
    // A server before the sandbox asks the person, and misbehaves as wanted; the sandbox does the rest.
    await using server = await oauthServer({ isSilent, behind: { url: sandbox.url, accessToken } });
    const { open, page } = browser();
    const { server: found, ...signedIn } = await signInToMastodon({
      host: server.host,
      appName: 'Bakery posts',
      open,
    });
    const { credentials } = signedIn;
    expect(signedIn.account).toEqual({
      platform: 'mastodon',
      id: bakery.id,
      host: server.host,
      handle: `@bakery@${server.host}`,
    });
    expect(await page()).toContain('You are signed in');
    expect(server.forms[0]?.get('client_secret')).toBe(credentials['clientSecret']);
    expect(server.forms[0]?.get('code_verifier')).toHaveLength(43);

    const vault = memoryVault();
    await storeCredentials(vault, signedIn.account, credentials);
    const now = '2027-01-04T08:00:00Z';
    expect(await expiryWarnings(vault, [signedIn.account], { now, withinSeconds: 1e9 })).toEqual(
      [],
    );

    const status = async () => {
      const authorization = `Bearer ${credentials['accessToken']}`;
      const url = `${sandbox.url}/api/v1/accounts/verify_credentials`;
      return (await fetch(url, { headers: { authorization } })).status;
    };
    expect(await status()).toBe(200);
    await revokeTokens({ server: found, credentials });
    expect(await status()).toBe(401);
  });

  it('fails with a word about the server, where the token does not open anything', async () => {
    await using sandbox = await mastodonSandbox({ seed: 'sign-in' });
    const behind = { url: sandbox.url, accessToken: () => 'planted-wrong' };
    await using server = await oauthServer({ behind });
    const { open } = browser();
    const failing = signInToMastodon({ host: server.host, appName: 'Bakery posts', open });
    await expect(failing).rejects.toMatchObject({ code: 'oauth-refused' });
    await expect(failing).rejects.not.toThrow('planted');
  });

  it.each(['', 'a/b', 'user@host', 'host?', 'a b'])('is refused at %j', async (host) => {
    const { open } = browser();
    const failing = signInToMastodon({ host, appName: 'Bakery posts', open });
    await expect(failing).rejects.toMatchObject({ code: 'invalid-host' });
  });
});

describe('credentials that end', () => {
  const now = '2027-01-04T12:00:00Z';

  it('are named before they do, the most urgent first', async () => {
    const vault = memoryVault({
      'threads:over': { accessToken: 'secret', expiresAt: '2027-01-04T12:00:00Z' },
      'threads:soon': { accessToken: 'secret', expiresAt: '2027-01-08T12:00:00Z' },
      'threads:later': { accessToken: 'secret', expiresAt: '2027-02-04T12:00:00Z' },
      'threads:renews': {
        accessToken: 'secret',
        refreshToken: 'secret',
        expiresAt: '2027-01-04T12:30:00Z',
      },
      'threads:renews-until': {
        accessToken: 'secret',
        refreshToken: 'secret',
        expiresAt: '2027-01-04T12:30:00Z',
        refreshExpiresAt: '2027-01-05T12:00:00Z',
      },
      'threads:silent': { accessToken: 'secret' },
      'threads:odd': { accessToken: 'secret', expiresAt: 'tomorrow' },
    });
    const ids = ['soon', 'later', 'renews', 'renews-until', 'over', 'silent', 'odd', 'unknown'];
    const findings = await expiryWarnings(vault, ids.map(account), { now });
    expect(findings.map(({ path, rule, measured }) => [path[0], rule, measured])).toEqual([
      ['threads:over', 'publish/credentials/expired', 0],
      ['threads:renews-until', 'publish/credentials/expiring', 1],
      ['threads:soon', 'publish/credentials/expiring', 4],
    ]);
    expect(JSON.stringify(findings)).not.toContain('secret');
    const today = await expiryWarnings(vault, ids.map(account), { now, withinSeconds: 86_399 });
    expect(today.map(({ path }) => path[0])).toEqual(['threads:over']);
  });
});
