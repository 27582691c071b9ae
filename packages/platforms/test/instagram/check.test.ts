import type { Media } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = instagram();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = {
  ...image,
  alt: undefined,
  kind: 'video',
  mimeType: 'video/mp4',
  durationSeconds: 900,
};
const post = (item: object): Sketch => ({ items: [{ text: 'Hello', media: [image], ...item }] });
const picture = (more: object) => post({ media: [{ ...image, ...more }] });
const reel = (more: object = {}) => post({ media: [{ ...film, ...more }] });
const words = (unit: string, count: number) => post({ text: `${unit} `.repeat(count).trim() });
const comment = (item: object): Sketch => ({
  items: [{ media: [image] }, { text: 'x', role: 'first-comment', ...item }],
});
const answer = (text: string): Sketch => ({ replyTo: { id: '1' }, items: [{ text }] });
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule.replace('instagram/', '')}`);

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a character too many', post({ text: 'x'.repeat(2201) }), ['error text/length']],
    ['an emoji that just fits', post({ text: `${'x'.repeat(2199)}🥾` }), []],
    ['a sixth hashtag', words('#galette', 6), ['error text/hashtags']],
    ['five hashtags', words('#galette', 5), []],
    ['a fourth person', words('@guest', 4), ['warning text/mentions']],
    ['a 21st person', words('@guest', 21), ['error text/mentions']],
    ['half a character', post({ text: 'a\ud83d' }), ['error text/lone-surrogate']],
    ['words alone', post({ media: [] }), ['error media/missing']],
    ['an image without words', picture({ alt: undefined }), ['error media/alt-missing']],
    ['a long alternative', picture({ alt: 'a'.repeat(1001) }), ['error media/alt-length']],
    ['a PNG', picture({ mimeType: 'image/png' }), ['error media/type']],
    ['a heavy image', picture({ bytes: 8_000_001 }), ['error media/bytes']],
    [
      'an image that is nowhere',
      picture({ source: { path: 'x.jpg' } }),
      ['error media/not-public'],
    ],
    [
      'a PNG that says JPEG and is nowhere',
      picture({ source: { base64: files.png.toString('base64') } }),
      ['error media/disguise', 'error media/not-public'],
    ],
    ['a tall image', picture({ width: 1079, height: 1350 }), ['error media/aspect']],
    ['a portrait', picture({ width: 1080, height: 1350 }), []],
    ['a wide image', picture({ width: 1320, height: 690 }), ['error media/aspect']],
    ['a landscape', picture({ width: 1080, height: 566 }), []],
    ['a small image', picture({ width: 319, height: 319 }), ['warning media/width']],
    [
      'an 11th file',
      post({ media: Array.from({ length: 11 }, () => image) }),
      ['error media/count'],
    ],
    ['a reel of 15 minutes', reel(), []],
    ['a second too many', reel({ durationSeconds: 901 }), ['error media/duration']],
    ['a second too few', reel({ durationSeconds: 2 }), ['error media/duration-short']],
    ['a heavy reel', reel({ bytes: 300_000_001 }), ['error media/bytes']],
    ['a fast reel', reel({ durationSeconds: 3, bytes: 9_375_003 }), ['error media/bit-rate']],
    ['a ribbon', reel({ width: 1920, height: 191 }), ['error media/aspect']],
    ['a film that is nowhere, and is sent', reel({ source: { path: 'x.mp4' } }), []],
    ['a film with an alternative', reel({ alt: 'Dough.' }), ['info media/alt-unsent']],
    ['a poll', post({ poll: { options: ['a', 'b'], durationSeconds: 60 } }), ['error poll/none']],
    ['a link', post({ link: { url: 'https://example.com' } }), ['warning link/plain']],
    ['a thread', comment({ role: 'reply' }), ['warning thread/none']],
    ['a comment with a picture', comment({ media: [image] }), ['error comment/words-alone']],
    ['a comment of nothing', comment({ text: ' ' }), ['error text/empty']],
    ['a long comment', comment({ text: 'x'.repeat(301) }), ['warning text/length']],
    ['an endless comment', comment({ text: 'x'.repeat(2201) }), ['error text/length']],
    ['a comment on nothing', post({ role: 'first-comment' }), ['error thread/no-opening']],
    ['a warning', { ...post({}), contentWarning: 'Flour' }, ['warning content-warning/none']],
    ['a gift unspoken', { ...post({}), disclosure: 'gift' }, ['warning disclosure/unspoken']],
  ] satisfies [string, Sketch, string[]][])('%s is found, or is none', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it.each([
    [post({}), { shareToFeed: false }, ['error options/format']],
    [
      post({}),
      { coverSeconds: 1, audioName: 'x' },
      ['error options/format', 'error options/format'],
    ],
    [reel(), { coverSeconds: 901 }, ['error cover/after-end']],
    [reel(), { trial: 'performance', coverUrl: 'https://a.com/x.jpg' }, []],
    [post({}), { collaborators: ['a', 'b', 'c', 'd'] }, ['error collaborators/count']],
    [post({}), { tags: [{ username: 'a' }] }, ['error tags/place']],
    [post({}), { tags: [{ username: 'a', media: 1, x: 0, y: 1 }] }, ['error tags/place']],
    [reel(), { tags: [{ username: 'a', x: 0, y: 1 }] }, ['error tags/place']],
    [{ ...post({}), disclosure: 'gift' }, { paidPartnership: true }, []],
    [post({ text: '' }), { format: 'story' }, []],
    [post({}), { format: 'story' }, ['warning story/caption']],
    [
      reel({ bytes: 100_000_001 }),
      { format: 'story' },
      ['warning story/caption', 'error media/bytes', 'error media/duration'],
    ],
    [post({ text: '', media: [image, image] }), { format: 'story' }, ['error media/count']],
    [post({ text: '' }), { format: 'story', location: '1' }, ['error options/format']],
  ] satisfies [Sketch, object, string[]][])(
    '%# is found among the options',
    (draft, options, expected) => {
      const found = rules(draft, { options }).filter((rule) => !rule.startsWith('info'));
      expect(found).toEqual(expected);
    },
  );

  it('is a message over a thousand bytes', () => {
    const options = { answers: 'message' };
    expect(rules(answer('é'.repeat(500)), { options })).toEqual([]);
    expect(rules(answer('é'.repeat(501)), { options })).toEqual(['error text/length']);
  });

  it('is more than the day of an account holds', () => {
    const posts = { used: 50, total: 50, windowSeconds: 86_400 };
    expect(rules(post({}), { facts: { posts } })).toEqual(['warning quota/posts']);
  });

  it('is said in a version of the interface that has stopped, or soon will', () => {
    const old = instagram({ version: 'v21.0' });
    const at = (readAt: string) =>
      old
        .check(compose(old, post({}), { facts: { readAt } }))
        .map(({ rule, severity }) => `${severity} ${rule}`);
    expect(at('2026-10-01T00:00:00.000Z')).toEqual([]);
    expect(at('2026-12-01T00:00:00.000Z')).toEqual(['warning instagram/version/ageing']);
    expect(at('2027-01-21T00:00:00.000Z')).toEqual(['error instagram/version/sunset']);
  });

  it('names the numbers that contradict each other, and the way to a JPEG', () => {
    const draft = {
      items: [{ text: '#a #b #c #d #e #f', media: [{ ...image, mimeType: 'image/png' }] }],
    };
    const [hashtags, type] = platform.check(compose(platform, draft));
    expect(hashtags?.message).toContain('documents 30, and is said to enforce 5');
    expect(type?.fix).toContain('fitImage');
  });

  it('is not what a setting allows', () => {
    const lenient = instagram({
      hashtags: 30,
      mentions: 20,
      tooManyHashtags: 'warning',
      mediaUrl: () => 'https://cdn.example.com/hosted.jpg',
    });
    const draft = picture({ source: { path: 'x.jpg' } });
    expect(lenient.check(compose(lenient, words('#a @b', 20)))).toEqual([]);
    expect(lenient.check(compose(lenient, draft))).toEqual([]);
    const step = lenient
      .compile(compose(lenient, draft), seed)
      .find(({ id }) => id === 'container-0');
    expect(step?.request).toMatchObject({
      fields: { image_url: 'https://cdn.example.com/hosted.jpg' },
    });
  });

  it.each(['e\u0301', 'https://', '@a', '#', '#a', '🥾', '👩\u200d', 'שלום ', '\ud83d'])(
    '100,000 times "%s" is measured in a blink',
    (unit) => {
      const started = performance.now();
      const composition = compose(platform, post({ text: unit.repeat(100_000) }));
      platform.check(composition);
      platform.preview(composition);
      platform.compile(composition, seed);
      expect(performance.now() - started).toBeLessThan(4000);
    },
  );
});
