import { readFileSync } from 'node:fs';
import type { Media } from '@affiche/core';
import { threads, threadsLength } from '@affiche/platforms/threads';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = threads();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 300 };
const poll = { options: ['a', 'b'], durationSeconds: 86_400 };
const items = (item: object): Sketch => ({ items: [item] });
const links = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://example.com/${index}`).join(' ');
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a character too many', items({ text: 'x'.repeat(501) }), ['error threads/text/length']],
    [
      'a byte of an emoji too many',
      items({ text: `${'x'.repeat(497)}🥾` }),
      ['error threads/text/length'],
    ],
    [
      'a text that just fits',
      items({ text: `${'x'.repeat(496)}🥾` }),
      ['warning threads/text/close'],
    ],
    ['half a character', items({ text: 'a\ud83d' }), ['error threads/text/lone-surrogate']],
    ['nothing', items({ text: ' \n' }), ['error threads/text/empty']],
    ['a sixth link', items({ text: links(6) }), ['error threads/text/links']],
    [
      'a sixth link beside the text',
      items({ text: links(5), link: { url: 'https://a.com' } }),
      ['error threads/text/links'],
    ],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error threads/media/alt-missing'],
    ],
    [
      'a file that is nowhere',
      items({ media: [{ ...image, source: { path: 'x.jpg' } }] }),
      ['error threads/media/not-public'],
    ],
    [
      '21 images',
      items({ media: Array.from({ length: 21 }, () => image) }),
      ['error threads/media/count'],
    ],
    [
      'a heavy image',
      items({ media: [{ ...image, bytes: 8_000_001 }] }),
      ['error threads/media/bytes'],
    ],
    [
      'a ribbon',
      items({ media: [{ ...image, width: 1440, height: 140 }] }),
      ['error threads/media/aspect'],
    ],
    [
      'a wide image',
      items({ media: [{ ...image, width: 1441, height: 1000 }] }),
      ['warning threads/media/width'],
    ],
    [
      'a film of a second too many',
      items({ media: [{ ...film, durationSeconds: 301 }] }),
      ['error threads/media/duration'],
    ],
    [
      'an animation',
      items({ media: [{ ...image, kind: 'animation', mimeType: 'image/gif' }] }),
      ['error threads/media/type'],
    ],
    [
      'a PNG that says JPEG and is nowhere',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error threads/media/disguise', 'error threads/media/not-public'],
    ],
    [
      'five choices',
      items({ text: 'x', poll: { ...poll, options: ['a', 'b', 'c', 'd', 'e'] } }),
      ['error threads/poll/options'],
    ],
    [
      'a long choice',
      items({ text: 'x', poll: { ...poll, options: ['a', 'b'.repeat(26)] } }),
      ['error threads/poll/option-length'],
    ],
    [
      'a poll of an hour',
      items({ text: 'x', poll: { ...poll, durationSeconds: 3600 } }),
      ['warning threads/poll/duration'],
    ],
    [
      'several votes',
      items({ text: 'x', poll: { ...poll, multiple: true } }),
      ['error threads/poll/multiple'],
    ],
    [
      'a comment on nothing',
      items({ text: 'x', role: 'first-comment' }),
      ['error threads/thread/no-opening'],
    ],
    [
      'an advertisement that does not say so',
      { ...items({ text: 'x' }), disclosure: 'gift' },
      ['warning threads/disclosure/unspoken'],
    ],
  ] satisfies [string, Sketch, string[]][])('%s is found', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it.each([
    [{ topic: 'Boots & more' }, ['error threads/topic/characters']],
    [{ topic: 'b'.repeat(51) }, ['error threads/topic/length']],
    [{ longText: 'b'.repeat(10_001) }, ['error threads/long-text/length']],
    [{ ghost: true }, []],
    [{ spoilers: [{ offset: 0, length: 1 }] }, []],
    [{ spoilers: [{ offset: 1, length: 1 }] }, ['error threads/range/outside']],
    [
      { longText: 'b', longTextStyles: [{ offset: 0, length: 2, styles: ['bold'] }] },
      ['error threads/range/outside'],
    ],
    [{ longTextLink: 'https://example.com' }, ['error threads/long-text/missing']],
  ])('as %j is found among the options', (options, expected) => {
    expect(rules(items({ text: 'x' }), { options })).toEqual(expected);
  });

  it('is more than the day of an account holds', () => {
    const posts = { used: 250, total: 250, windowSeconds: 86_400 };
    expect(rules(items({ text: 'x' }), { facts: { posts } })).toEqual([
      'warning threads/quota/posts',
    ]);
  });

  it('is not what a setting allows', () => {
    const hosted = threads({ mediaUrl: () => 'https://cdn.example.com/hosted.jpg' });
    const draft = items({ media: [{ ...image, source: { path: 'x.jpg' } }] });
    expect(hosted.check(compose(hosted, draft))).toEqual([]);
    const [step] = hosted.compile(compose(hosted, draft), seed);
    expect(step?.request).toMatchObject({ image_url: 'https://cdn.example.com/hosted.jpg' });
  });

  it.each([
    'e\u0301',
    'https://',
    '@a',
    '🥾',
    '👩\u200d',
    '1\ufe0f',
    'https://a.com/!',
    'שלום ',
    '\ud83d',
  ])('100,000 times "%s" is measured in a blink', (unit) => {
    const started = performance.now();
    const composition = compose(platform, unit.repeat(100_000));
    platform.check(composition);
    platform.preview(composition);
    platform.compile(composition, seed);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('counting', () => {
  const { vectors } = JSON.parse(
    readFileSync(new URL('../specs/counting-vectors.json', import.meta.url), 'utf8'),
  ) as { vectors: { id: string; text: string; threads: { length: number } }[] };

  it.each(vectors)('agrees with the vector $id', ({ text, threads: { length } }) => {
    expect(threadsLength(text)).toBe(length);
  });
});
