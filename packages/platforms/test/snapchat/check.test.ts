import type { Media } from '@affiche/core';
import { snapchat } from '@affiche/platforms/snapchat';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';

const platform = snapchat();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  width: 1080,
  height: 1920,
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 60 };
const link = { url: 'https://bakery.example/' };
const spotlight = { as: 'spotlight' };

describe('a draft', () => {
  it.each([
    ['of a picture', { items: [{ media: [image] }] }, {}, []],
    ['of words alone', { items: [{ text: 'x' }] }, {}, ['text/not-shown', 'media/missing']],
    ['of a spotlight', { items: [{ text: '👢'.repeat(160), media: [film] }] }, spotlight, []],
    [
      'of a spotlight a character too long, of a picture',
      { items: [{ text: 'x'.repeat(161), media: [image] }] },
      spotlight,
      ['text/length', 'media/missing'],
    ],
    [
      'of a film a second too long, of another shape',
      { items: [{ media: [{ ...film, durationSeconds: 61, width: 1920 }] }] },
      {},
      ['media/shape', 'media/duration'],
    ],
    [
      'of a film too short and too small',
      { items: [{ media: [{ ...film, durationSeconds: 4, width: 270, height: 480 }] }] },
      {},
      ['media/too-small', 'media/too-small', 'media/too-small'],
    ],
    ['of a story with a link', { items: [{ media: [image], link }] }, {}, ['link/not-offered']],
    [
      'of a spotlight that its link makes too long',
      { items: [{ text: 'x'.repeat(140), media: [film], link }] },
      spotlight,
      ['text/length', 'link/not-clickable'],
    ],
    ['of two pictures', { items: [{ media: [image, image] }] }, {}, ['media/count']],
  ] satisfies [string, Sketch, object, string[]][])('%s', (_name, draft, options, expected) => {
    const composition = compose(platform, draft, { options });
    const found = platform.check(composition).map(({ rule }) => rule.replace('snapchat/', ''));
    expect(found).toEqual(expected);
    const steps = platform.compile(composition, seed);
    expect(platform.compile(composition, seed)).toEqual(steps);
    expect(steps).toHaveLength(composition.draft.items[0]?.media.length === 0 ? 0 : 2);
  });
});
