import { simulatedClock } from '@affiche/core';
import { xArticles } from '@affiche/platforms/x/articles';
import { xSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';

const text = [
  '# The galette',
  '',
  'Almonds, **butter** and',
  'a *bean*.',
  '> Who finds it is king.',
  '- [Order](https://example.com/order)',
  '1. ~~Yesterday~~ today',
].join('\n');

async function open(premium: readonly string[]) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await xSandbox({ clock, settings: { premium } });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'x', id, host: server.host };
  return { server, account, io: adapterIo(credentials, clock) };
}

it('keeps an article as a draft, and publishes it once', async () => {
  const { server, account, io } = await open(['bakery']);
  await using _ = server;
  const sent: unknown[] = [];
  const watching = {
    ...io,
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      sent.push(
        await request
          .clone()
          .json()
          .catch(() => undefined),
      );
      return fetch(request);
    },
  };
  const drafted = await xArticles().draft(account, { title: 'Galette', text }, watching);
  if (drafted.status !== 'done') throw new Error(JSON.stringify(drafted));
  expect(server.posts(account.id)).toEqual([]);
  expect(sent).toEqual([
    {
      title: 'Galette',
      content_state: {
        blocks: [
          { text: 'The galette', type: 'header-one' },
          {
            text: 'Almonds, butter and a bean.',
            type: 'unstyled',
            inline_style_ranges: [
              { offset: 9, length: 6, style: 'bold' },
              { offset: 22, length: 4, style: 'italic' },
            ],
          },
          { text: 'Who finds it is king.', type: 'blockquote' },
          {
            text: 'Order',
            type: 'unordered-list-item',
            entity_ranges: [{ offset: 0, length: 5, key: 0 }],
          },
          {
            text: 'Yesterday today',
            type: 'ordered-list-item',
            inline_style_ranges: [{ offset: 0, length: 9, style: 'strikethrough' }],
          },
        ],
        entities: [
          {
            key: '0',
            value: {
              type: 'link',
              mutability: 'mutable',
              data: { url: 'https://example.com/order' },
            },
          },
        ],
      },
    },
  ]);
  const article = { id: drafted.output.id ?? '' };
  const published = await xArticles().publish(account, article, io);
  const [post] = server.posts(account.id);
  expect(published).toMatchObject({ status: 'done', output: { id: post?.id, url: post?.url } });
  expect((await xArticles().publish(account, article, io)).status).not.toBe('done');
  expect(server.posts(account.id)).toHaveLength(1);
});

it('is refused to accounts that do not pay', async () => {
  const { server, account, io } = await open([]);
  await using _ = server;
  expect(await xArticles().draft(account, { title: 'Galette', text }, io)).toMatchObject({
    failure: { kind: 'permission' },
  });
});
