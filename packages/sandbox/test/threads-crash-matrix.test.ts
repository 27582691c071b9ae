import { Draft } from '@affiche/core';
import { threads } from '@affiche/platforms/threads';
import { type Fault, type FaultEffect, threadsSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';
import { publishPersistently } from './persistent-publisher.ts';

const atCommit: readonly FaultEffect[] = [
  'cut-before-commit',
  'cut-after-commit',
  'cut-mid-answer',
  'error-before-commit',
  'error-after-commit',
  'reject-after-commit',
  'hang-after-commit',
  'rate-limit',
  'expire-token',
];
const image = {
  source: { url: 'https://cdn.example.com/boots.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Brown boots.',
};
const draft = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One, with two pictures.', media: [image, { ...image, alt: 'Black boots.' }] },
    { text: 'Two, an answer to one 🥾.', role: 'reply' },
  ],
});
const container = 'POST /:user/threads';
const publish = 'POST /:user/threads_publish';

async function publishWith(fault: Fault) {
  await using server = await threadsSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'threads', id, host: server.host };
  server.faults.add(fault);
  const timeoutSeconds = fault.effect === 'hang-after-commit' ? 0.5 : 10;
  const stage = { account, io: adapterIo(credentials), timeoutSeconds };
  const outputs = await publishPersistently(threads(), draft, stage);
  const posts = server.posts(id);
  return {
    struck: server.faults.struck.length,
    texts: posts.map(({ text }) => text),
    chained: posts[1]?.inReplyTo === posts[0]?.id,
    known:
      posts.length > 0 && posts.every((post, index) => outputs[`post-${index}`]?.id === post.id),
  };
}

/** Both posts, once each, the second under the first, and the publisher knows both. */
const thread = {
  struck: 1,
  texts: draft.items.map(({ text }) => text),
  chained: true,
  known: true,
};

describe.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['a child of a carousel', { on: container, effect }],
    ['the carousel', { on: container, effect, after: 2 }],
    ['the container of the second post', { on: container, effect, after: 3 }],
    ['the first publication', { on: publish, effect }],
    ['the second publication', { on: publish, effect, after: 1 }],
  ] satisfies [string, Fault][])('at %s ends with the thread, once', async (_name, fault) => {
    expect(await publishWith(fault)).toEqual(thread);
  });
});

describe('a picture', () => {
  it('that fails goes into another container, and then the thread goes out', async () => {
    expect(await publishWith({ on: container, effect: 'media-failed' })).toEqual(thread);
  });

  it('that is lost although its carousel is finished shows nobody anything', async () => {
    const end = await publishWith({ on: container, effect: 'media-lost', after: 2 });
    expect(end.texts).toEqual([]);
  });
});
