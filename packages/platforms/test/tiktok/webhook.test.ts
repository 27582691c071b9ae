import { createHmac } from 'node:crypto';
import { simulatedClock } from '@affiche/core';
import { tiktokWebhook } from '@affiche/platforms/tiktok';
import { describe, expect, it } from 'vitest';
import vectors from './signature-vectors.json' with { type: 'json' };

const secret = 'test_app_secret';
const delivery = {
  client_key: 'key',
  event: 'post.publish.complete',
  create_time: 1_765_000_000,
  user_openid: 'act.1',
  content: '{"publish_id":"v_1"}',
};

function sign(body: string, moment = 1_765_000_000): string {
  const hex = createHmac('sha256', secret).update(`${moment}.${body}`).digest('hex');
  return `t=${moment},s=${hex}`;
}

async function receive(body: string, signature: string | null, start = '2025-12-06T05:46:40Z') {
  const webhook = tiktokWebhook({ clientSecret: secret, clock: simulatedClock({ start }) });
  const bytes = new TextEncoder().encode(body);
  return [await webhook.receive(bytes, signature), await webhook.receive(bytes, signature)];
}

describe('a delivery', () => {
  const body = JSON.stringify(delivery);

  it('that is signed is believed once', async () => {
    expect(await receive(body, sign(body))).toEqual([
      {
        outcome: 'new',
        event: {
          event: 'post.publish.complete',
          at: '2025-12-06T05:46:40.000Z',
          account: 'act.1',
          content: { publish_id: 'v_1' },
        },
      },
      { outcome: 'repeated' },
    ]);
  });

  it('of the published vector has the right signature, and is no delivery of TikTok', async () => {
    const [first] = await receive(vectors.body, vectors.tiktok.value);
    expect(first).toEqual({ outcome: 'refused', why: 'the body is no delivery' });
  });

  it.each([
    ['without a signature', body, null, undefined],
    ['with another body', `${body} `, sign(body), undefined],
    [
      'signed at another moment',
      body,
      sign(body).replace('t=1765000000', 't=1765000001'),
      undefined,
    ],
    ['with half a signature', body, sign(body).slice(0, -2), undefined],
    ['of five minutes ago', body, sign(body), '2025-12-06T05:51:41Z'],
    ['of the future', body, sign(body), '2025-12-06T05:41:39Z'],
    [
      'with content that is no JSON',
      body.replace('{\\"', 'x'),
      sign(body.replace('{\\"', 'x')),
      undefined,
    ],
  ])('%s is refused', async (_name, text, signature, start) => {
    const [first] = await receive(text, signature, start);
    expect(first?.outcome).toBe('refused');
  });
});
