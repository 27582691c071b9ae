import type { Media } from '@affiche/core';
import { pinterest, type PinterestSettings } from '@affiche/platforms/pinterest';
import { describe, expect, it } from 'vitest';
import { compose, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 60 };
const options = { board: '7' };
const covered = { ...options, cover: { atSeconds: 2 } };
const one = (item: object): Sketch => ({ items: [{ media: [image], ...item }] });
const link = (url: string) => ({ link: { url } });

function rules(
  draft: Sketch,
  given: { options?: object; facts?: object } = {},
  settings: PinterestSettings = {},
): string[] {
  const platform = pinterest(settings);
  return platform
    .check(compose(platform, draft, { options, ...given }))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a draft', () => {
  it.each([
    ['that fits', one({ text: '👩‍👩‍👧'.repeat(160) }), []],
    ['of a character too many', one({ text: 'x'.repeat(801) }), ['error pinterest/text/length']],
    ['with half a character', one({ text: 'a\ud83d' }), ['error pinterest/text/lone-surrogate']],
    [
      'with a title too long',
      one({ link: { url: 'https://a.com', title: 'x'.repeat(101) } }),
      ['error pinterest/title/length'],
    ],
    [
      'with an address too long',
      one(link(`https://example.com/${'x'.repeat(2029)}`)),
      ['error pinterest/link/length'],
    ],
    ['without a picture', { items: [{ text: 'x' }] }, ['error pinterest/media/missing']],
    [
      'with a picture without words',
      one({ media: [{ ...image, alt: undefined }] }),
      ['error pinterest/media/alt-missing'],
    ],
    [
      'with six pictures',
      one({ media: Array.from({ length: 6 }, () => image) }),
      ['error pinterest/media/count'],
    ],
    [
      'with pictures of several shapes',
      one({
        media: [
          { ...image, width: 2, height: 3 },
          { ...image, width: 1, height: 1 },
        ],
      }),
      ['warning pinterest/media/uneven'],
    ],
    ['with a picture and a film', one({ media: [image, film] }), ['error pinterest/media/mixed']],
    ['with a film without a cover', one({ media: [film] }), ['warning pinterest/cover/default']],
    [
      'with a GIF to be sent',
      one({ media: [{ ...image, source: { path: 'x.gif' }, mimeType: 'image/gif' }] }),
      ['error pinterest/media/type'],
    ],
    ['with a GIF to be fetched', one({ media: [{ ...image, mimeType: 'image/gif' }] }), []],
    [
      'with a PNG behind the name of a JPEG',
      one({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error pinterest/media/disguise'],
    ],
    [
      'of two posts, with a poll, an answer and a warning',
      {
        items: [
          { media: [image], poll: { options: ['a', 'b'], durationSeconds: 60 } },
          { media: [image], role: 'reply' as const },
        ],
        replyTo: { id: '1' },
        contentWarning: 'Boots',
      },
      [
        'error pinterest/poll/not-offered',
        'error pinterest/thread/not-offered',
        'error pinterest/reply/not-offered',
        'warning pinterest/content-warning/not-shown',
      ],
    ],
  ] satisfies [string, Sketch, string[]][])('%s', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it.each([
    [4, []],
    [3.9, ['error pinterest/media/too-short']],
    [900, []],
    [901, ['error pinterest/media/duration']],
  ])('with a film of %d seconds', (durationSeconds, expected) => {
    const draft = one({ media: [{ ...film, durationSeconds }] });
    expect(rules(draft, { options: covered })).toEqual(expected);
  });

  it('is measured by what the application knows better', () => {
    const draft = one({ media: [{ ...image, bytes: 30_000_000 }] });
    expect(rules(draft)).toEqual(['error pinterest/media/bytes']);
    expect(rules(draft, {}, { limits: { imageBytes: 32_000_000 } })).toEqual([]);
  });
});

describe('a board', () => {
  const boards = [
    { id: '7', name: 'Boots', privacy: 'SECRET', sections: [{ id: '70', name: 'Brown' }] },
  ];

  it.each([
    [{}, {}, ['error pinterest/board/missing']],
    [{ board: '8' }, { boards }, ['error pinterest/board/unknown']],
    [{ board: '7', section: '70' }, { boards }, ['warning pinterest/board/not-public']],
    [
      { board: '7', section: '71' },
      { boards },
      ['warning pinterest/board/not-public', 'error pinterest/section/unknown'],
    ],
    [{ board: '7', section: '71' }, {}, []],
    [{ board: '7', slides: [{ title: 'x' }] }, {}, ['error pinterest/slides/too-many']],
  ])('as %j among %j', (given, facts, expected) => {
    expect(rules(one({}), { options: given, facts })).toEqual(expected);
  });

  it('is shown to nobody with trial access, and the finding says so', () => {
    expect(rules(one({}), {}, { access: 'trial' })).toEqual(['warning pinterest/access/trial']);
    expect(pinterest({ access: 'trial' }).manifest.rates[0]).toMatchObject({
      per: 'app',
      points: 1000,
      windowSeconds: 86_400,
    });
  });
});
