import { Draft } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import { type Fault, facebookSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, film, once, picture, publishUnder } from './crash-matrix.ts';

const pictures = Draft.parse({
  id: 'pictures',
  items: [
    { text: 'Two pictures 🥾.', media: [picture, { ...picture, alt: 'Another.' }] },
    { text: 'Until Sunday.', role: 'first-comment' },
  ],
});
const films = Draft.parse({
  id: 'film',
  items: [
    { text: 'How it is made.', media: [film] },
    { text: 'In one go.', role: 'first-comment' },
  ],
});
const still = Draft.parse({ id: 'story', items: [{ media: [picture] }] });

const publish = (draft: Draft, fault: Fault, format?: string) => {
  const platform = facebook();
  const options = platform.options
    .refine(() => true)
    .transform((given) => ({
      ...given,
      ...(format === undefined ? {} : { format: format as 'reel' }),
    }));
  return publishUnder(fault, {
    platform: { ...platform, options },
    start: facebookSandbox,
    handle: 'Bakery',
    draft,
  });
};

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['the first picture', pictures, { on: 'POST /:object/photos', effect }],
    ['the post', pictures, { on: 'POST /:object/feed', effect }],
    ['the comment', pictures, { on: 'POST /:object/comments', effect }],
    ['the announcement of a film', films, { on: 'POST /:object/videos', effect }],
    ['the bytes of a film', films, { on: 'POST /:object/videos', effect, after: 1 }],
    ['the publication of a film', films, { on: 'POST /:object/videos', effect, after: 2 }],
  ] satisfies [string, Draft, Fault][])(
    'at %s ends with everything, once',
    async (_name, draft, fault) => {
      expect(await publish(draft, fault)).toEqual(once(draft));
    },
  );

  it.concurrent.each([
    ['the bytes of a reel', films, 'reel', { on: 'POST /video-upload/*', effect }],
    ['the publication of a reel', films, 'reel', { on: 'POST */video_reels', effect, after: 1 }],
    ['a story', still, 'story', { on: 'POST /:object/photo_stories', effect }],
  ] satisfies [string, Draft, string, Fault][])(
    'at %s ends with everything, once',
    async (_name, draft, format, fault) => {
      const { items } = draft;
      const texts = items.map(({ text }) => text);
      expect(await publish(draft, fault, format)).toMatchObject({ struck: 1, texts, known: true });
    },
  );
});

describe('a film', () => {
  it('that fails after it was accepted is never shown, and nothing is said under it', async () => {
    const end = await publish(films, { on: 'POST /:object/videos', effect: 'media-failed' });
    expect(end.texts).toEqual([]);
  });
});
