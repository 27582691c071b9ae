import { readFileSync } from 'node:fs';
import { telegramWebhook } from '@affiche/platforms/telegram';
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

function open() {
  const receive = telegramWebhook({
    secretToken,
    chat: chat.id,
    discussion: group.id,
    remembered: 2,
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
  const careless = telegramWebhook({ secretToken: '', chat: 1 });
  expect(await careless({ headers: new Headers(), body: '{"update_id":1}' })).toMatchObject({
    status: 'refused',
  });
});

it('tells an update that came before, as long as it remembers', async () => {
  const receive = open();
  const ask = async (id: number) => (await receive({ update_id: id })).status;
  const statuses = [];
  for (const id of [1, 1, 2, 3, 3, 1]) statuses.push(await ask(id));
  expect(statuses).toEqual([
    'accepted',
    'repeated',
    'accepted',
    'accepted',
    'repeated',
    'accepted',
  ]);
});

it('compares secrets without a branch that depends on them', () => {
  const source = readFileSync(new URL('../../src/same-secret.ts', import.meta.url), 'utf8');
  expect(source).toContain('difference |=');
  expect(source).not.toMatch(/one [!=]==? other/);
});
