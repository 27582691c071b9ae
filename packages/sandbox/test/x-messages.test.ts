import { simulatedClock } from '@affiche/core';
import { xMessages } from '@affiche/platforms/x/messages';
import { xSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';

const messages = xMessages();

async function open() {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await xSandbox({ clock });
  const [bakery, guest] = ['bakery', 'guest'].map((handle) => {
    const { id, credentials } = server.createAccount({ handle });
    const account = { platform: 'x', id, host: server.host };
    return { account, io: adapterIo(credentials, clock) };
  });
  return { clock, server, bakery: bakery!, guest: guest! };
}

it('hears what people write in private, and answers', async () => {
  const { clock, server, bakery, guest } = await open();
  await using _ = server;
  await messages.send(guest.account, { to: bakery.account.id, text: 'Open today?' }, guest.io);
  const page = await messages.list(bakery.account, {}, bakery.io);
  expect(page.items).toMatchObject([
    { kind: 'message', text: 'Open today?', author: { id: guest.account.id, handle: 'guest' } },
  ]);
  const to = page.items[0]?.author.id ?? '';
  await clock.advance(60);
  const sent = await messages.send(bakery.account, { to, text: 'Until six.' }, bakery.io);
  expect(sent).toMatchObject({ status: 'done', output: { id: expect.any(String) as string } });
  // What we say ourselves is no news, and is seen where somebody looks for it.
  expect((await messages.list(bakery.account, {}, bakery.io)).items).toHaveLength(1);
  const since = '2027-01-04T11:00:30.000Z';
  expect((await messages.list(bakery.account, { since }, bakery.io)).items).toEqual([]);
  const said = await messages.with(bakery.account, to, bakery.io);
  expect(said.map(({ text }) => text)).toEqual(['Until six.', 'Open today?']);
});

it('says of a message whose answer was lost that nobody knows, and keeps to the budget', async () => {
  const { server, bakery, guest } = await open();
  await using _ = server;
  const message = { to: guest.account.id, text: 'Hello' };
  server.faults.add({ on: 'POST /2/dm_conversations/*', effect: 'cut-after-commit' });
  expect(await messages.send(bakery.account, message, bakery.io)).toMatchObject({
    status: 'ambiguous',
  });
  expect(await messages.with(bakery.account, guest.account.id, bakery.io)).toHaveLength(1);
  const results = [];
  for (let count = 0; count < 15; count += 1) {
    results.push(await messages.send(bakery.account, message, bakery.io));
  }
  expect(results.map(({ status }) => status)).toEqual([...Array(14).fill('done'), 'rejected']);
  const stranger = { to: '1', text: 'Hello' };
  expect(await messages.send(guest.account, stranger, guest.io)).toMatchObject({
    failure: { kind: 'gone' },
  });
});
