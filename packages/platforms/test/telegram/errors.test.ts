import type { FailureKind } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = telegram();
const botToken = '123456:AAsecretSecretSecretSecretSecretSec';
const says = (status: number, description: string, parameters?: object): Reply => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
});

// The answer, what it means, and whether it proves that nothing was sent.
const table: [Reply, FailureKind, boolean][] = [
  [says(401, 'Unauthorized'), 'auth-expired', true],
  [says(404, 'Not Found'), 'auth-expired', true],
  [says(403, 'Forbidden: bot was blocked by the user'), 'permission', true],
  [says(403, 'Forbidden: bot is not a member of the channel chat'), 'permission', true],
  [says(400, 'Bad Request: need administrator rights in the channel chat'), 'permission', true],
  [says(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'), 'permission', true],
  [says(400, 'Bad Request: chat not found'), 'gone', true],
  [says(400, 'Bad Request: message to be replied not found'), 'gone', true],
  [says(400, 'Bad Request: message thread not found'), 'gone', true],
  [says(400, 'Bad Request: message is too long'), 'invalid', true],
  [says(400, 'Bad Request: message caption is too long'), 'invalid', true],
  [says(400, "Bad Request: can't parse entities: Unsupported start tag"), 'invalid', true],
  [says(400, 'Bad Request: wrong file identifier/HTTP URL specified'), 'invalid', true],
  [says(413, 'Request Entity Too Large'), 'invalid', true],
  [says(429, 'Too Many Requests: retry after 5', { retry_after: 5 }), 'rate-limited', true],
  [says(429, 'Too Many Requests'), 'rate-limited', true],
  [says(400, 'Bad Request: something new'), 'invalid', false],
  [says(500, 'Internal Server Error'), 'transient', false],
  [{ status: 502, body: '<html>' }, 'transient', false],
  [{ status: 200, body: { ok: true, result: { message_id: 'x' } } }, 'unknown', false],
  ['cut', 'unknown', false],
];

async function attempt(reply: Reply, credentials = { botToken }) {
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
    expect(received[0]?.path).toBe(`/bot${botToken}/sendMessage`);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('says when to come back, to the step and to the budget', async () => {
    const { result, observations } = await attempt(
      says(429, 'Too Many Requests: retry after 5', { retry_after: 5 }),
    );
    const retryAt = '2027-01-04T08:00:05.000Z';
    expect(result).toMatchObject({ failure: { retryAt } });
    expect(observations).toEqual([{ bucket: '*', refused: true, resetAt: retryAt }]);
  });
});

it('never tells the token, whatever a server echoes or a network says', async () => {
  const echo = await attempt(says(400, `Bad Request: no /bot${botToken}/sendMessage here`));
  expect(JSON.stringify(echo)).not.toMatch(/"message":"[^"]*AAsecret/);
  expect(JSON.stringify(echo.result)).not.toContain('AAsecret');
  const { account, ...rest } = compose(platform, 'hello', { host: 'localhost' });
  const [step] = platform.compile({ account, ...rest }, seed);
  const fetch = () => Promise.reject(new TypeError(`Failed to parse /bot${botToken}/sendMessage`));
  const io = { ...testIo({ botToken }), fetch };
  const lost = await platform.run(account, step!, { outputs: {} }, io);
  expect(JSON.stringify(lost)).not.toContain('AAsecret');
  await expect(attempt('cut', { botToken: 'AAsecret/../' })).rejects.toThrow(
    expect.not.stringContaining('AAsecret') as string,
  );
});
