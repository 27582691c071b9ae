import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { simulatedClock } from '@affiche/core';
import { linkedinWebhook, xWebhook } from '@affiche/platforms/webhooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const vectors = JSON.parse(
  readFileSync(new URL('signature-vectors.json', import.meta.url), 'utf8'),
) as {
  body: string;
  secret: string;
  x_crc: { crc_token: string; response_token: string };
  x_delivery: { value: string };
  linkedin_challenge: { challengeCode: string; challengeResponse: string };
  linkedin_delivery: { value: string };
};
const bytes = (text: string) => new TextEncoder().encode(text);
const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text);

const idOf = (delivery: unknown) => (delivery as { id: string }).id;

const networks = {
  x: {
    open: xWebhook,
    asked: { crc_token: vectors.x_crc.crc_token },
    answered: { response_token: vectors.x_crc.response_token },
    signed: vectors.x_delivery.value,
    sign: (body: string, secret: string) => `sha256=${hmac(body, secret).digest('base64')}`,
  },
  linkedin: {
    open: linkedinWebhook,
    asked: { challengeCode: vectors.linkedin_challenge.challengeCode, applicationId: '7' },
    answered: vectors.linkedin_challenge,
    signed: vectors.linkedin_delivery.value,
    sign: (body: string, secret: string) => hmac(`hmacsha256=${body}`, secret).digest('hex'),
  },
};

describe.each(Object.entries(networks))('%s', (_name, { open, asked, answered, signed, sign }) => {
  const start = (more: object = {}) => {
    const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
    return { clock, webhook: open({ secret: vectors.secret, clock, ...more }) };
  };

  it('is told that the address is ours, and nothing where it does not ask', async () => {
    const { webhook } = start();
    const { status, body } = await webhook.challenge(new URLSearchParams(asked));
    expect([status, JSON.parse(body)]).toEqual([200, answered]);
    expect((await webhook.challenge(new URLSearchParams())).status).toBe(400);
  });

  it('is believed once, by the published vector', async () => {
    const { webhook, clock } = start({ rememberSeconds: 60 });
    const deliver = () => webhook.receive(bytes(vectors.body), signed);
    expect(await deliver()).toEqual({ outcome: 'new', delivery: JSON.parse(vectors.body) });
    expect(await deliver()).toEqual({ outcome: 'repeated' });
    await clock.advance(61);
    expect((await deliver()).outcome).toBe('new');
  });

  it('is believed with any secret while it is being changed, and answered with the first', async () => {
    const { webhook } = start({ secret: ['newer', vectors.secret] });
    expect((await webhook.receive(bytes(vectors.body), signed)).outcome).toBe('new');
    expect((await webhook.receive(bytes('{}'), sign('{}', 'newer'))).outcome).toBe('new');
    const { body } = await webhook.challenge(new URLSearchParams(asked));
    expect(JSON.parse(body)).not.toEqual(answered);
  });

  it('is known by what it says, where a program tells how', async () => {
    const { webhook } = start({ idOf });
    const deliver = (body: string) => webhook.receive(bytes(body), sign(body, vectors.secret));
    expect((await deliver('{"id":"7","try":1}')).outcome).toBe('new');
    expect((await deliver('{"id":"7","try":2}')).outcome).toBe('repeated');
  });

  it('is not believed for other bytes, another secret or another signature', async () => {
    const { webhook } = start();
    const refused = async (body: string, signature: string | null | undefined) => {
      expect((await webhook.receive(bytes(body), signature)).outcome).toBe('refused');
    };
    await refused(`${vectors.body} `, signed);
    await refused(vectors.body, sign(vectors.body, 'another'));
    await refused('no JSON', sign('no JSON', vectors.secret));
    await refused(vectors.body, null);
    await fc.assert(
      fc.asyncProperty(fc.uint16Array(), (units) =>
        refused(vectors.body, String.fromCharCode(...units)),
      ),
      { numRuns: 50 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), async (index) => {
        const other = signed[index] === 'a' ? 'b' : 'a';
        const changed = `${signed.slice(0, index)}${other}${signed.slice(index + 1)}`;
        await refused(vectors.body, changed);
      }),
      { numRuns: 50 },
    );
  });
});
