import type { FailureKind } from '@affiche/core';
import { discord } from '@affiche/platforms/discord';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = discord();
const webhookToken = 'hook-secretSecretSecretSecret';
const says = (status: number, code: number, message = 'in words', more: object = {}): Reply => ({
  status,
  body: { message, code, ...more },
});

// The answer, what it means, and whether it proves that nothing was sent.
const table: [Reply, FailureKind, boolean][] = [
  [says(404, 10_015, 'Unknown Webhook'), 'gone', true],
  [says(401, 50_027, 'Invalid Webhook Token'), 'gone', true],
  [says(404, 10_003, 'Unknown Channel'), 'gone', true],
  [says(401, 0, '401: Unauthorized'), 'auth-expired', true],
  [says(403, 50_013), 'permission', true],
  [says(400, 50_035, 'Invalid Form Body'), 'invalid', true],
  [says(400, 50_006), 'invalid', true],
  [says(413, 40_005), 'invalid', true],
  [says(400, 220_001), 'invalid', true],
  [says(400, 160_005), 'invalid', true],
  [says(400, 200_000), 'blocked', true],
  [says(400, 240_000), 'blocked', true],
  [says(429, 20_028, 'slow', { retry_after: 1.5, global: false }), 'rate-limited', true],
  [says(429, 0), 'rate-limited', true],
  [says(503, 130_000), 'transient', false],
  [says(400, 987_654), 'invalid', false],
  [{ status: 502, body: '<html>' }, 'transient', false],
  [{ status: 204, body: '' }, 'unknown', false],
  [{ status: 200, body: { id: 7 } }, 'unknown', false],
  ['cut', 'unknown', false],
];

async function attempt(reply: Reply, credentials: Record<string, string> = { webhookToken }) {
  await using server = await loopbackServer(() => reply);
  const { account, ...rest } = compose(platform, 'hello', { host: server.host });
  const [step] = platform.compile({ account, ...rest }, seed);
  const io = testIo(credentials);
  const result = await platform.run(account, step!, { outputs: {} }, io);
  return { result, observations: io.observations, received: server.received };
}

describe('a refusal', () => {
  it.each(table)('%j', async (reply, kind, proves) => {
    const { result, received } = await attempt(reply);
    expect(result).toMatchObject({
      status: proves ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    expect(received).toHaveLength(1);
    expect(received[0]?.path).toBe(`/api/v10/webhooks/1/${webhookToken}`);
    expect(received[0]?.search.get('wait')).toBe('true');
    expect(JSON.stringify(result)).not.toContain('secretSecret');
  });

  it.each([true, false])('that is global (%s) says when to come back', async (global) => {
    const more = { retry_after: 64.57, global };
    const { result, observations } = await attempt(says(429, 0, 'slow', more));
    const retryAt = '2027-01-04T08:01:04.570Z';
    expect(result).toMatchObject({ failure: { retryAt } });
    expect(observations).toEqual([{ bucket: '*', refused: true, resetAt: retryAt }]);
  });
});

it('never tells the token, whatever a server echoes or a network says', async () => {
  const echo = await attempt(says(404, 0, `404: /webhooks/1/${webhookToken}`));
  expect(JSON.stringify(echo.result)).not.toContain('secretSecret');
  const { account, ...rest } = compose(platform, 'hello', { host: 'localhost' });
  const [step] = platform.compile({ account, ...rest }, seed);
  const fetch = () => Promise.reject(new TypeError(`Failed to parse /webhooks/1/${webhookToken}`));
  const lost = await platform.run(
    account,
    step!,
    { outputs: {} },
    { ...testIo({ webhookToken }), fetch },
  );
  expect(JSON.stringify(lost)).not.toContain('secretSecret');
  await expect(attempt('cut', { webhookToken: 'secretSecret/../' })).rejects.toThrow(
    expect.not.stringContaining('secretSecret') as string,
  );
});
