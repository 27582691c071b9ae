import type { FailureKind } from '@affiche/core';
import { x } from '@affiche/platforms/x';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import type { Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { network, problem } from './network.ts';

const platform = x();
const legacy = (status: number, code: number): Reply => ({
  status,
  body: { errors: [{ code, message: 'in words' }] },
});

// The answer, what it means, and whether it proves that no post was made.
const table: [string, Reply, FailureKind, boolean][] = [
  ['401', problem(401, 'about:blank', 'Unauthorized'), 'auth-expired', true],
  ['403 client-forbidden', problem(403, 'client-forbidden', 'no'), 'permission', true],
  ['403 in other words', problem(403, 'about:blank', 'You are not permitted'), 'permission', false],
  [
    '403 duplicate',
    problem(403, 'about:blank', 'You are not allowed to create a Tweet with duplicate content.'),
    'duplicate',
    false,
  ],
  [
    '403 two cashtags',
    problem(403, 'about:blank', 'A maximum of one cashtag is allowed'),
    'invalid',
    true,
  ],
  ['400 invalid-request', problem(400, 'invalid-request', 'bad'), 'invalid', true],
  ['400 in other words', problem(400, 'about:blank', 'bad'), 'invalid', false],
  ['402', problem(402, 'about:blank', 'no credits'), 'quota', true],
  ['429', problem(429, 'about:blank', 'Too Many Requests'), 'rate-limited', true],
  ['429 usage-capped', problem(429, 'usage-capped', 'cap'), 'quota', true],
  ['legacy 185', legacy(403, 185), 'quota', true],
  ['500', problem(500, 'about:blank', 'oops'), 'transient', false],
  ['legacy 187', legacy(403, 187), 'duplicate', false],
  ['legacy 186', legacy(403, 186), 'invalid', true],
  ['legacy 226', legacy(403, 226), 'blocked', true],
  ['legacy 326', legacy(403, 326), 'blocked', false],
  ['legacy 385', legacy(403, 385), 'gone', true],
  ['an unknown code', legacy(418, 99_999), 'invalid', false],
  ['HTML', { status: 503, body: '<html>' }, 'transient', false],
];

async function attempt(reply: Reply) {
  await using server = await network();
  const composition = compose(platform, 'hello', { host: server.host });
  const [step] = platform.compile(composition, seed);
  server.faults.push({ match: 'POST /2/tweets', when: 'before', reply });
  return await platform.run(
    composition.account,
    step!,
    { outputs: {} },
    testIo({ accessToken: 'token' }),
  );
}

describe('a refusal of a post', () => {
  it.each(table)('as %s', async (_name, reply, kind, absent) => {
    expect(await attempt(reply)).toMatchObject({
      status: absent ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
  });

  it('says when to come back', async () => {
    const reply = problem(429, 'about:blank', 'Too Many Requests', {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': '1799050000',
    });
    expect(await attempt(reply)).toMatchObject({
      failure: { retryAt: '2027-01-04T08:06:40.000Z' },
    });
  });
});

const account = (host: string) => ({ platform: 'x', id: '1', host });

describe('a session', () => {
  it('is renewed with a token that is good once, which is replaced', async () => {
    await using server = await network();
    const credentials = {
      accessToken: 'old',
      refreshToken: 'once',
      clientId: 'app',
      clientSecret: 'hush',
    };
    expect(await platform.authenticate(account(server.host), testIo(credentials))).toEqual({
      ...credentials,
      accessToken: 'token',
      refreshToken: 'next',
    });
    const [request] = server.received;
    expect(request?.bytes.toString()).toBe('grant_type=refresh_token&refresh_token=once');
    expect(request?.headers.get('authorization')).toBe(`Basic ${btoa('app:hush')}`);
  });

  it('names the application in the form when it has no secret', async () => {
    await using server = await network();
    await platform.authenticate(
      account(server.host),
      testIo({ refreshToken: 'once', clientId: 'app' }),
    );
    expect(server.received[0]?.bytes.toString()).toContain('client_id=app');
    expect(server.received[0]?.headers.get('authorization')).toBeNull();
  });

  it('that cannot be renewed is a matter for a person', async () => {
    await using server = await network();
    server.faults.push({
      match: 'POST /2/oauth2/token',
      when: 'before',
      reply: { status: 400, body: { error: 'invalid_grant', error_description: 'used' } },
    });
    await expect(
      platform.authenticate(
        account(server.host),
        testIo({ refreshToken: 'once', clientId: 'app' }),
      ),
    ).rejects.toMatchObject({ details: { failure: { kind: 'permission' } } });
    await expect(
      platform.authenticate(account(server.host), testIo({ accessToken: 'x' })),
    ).rejects.toMatchObject({ code: 'missing-credentials' });
  });

  it('is verified, and refused for another account than its own', async () => {
    await using server = await network();
    server.answers['/2/users/me'] = {
      data: { id: '1', username: 'bakery', subscription_type: 'Premium' },
    };
    const io = testIo({ accessToken: 'token' });
    await expect(platform.verify(account(server.host), io)).resolves.toBeUndefined();
    await expect(platform.verify({ ...account(server.host), id: '2' }, io)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    expect(await platform.facts(account(server.host), io)).toEqual({
      readAt: '2027-01-04T08:00:00.000Z',
      premium: true,
      username: 'bakery',
    });
  });
});
