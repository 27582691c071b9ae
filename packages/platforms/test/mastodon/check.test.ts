import { readFileSync } from 'node:fs';
import type { Media } from '@affiche/core';
import { countMastodon, mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = mastodon();
const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4' };
const poll = { options: ['a', 'b'], durationSeconds: 300 };
const items = (item: object): Sketch => ({ items: [item] });
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a character too many', items({ text: 'x'.repeat(501) }), ['error mastodon/text/length']],
    [
      'a character too many with its warning',
      { ...items({ text: 'x'.repeat(496) }), contentWarning: 'bread' },
      ['error mastodon/text/length'],
    ],
    ['half a character', items({ text: 'a\ud83d' }), ['error mastodon/text/lone-surrogate']],
    ['nothing', items({ text: ' \n' }), ['error mastodon/text/empty']],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error mastodon/media/alt-missing'],
    ],
    [
      'five images',
      items({ media: [image, image, image, image, image] }),
      ['error mastodon/media/count'],
    ],
    ['an image with a video', items({ media: [image, film] }), ['error mastodon/media/mixed']],
    [
      'a heavy image',
      items({ media: [{ ...image, bytes: 16_777_217 }] }),
      ['error mastodon/media/bytes'],
    ],
    [
      'a wide image',
      items({ media: [{ ...image, width: 10_000, height: 3_318 }] }),
      ['error mastodon/media/pixels'],
    ],
    [
      'a document',
      items({ media: [{ ...image, kind: 'document', mimeType: 'application/pdf' }] }),
      ['error mastodon/media/type'],
    ],
    [
      'a PNG that says JPEG',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error mastodon/media/disguise'],
    ],
    [
      'a poll with an image',
      items({ text: 'x', poll, media: [image] }),
      ['error mastodon/poll/with-media'],
    ],
    [
      'a poll with five choices',
      items({ text: 'x', poll: { ...poll, options: ['a', 'b', 'c', 'd', 'e'] } }),
      ['error mastodon/poll/options'],
    ],
    [
      'a long choice',
      items({ text: 'x', poll: { ...poll, options: ['a', 'b'.repeat(51)] } }),
      ['error mastodon/poll/option-length'],
    ],
    [
      'the same choice twice',
      items({ text: 'x', poll: { ...poll, options: ['a', 'a'] } }),
      ['error mastodon/poll/twice'],
    ],
    [
      'a poll of a minute',
      items({ text: 'x', poll: { ...poll, durationSeconds: 60 } }),
      ['error mastodon/poll/too-short'],
    ],
    [
      'a poll of two months',
      items({ text: 'x', poll: { ...poll, durationSeconds: 5_000_000 } }),
      ['error mastodon/poll/duration'],
    ],
    [
      'a comment on nothing',
      items({ text: 'x', role: 'first-comment' }),
      ['error mastodon/thread/no-opening'],
    ],
  ] satisfies [string, Sketch, string[]][])('%s is found', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it('is what the server says it is', () => {
    expect(rules(items({ text: 'x'.repeat(501) }), { facts: { maxCharacters: 5000 } })).toEqual([]);
    expect(rules(items({ media: [image] }), { facts: { mimeTypes: ['image/png'] } })).toEqual([
      'error mastodon/media/type',
    ]);
    expect(rules(items({ text: 'x' }), { options: { quote: { id: '1' } } })).toEqual([
      'error mastodon/quote/unsupported',
    ]);
  });

  it.each([
    ['e', '\u0301', ''],
    ['', 'https://', 'x'],
    ['', '@a', ' '],
    ['', '@a@', ' '],
    ['@a', '.', ' '],
    ['@a@b', '.', ' '],
    ['https://a.', 'com.', '/'],
    ['https://a.com/', '(', ')'],
    ['https://a.com/', '!', 'x'],
    ['', ' https://a.com', ''],
    ['', '\ud83d', ''],
    ['', '<', ''],
    ['https://', 'a', '.com'],
    ['', 'שלום ', ''],
  ])('"%s" and 50,000 times "%s" and "%s" is measured in a blink', (start, unit, end) => {
    const text = start + unit.repeat(50_000) + end;
    const started = performance.now();
    platform.check(compose(platform, text));
    platform.preview(compose(platform, text));
    platform.compile(compose(platform, text), seed);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('counting', { timeout: 60_000 }, () => {
  const { vectors } = JSON.parse(
    readFileSync(new URL('../specs/counting-vectors.json', import.meta.url), 'utf8'),
  ) as { vectors: { id: string; text: string; mastodon: { length: number } }[] };

  it.each(vectors)('agrees with the published vector $id', ({ text, mastodon: { length } }) => {
    expect(countMastodon(text)).toBe(length);
  });

  it.each([
    ['a URL of 5,000 characters in full', `https://example.com/${'x'.repeat(4980)}`, 5000],
    ['a name without a scheme in full', 'example.com/a/b/c', 17],
    ['a URL glued to a word in full', 'seehttps://example.com', 22],
    ['a URL on an unknown domain in full', 'https://example.nonexistent/x', 29],
    ['a URL and the full stop after it', 'https://example.com/abc/def/ghi.', 24],
    ['brackets around a URL', '(https://example.com/abc/def/ghi)', 25],
    ['a person on another server by name', '@anna@example.social', 5],
    ['a person with a long domain by name', `@anna@${'x'.repeat(300)}.social`, 5],
    ['an address of mail in full', 'anna@example.social', 19],
    ['a person in a path in full', 'x/@anna@example.social', 22],
  ])('takes %s', (_name, text, length) => {
    expect(countMastodon(text)).toBe(length);
  });

  it('adds the content warning, and reserves for links what the server says', () => {
    expect(
      countMastodon('https://example.com', { contentWarning: 'food', charactersPerUrl: 25 }),
    ).toBe(29);
  });
});
