import { Draft } from '@affiche/core';
import { threads } from '@affiche/platforms/threads';
import { type Fault, threadsSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, once, publishUnder } from './crash-matrix.ts';

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

const thread = once(draft);

const publishWith = (fault: Fault) =>
  publishUnder(fault, { platform: threads(), start: threadsSandbox, handle: 'bakery', draft });

describe.concurrent.each(atCommit)('%s', (effect) => {
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
