import { readFileSync } from 'node:fs';
import { simulatedClock } from '@affiche/core';
import { telegramWebhook } from '@affiche/platforms/telegram';
import { memorySeenDeliveries } from '@affiche/platforms/webhooks';
import { expect, it } from 'vitest';

const chat = { id: -1001, type: 'channel', title: 'Bakery', username: 'bakery' };
const group = { id: -1002, type: 'supergroup', title: 'Discussion' };
const from = { id: 7, is_bot: false, first_name: 'Noor', username: 'noor', language_code: 'fr' };
const comment = {
  message_id: 12,
  date: 1_765_000_000,
  chat: group,
  from,
  text: 'Miam !',
  reply_to_message: {
    message_id: 11,
    is_automatic_forward: true,
    forward_origin: { type: 'channel', date: 1, chat, message_id: 57 },
  },
};
const secretToken = 'open-sesame';
const named = 'x-telegram-bot-api-secret-token';

const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });

function open(seen = memorySeenDeliveries(clock)) {
  const receive = telegramWebhook({
    secretToken,
    chat: chat.id,
    discussion: group.id,
    clock,
    seen,
  });
  return (update: unknown, secret: string | undefined = secretToken) =>
    receive({
      headers: new Headers(secret === undefined ? {} : { [named]: secret }),
      body: typeof update === 'string' ? update : JSON.stringify(update),
    });
}

it('reads a comment under a post of the channel', async () => {
  expect(await open()({ update_id: 1, message: comment })).toEqual({
    status: 'accepted',
    items: [
      {
        kind: 'comment',
        id: '-1002/12',
        url: 'https://t.me/c/2/12',
        author: { id: '7', handle: 'noor', name: 'Noor' },
        text: 'Miam !',
        language: 'fr',
        createdAt: '2025-12-06T05:46:40.000Z',
        inReplyTo: '-1001/57',
      },
    ],
  });
});

it('leaves out the channel itself, bots, strangers’ chats and other updates', async () => {
  const receive = open();
  const updates = [
    { message: { ...comment, is_automatic_forward: true } },
    { message: { ...comment, from: { ...from, is_bot: true } } },
    { message: { ...comment, chat: { ...group, id: -9 } } },
    { channel_post: comment },
  ];
  for (const [index, update] of updates.entries()) {
    expect(await receive({ update_id: index, ...update })).toEqual({
      status: 'accepted',
      items: [],
    });
  }
});

it('refuses another secret, one that is nearly right, none, and what is no update', async () => {
  const receive = open();
  const update = { update_id: 1, message: comment };
  for (const secret of ['', 'open-sesam', 'open-sesame!', 'OPEN-SESAME']) {
    expect(await receive(update, secret)).toMatchObject({ status: 'refused' });
  }
  expect(await receive('{"update_id":"x"}')).toMatchObject({ status: 'refused' });
  expect(await receive('<html>')).toMatchObject({ status: 'refused' });
  // Not even an empty secret opens a webhook that was given none.
  const careless = telegramWebhook({ secretToken: '', chat: 1, clock });
  expect(await careless({ headers: new Headers(), body: '{"update_id":1}' })).toMatchObject({
    status: 'refused',
  });
});

it('tells an update that came before for a day, whichever process it came to', async () => {
  const seen = memorySeenDeliveries(clock);
  const processes = [open(seen), open(seen)];
  const ask = async (id: number, process = 0) =>
    (await processes[process]?.({ update_id: id }))?.status;
  expect([await ask(1), await ask(1, 1), await ask(2)]).toEqual([
    'accepted',
    'repeated',
    'accepted',
  ]);
  // Which of two comes first nobody can say, but that only one does.
  const both = await Promise.all([ask(3), ask(3, 1)]);
  expect(both.toSorted()).toEqual(['accepted', 'repeated']);
  await clock.advance(86_401);
  expect(await ask(1)).toBe('accepted');
});

it('compares secrets without a branch that depends on them', () => {
  const source = readFileSync(new URL('../../src/same-secret.ts', import.meta.url), 'utf8');
  expect(source).toContain('difference |=');
  expect(source).not.toMatch(/one [!=]==? other/);
});
