import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { simulatedClock } from '@affiche/core';
import { metaWebhook } from '@affiche/platforms/meta';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const vectors = JSON.parse(
  readFileSync(new URL('signature-vectors.json', import.meta.url), 'utf8'),
) as { body: string; secret: string; meta: { value: string } };
const start = '2027-01-04T08:00:00Z';
const seconds = Date.parse(start) / 1000;
const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const delivery = (time = seconds) =>
  JSON.stringify({
    object: 'page',
    entry: [{ id: '7', time, changes: [{ field: 'feed', value: { item: 'comment' } }] }],
  });

function open(options: object = {}) {
  const clock = simulatedClock({ start });
  const webhook = metaWebhook({
    appSecret: ['new', vectors.secret],
    verifyToken: 'bakery',
    clock,
    ...options,
  });
  return { clock, webhook };
}

describe('the question whose address it is', () => {
  it.each([
    ['hub.mode=subscribe&hub.verify_token=bakery&hub.challenge=115', { status: 200, body: '115' }],
    ['hub.mode=subscribe&hub.verify_token=baker&hub.challenge=115', { status: 403, body: '' }],
    ['hub.mode=unsubscribe&hub.verify_token=bakery&hub.challenge=1', { status: 403, body: '' }],
    ['hub.mode=subscribe&hub.verify_token=bakery', { status: 403, body: '' }],
    ['hub.mode=subscribe&hub.challenge=115', { status: 403, body: '' }],
  ])('%s', async (query, answer) => {
    const { webhook } = open();
    expect(await webhook.challenge(new URLSearchParams(query))).toEqual(answer);
  });
});

describe('a delivery', () => {
  it('is believed by the published vector, escapes and all', async () => {
    const { webhook } = open({ oldestSeconds: 1e9 });
    const { body, meta } = vectors;
    const receipt = await webhook.receive(bytes(body), meta.value);
    // Its signature is good, whatever is said of the body.
    expect(receipt).not.toMatchObject({ why: expect.stringContaining('signature') as string });
    const changed = bytes(body.replace('\\u', '\\U'));
    expect(await webhook.receive(changed, meta.value)).toMatchObject({
      why: expect.stringContaining('signature') as string,
    });
  });

  it('that was changed in any bit, or signed with anything else, is refused', async () => {
    const { webhook } = open();
    const body = delivery();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length * 8 - 1 }), fc.string(), async (bit, secret) => {
        const flipped = bytes(body);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        const signed = await webhook.receive(flipped, sign(body, 'new'));
        const forged = await webhook.receive(bytes(body), sign(body, `${secret}x`));
        expect([signed.outcome, forged.outcome]).toEqual(['refused', 'refused']);
      }),
      { numRuns: 50 },
    );
  });

  it('is new once, for every secret in use, and repeated ever after', async () => {
    const { webhook, clock } = open();
    for (const secret of ['new', vectors.secret]) {
      const body = delivery(seconds - (secret === 'new' ? 0 : 1));
      const receive = () => webhook.receive(bytes(body), sign(body, secret));
      expect(await receive()).toMatchObject({
        outcome: 'new',
        delivery: { object: 'page', entry: [{ id: '7', changes: [{ field: 'feed' }] }] },
      });
      expect(await receive()).toEqual({ outcome: 'repeated' });
    }
    await clock.advance(36 * 3600);
    const body = delivery();
    expect(await webhook.receive(bytes(body), sign(body, 'new'))).toEqual({ outcome: 'repeated' });
    await clock.advance(13 * 3600);
    expect(await webhook.receive(bytes(body), sign(body, 'new'))).toMatchObject({
      outcome: 'refused',
    });
  });

  it.each([
    ['of the future', delivery(seconds + 301)],
    ['that is old', delivery(seconds - 172_801)],
    ['that is no JSON', 'hello'],
    ['of nothing', JSON.stringify({ object: 'page', entry: [] })],
    ['of no time', JSON.stringify({ object: 'page', entry: [{ id: '7', time: 1e300 }] })],
  ])('%s is refused although it is signed', async (_name, body) => {
    const { webhook } = open();
    expect(await webhook.receive(bytes(body), sign(body, 'new'))).toMatchObject({
      outcome: 'refused',
    });
  });

  it.each([null, undefined, '', 'sha256=', 'sha1=00', `sha256=${'0'.repeat(63)}`, 'x'.repeat(1e6)])(
    'signed as %s is refused',
    async (signature) => {
      const { webhook } = open();
      expect((await webhook.receive(bytes(delivery()), signature)).outcome).toBe('refused');
    },
  );

  it('counts milliseconds as well, as messages do', async () => {
    const { webhook } = open();
    const body = delivery(seconds * 1000);
    expect(await webhook.receive(bytes(body), sign(body, 'new'))).toMatchObject({
      delivery: { entry: [{ time: '2027-01-04T08:00:00.000Z' }] },
    });
  });

  it('of Threads, which has a shape of its own, is given on as all others are', async () => {
    const { webhook } = open();
    const value = { id: '8901234', text: 'Reply', replied_to: { id: '567890' } };
    const body = JSON.stringify({
      app_id: '123456',
      topic: 'moderate',
      target_id: '78901',
      time: seconds,
      subscription_id: '234567',
      has_uid_field: false,
      values: { field: 'replies', value },
    });
    const deliver = () => webhook.receive(bytes(body), sign(body, 'new'));
    expect(await deliver()).toEqual({
      outcome: 'new',
      delivery: {
        object: 'threads',
        topic: 'moderate',
        entry: [
          {
            id: '78901',
            time: '2027-01-04T08:00:00.000Z',
            changes: [{ field: 'replies', value }],
            messaging: [],
          },
        ],
      },
    });
    expect(await deliver()).toEqual({ outcome: 'repeated' });
  });
});
