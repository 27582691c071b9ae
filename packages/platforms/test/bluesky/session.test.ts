import { AfficheError, instant } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { did, pds, refusal } from './pds.ts';

const platform = bluesky();
const password = { identifier: 'bakery.test', password: 'app-password' };
const accountOn = (host: string, id = did) => ({ platform: 'bluesky', id, host });

describe('signing in', () => {
  it('gives tokens, the identifier and the server where the account lives', async () => {
    await using server = await pds();
    const credentials = await platform.authenticate(accountOn(server.host), testIo(password));
    expect(credentials).toEqual({
      ...password,
      accessJwt: 'access-1',
      refreshJwt: 'refresh-1',
      did,
      handle: 'bakery.test',
      pds: `http://${server.host}`,
    });
  });

  it('renews a session without the password, and keeps both new tokens', async () => {
    await using server = await pds();
    const io = testIo({ ...password, refreshJwt: 'refresh-1' });
    const credentials = await platform.authenticate(accountOn(server.host), io);
    expect(credentials).toMatchObject({ accessJwt: 'access-2', refreshJwt: 'refresh-2' });
    expect(server.received.map(({ path }) => path)).toEqual([
      '/xrpc/com.atproto.server.refreshSession',
    ]);
  });

  it('falls back to the password where the session can no longer be renewed', async () => {
    await using server = await pds();
    const io = testIo({ ...password, refreshJwt: 'refresh-of-last-year' });
    const credentials = await platform.authenticate(accountOn(server.host), io);
    expect(credentials['accessJwt']).toBe('access-1');
  });

  it('says how to mend a wrong password, without repeating it', async () => {
    await using server = await pds();
    const io = testIo({ ...password, password: 'wrong-password' });
    const error: unknown = await platform
      .authenticate(accountOn(server.host), io)
      .catch((thrown: unknown) => thrown);
    expect(AfficheError.isInstance(error, 'platform-call-failed')).toBe(true);
    expect((error as AfficheError).hint).toContain('app password');
    expect((error as AfficheError).details).toMatchObject({ failure: { kind: 'permission' } });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrong-password');
  });

  it('refuses a password that opens another account', async () => {
    await using server = await pds();
    const account = accountOn(server.host, 'did:plc:somebodyelse');
    await expect(platform.authenticate(account, testIo(password))).rejects.toMatchObject({
      code: 'wrong-account',
    });
  });

  it('compares the names where the account is known by its handle', async () => {
    await using server = await pds();
    const named = (id: string, handle?: string) => ({
      ...accountOn(server.host, id),
      ...(handle !== undefined && { handle }),
    });
    const io = testIo(password);
    for (const own of [
      named('@Bakery.Test'),
      named('old.test', '@bakery.test'),
      named('shop', 'bakery.test'),
    ]) {
      expect(await platform.authenticate(own, io)).toMatchObject({ did });
    }
    for (const account of [named('cafe.test'), named('shop', '@cafe.test')]) {
      const wrong = { code: 'wrong-account' };
      await expect(platform.authenticate(account, io)).rejects.toMatchObject(wrong);
    }
  });

  it('names the credential that is missing', async () => {
    const account = accountOn('127.0.0.1:1');
    await expect(
      platform.authenticate(account, testIo({ identifier: 'bakery.test' })),
    ).rejects.toMatchObject({ code: 'missing-credentials' });
  });

  it('never sends a token to a server that only an answer named without https', async () => {
    await using elsewhere = await loopbackServer(() => ({}));
    await using server = await loopbackServer(() => ({
      body: {
        did,
        handle: 'bakery.test',
        accessJwt: 'a',
        refreshJwt: 'r',
        didDoc: {
          service: [{ id: '#atproto_pds', serviceEndpoint: 'http://pds.example.com' }],
        },
      },
    }));
    const credentials = await platform.authenticate(accountOn(server.host), testIo(password));
    expect(credentials['pds']).toBeUndefined();
    const stolen = { accessJwt: 'secret', pds: `http://${elsewhere.host}` };
    const far = { platform: 'bluesky', id: did, host: 'bsky.invalid' };
    await expect(platform.facts(far, testIo(stolen))).rejects.toMatchObject({
      code: 'platform-call-failed',
    });
    expect(elsewhere.received).toEqual([]);
  });
});

describe('a session that ended', () => {
  it('is told apart from every other refusal, and proves that nothing was made', async () => {
    await using server = await pds();
    const composition = compose(platform, 'hello', { host: server.host });
    const [step] = platform.compile(composition, seed);
    for (const accessJwt of ['', 'access-of-yesterday']) {
      const io = testIo({ accessJwt, did });
      const result = await platform.run(composition.account, step!, { outputs: {} }, io);
      expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'auth-expired' } });
    }
  });
});

describe('a question', () => {
  it('that needs a session is asked again after logging in', async () => {
    await using server = await pds();
    const draft = { items: [{ text: 'x' }], replyTo: { id: `at://${did}/app.bsky.feed.post/x` } };
    const composition = compose(platform, draft, { host: server.host });
    const [lookUp, post] = platform.compile(composition, seed);
    const io = testIo({ accessJwt: 'access-of-yesterday', did });
    const { account } = composition;
    const result = await platform.run(account, lookUp!, { outputs: {} }, io);
    expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'auth-expired' } });
    const outputs = { 'resolve-reply': { data: { post: 'x', root: 'x' } } };
    await expect(
      platform.reconcile(account, post!, { outputs }, seed.at, io),
    ).rejects.toMatchObject({ details: { failure: { kind: 'auth-expired' } } });
  });
});

describe('a budget', () => {
  it('is learnt from an answer, by its size', async () => {
    await using server = await pds();
    const io = testIo({ accessJwt: 'access-1', did });
    const reset = Math.floor(io.clock.now() / 1000) + 60;
    const headers = {
      'ratelimit-limit': '5000',
      'ratelimit-remaining': '4997',
      'ratelimit-reset': String(reset),
      'ratelimit-policy': '5000;w=3600',
    };
    const body = { did: 'did:web:x', availableUserDomains: [] };
    server.faults.push({
      method: 'com.atproto.server.describeServer',
      when: 'before',
      reply: { headers, body },
    });
    await platform.facts(accountOn(server.host), io);
    expect(io.observations).toEqual([
      {
        bucket: 'writes',
        limit: 5000,
        remaining: 4997,
        resetAt: instant(reset * 1000),
        windowSeconds: 3600,
        refused: false,
      },
    ]);
  });

  it('that is used up rejects the step until the moment that the server names', async () => {
    await using server = await pds();
    const composition = compose(platform, 'hello', { host: server.host });
    const [step] = platform.compile(composition, seed);
    const io = testIo({ accessJwt: 'access-1', did });
    server.faults.push({
      method: 'com.atproto.repo.putRecord',
      when: 'before',
      reply: refusal(429, 'RateLimitExceeded', 'Rate Limit Exceeded', { 'retry-after': '120' }),
    });
    const result = await platform.run(composition.account, step!, { outputs: {} }, io);
    expect(result).toMatchObject({
      status: 'rejected',
      failure: { kind: 'rate-limited', retryAt: instant(io.clock.now() + 120_000) },
    });
    expect(io.observations).toMatchObject([{ refused: true }]);
  });
});
