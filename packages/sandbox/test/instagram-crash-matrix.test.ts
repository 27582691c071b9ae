import { Draft } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { type Fault, type FaultEffect, instagramSandbox } from '@affiche/sandbox';
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
  id: 'carousel',
  items: [
    { text: 'Two pictures #boots', media: [image, { ...image, alt: 'Black boots.' }] },
    { text: 'And a word below 🥾.', role: 'first-comment' },
  ],
});
const container = 'POST /:user/media';
const publish = 'POST /:user/media_publish';
const comment = 'POST /:media/comments';

async function publishWith(fault: Fault) {
  await using server = await instagramSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'instagram', id, host: server.host };
  server.faults.add(fault);
  const timeoutSeconds = fault.effect === 'hang-after-commit' ? 0.5 : 10;
  const stage = { account, io: adapterIo(credentials), timeoutSeconds };
  const outputs = await publishPersistently(instagram(), draft, stage);
  const posts = server.posts(id);
  return {
    struck: server.faults.struck.length,
    texts: posts.map(({ text }) => text),
    below: posts[1]?.inReplyTo === posts[0]?.id,
    known: outputs['post-0']?.id === posts[0]?.id && outputs['comment-1']?.id === posts[1]?.id,
    seen: outputs['permalink-0']?.url === posts[0]?.url,
  };
}

/** The post and its comment, once each, and the publisher knows both and where they are. */
const whole = {
  struck: 1,
  texts: draft.items.map(({ text }) => text),
  below: true,
  known: true,
  seen: true,
};

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['the carousel', { on: container, effect, after: 2 }],
    ['the publication', { on: publish, effect }],
    ['the first comment', { on: comment, effect }],
  ] satisfies [string, Fault][])('at %s ends with one post and one comment', async (_, fault) => {
    expect(await publishWith(fault)).toEqual(whole);
  });
});

describe('a picture', () => {
  it('that fails after it was accepted goes into another container', async () => {
    expect(await publishWith({ on: container, effect: 'media-failed' })).toEqual(whole);
  });

  it('that is lost although its carousel is finished shows nobody anything', async () => {
    const end = await publishWith({ on: container, effect: 'media-lost', after: 2 });
    expect(end.texts).toEqual([]);
  });
});
