import type { Media } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = bluesky();
const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 10 };
const items = (item: object): Sketch => ({ items: [item] });
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a grapheme too many', items({ text: 'x'.repeat(301) }), ['error bluesky/text/graphemes']],
    [
      'a byte too many',
      items({ text: '👩‍👩‍👧'.repeat(166) + 'aaaaaaaaaaaaa' }),
      ['error bluesky/text/bytes'],
    ],
    ['half a character', items({ text: 'a\ud83d' }), ['error bluesky/text/lone-surrogate']],
    ['nothing', items({ text: ' \n' }), ['error bluesky/text/empty']],
    [
      'a poll',
      items({ text: 'x', poll: { options: ['a', 'b'], durationSeconds: 300 } }),
      ['error bluesky/poll/unsupported'],
    ],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error bluesky/media/alt-missing'],
    ],
    [
      'words without end',
      items({ media: [{ ...image, alt: 'x'.repeat(2001) }] }),
      ['error bluesky/media/alt-length'],
    ],
    [
      'five images',
      items({ media: [image, image, image, image, image] }),
      ['error bluesky/media/count'],
    ],
    ['an image with a video', items({ media: [image, film] }), ['error bluesky/media/mixed']],
    ['two videos', items({ media: [film, film] }), ['error bluesky/media/count']],
    [
      'a heavy image',
      items({ media: [{ ...image, bytes: 1_000_001 }] }),
      ['error bluesky/media/bytes'],
    ],
    [
      'a video a second too long',
      items({ media: [{ ...film, durationSeconds: 181 }] }),
      ['error bluesky/media/duration'],
    ],
    [
      'a video of another kind',
      items({ media: [{ ...film, mimeType: 'video/quicktime' }] }),
      ['error bluesky/media/type'],
    ],
    [
      'a document',
      items({ media: [{ ...image, kind: 'document', mimeType: 'application/pdf' }] }),
      ['error bluesky/media/kind'],
    ],
    [
      'a PNG that says JPEG',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error bluesky/media/disguise'],
    ],
    [
      'a card without a title',
      items({ text: 'x', link: { url: 'https://example.com' } }),
      ['warning bluesky/link/untitled'],
    ],
    [
      'a warning in own words',
      { items: [{ text: 'x' }], contentWarning: 'food' },
      ['warning bluesky/content-warning/not-shown'],
    ],
    [
      'an undisclosed advertisement',
      { items: [{ text: 'Buy it' }], disclosure: 'advertisement' },
      ['warning bluesky/disclosure/unspoken'],
    ],
    [
      'a reply to nothing',
      items({ text: 'x', role: 'reply' }),
      ['error bluesky/thread/no-opening'],
    ],
    [
      'a reply to a web page',
      { items: [{ text: 'x' }], replyTo: { id: 'https://bsky.app/x' } },
      ['error bluesky/reference/address'],
    ],
  ])('%s is found', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it('a say in the thread of somebody else is found', () => {
    const replyTo = { id: 'at://did:plc:abc/app.bsky.feed.post/3k2yihcrp6f2c' };
    const draft = { items: [{ text: 'x' }], replyTo };
    expect(rules(draft, { options: { replies: 'nobody' } })).toEqual([
      'warning bluesky/replies/not-our-thread',
    ]);
  });

  it('a film is no disguise of another film, and a sound none of a film', () => {
    const base64 = files.mp4.toString('base64');
    const draft = items({ media: [{ ...film, source: { base64 } }] });
    expect(rules(draft)).toEqual([]);
  });

  it('a missing text alternative only warns where the application says so', () => {
    const lenient = bluesky({ missingAltText: 'warning' });
    const draft = items({ media: [{ ...image, alt: undefined }] });
    expect(lenient.check(compose(lenient, draft))[0]?.severity).toBe('warning');
  });

  it('a disclosed advertisement, a decoration and a labelled warning are fine', () => {
    expect(
      rules(
        {
          items: [{ text: '#ad Buy it', media: [{ ...image, alt: '' }] }],
          disclosure: 'advertisement',
          contentWarning: 'art',
        },
        { options: { labels: ['nudity'] } },
      ),
    ).toEqual([]);
  });

  it('a megabyte of combining marks is measured before anybody gets bored', () => {
    const marks = `e${'\u0301'.repeat(1_000_000)}`;
    const started = performance.now();
    expect(rules(items({ text: marks }))).toEqual(['error bluesky/text/bytes']);
    platform.compile(compose(platform, marks), seed);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it.each([
    ['!', 'x'],
    ['#', ' '],
    ['#!', 'a'],
    ['@', ' '],
    ['@a.', '_'],
    ['.', 'a'],
    ['(', ')'],
    [' #a', ''],
    [' a.com', ''],
    ['https://', 'x'],
    ['\ud83d', ''],
    ['<', ''],
  ])('50,000 times "%s" and then "%s" is measured in a blink', (unit, end) => {
    const text = `#${unit.repeat(50_000)}${end}`;
    const started = performance.now();
    platform.check(compose(platform, text));
    platform.compile(compose(platform, text), seed);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('limits', { timeout: 60_000 }, () => {
  it('that are not documented can be moved, and carry their source', () => {
    const generous = bluesky({ imageBytes: 2_000_000, videoSeconds: 600 });
    expect(generous.manifest.limits['imageBytes']).toMatchObject({
      value: 2_000_000,
      confidence: 'unverified',
    });
    expect(
      generous.check(compose(generous, items({ media: [{ ...image, bytes: 1_900_000 }] }))),
    ).toEqual([]);
  });

  it('of the account’s own server go first', () => {
    const draft = items({ media: [{ ...image, bytes: 900 }] });
    expect(rules(draft, { facts: { blobBytes: 500 } })).toEqual(['error bluesky/media/bytes']);
  });
});
