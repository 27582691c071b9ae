import type { Media } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = facebook();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 60 };
const upright: Media = { ...film, width: 1080, height: 1920 };
const items = (item: object): Sketch => ({ items: [item] });
const link = { url: 'https://example.com/boots' };
const cards = [link, { ...link, title: 'More' }];
type Given = { options?: object; facts?: object };
const rules = (draft: Sketch, given: Given = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['a text that just fits', items({ text: 'x'.repeat(63_206) }), []],
    ['a character too many', items({ text: '🥾'.repeat(63_207) }), ['error facebook/text/length']],
    ['half a character', items({ text: 'a\ud83d' }), ['error facebook/text/lone-surrogate']],
    ['nothing', items({ text: ' \n' }), ['error facebook/text/empty']],
    ['a link alone', items({ link }), []],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error facebook/media/alt-missing'],
    ],
    [
      'eleven images',
      items({ media: Array.from({ length: 11 }, () => image) }),
      ['error facebook/media/count'],
    ],
    [
      'a heavy image',
      items({ media: [{ ...image, bytes: 10_000_001 }] }),
      ['error facebook/media/bytes'],
    ],
    [
      'a PNG that says JPEG',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error facebook/media/disguise'],
    ],
    [
      'a film of a second too many',
      items({ media: [{ ...film, alt: undefined, durationSeconds: 14_401 }] }),
      ['error facebook/media/duration'],
    ],
    [
      'a film whose words nobody will hear',
      items({ media: [film] }),
      ['info facebook/media/alt-not-shown'],
    ],
    [
      'a film beside an image',
      items({ media: [{ ...film, alt: undefined }, image] }),
      ['error facebook/media/mixed'],
    ],
    [
      'an animation',
      items({ media: [{ ...image, kind: 'animation', mimeType: 'image/gif' }] }),
      ['warning facebook/media/still'],
    ],
    [
      'a question',
      items({ text: 'x', poll: { options: ['a', 'b'], durationSeconds: 60 } }),
      ['error facebook/poll/none'],
    ],
    [
      'a thread',
      { items: [{ text: 'x' }, { text: 'y', role: 'reply' }] },
      ['warning facebook/thread/none'],
    ],
    [
      'a comment with a film and another file',
      { items: [{ text: 'x' }, { role: 'first-comment', media: [image, { ...film, alt: '' }] }] },
      ['error facebook/media/count', 'error facebook/comment/film'],
    ],
    [
      'a comment on nothing',
      items({ text: 'x', role: 'first-comment' }),
      ['error facebook/thread/no-opening'],
    ],
    [
      'a warning that nobody sees',
      { ...items({ text: 'x' }), contentWarning: 'Nuts' },
      ['warning facebook/content-warning/not-shown'],
    ],
    [
      'an advertisement that does not say so',
      { ...items({ text: 'x' }), disclosure: 'gift' },
      ['warning facebook/disclosure/unspoken'],
    ],
  ] satisfies [string, Sketch, string[]][])('as %s is told', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  const reel = { format: 'reel' };
  const story = { format: 'story' };
  const silent = (media: Media) => items({ media: [{ ...media, alt: undefined }] });
  it.each([
    [reel, silent(upright), []],
    [reel, silent({ ...upright, durationSeconds: 90.5 }), ['error facebook/media/duration']],
    [reel, silent({ ...upright, durationSeconds: 2 }), ['error facebook/media/short']],
    [reel, silent({ ...upright, width: 539 }), ['error facebook/media/upright']],
    [reel, silent({ ...upright, width: 1920, height: 1080 }), ['warning facebook/media/upright']],
    [reel, items({ media: [image] }), ['error facebook/reel/media']],
    [story, items({ media: [image] }), []],
    [story, silent({ ...upright, durationSeconds: 61 }), ['error facebook/media/duration']],
    [story, items({ text: 'x', media: [image] }), ['warning facebook/story/text']],
    [
      story,
      { items: [{ media: [image] }, { text: 'x', role: 'first-comment' }] },
      ['error facebook/story/comments'],
    ],
    [{ cards }, items({ text: 'x', link }), []],
    [{ cards: [link] }, items({ text: 'x', link }), ['error facebook/cards/without-link']],
    [
      { cards: Array.from({ length: 11 }, () => link) },
      items({ text: 'x', link }),
      ['error facebook/cards/count'],
    ],
    [
      { scheduledAt: '2027-01-05T08:00:00.000Z' },
      { items: [{ text: 'x' }, { text: 'y', role: 'first-comment' }] },
      ['error facebook/schedule/alone'],
    ],
  ] satisfies [object, Sketch, string[]][])('with %j is told', (options, draft, expected) => {
    expect(rules(draft, { options })).toEqual(expected);
  });

  const readAt = '2027-01-04T08:00:00.000Z';
  it.each([
    [{ readAt }, {}, []],
    [{ readAt: '2028-04-29T08:00:00.000Z' }, {}, []],
    [{ readAt: '2028-04-30T08:00:00.000Z' }, {}, ['warning facebook/version/ageing']],
    [{ readAt: '2028-07-29T00:00:00.000Z' }, {}, ['error facebook/version/sunset']],
    [
      { readAt: '2028-07-29T00:00:00.000Z', answeredBy: 'v25.0' },
      {},
      ['warning facebook/version/ageing'],
    ],
    [{ answeredBy: 'v26.0' }, {}, ['error facebook/version/sunset']],
    [{ answeredBy: 'v25.0' }, {}, []],
    [{ tasks: ['ANALYZE'] }, {}, ['error facebook/account/tasks']],
    [{ tasks: ['CREATE_CONTENT'] }, {}, []],
    [{ readAt }, { scheduledAt: '2027-01-04T08:10:00.000Z' }, []],
    [{ readAt }, { scheduledAt: '2027-01-04T08:09:59.000Z' }, ['error facebook/schedule/near']],
    [{ readAt }, { scheduledAt: '2027-02-03T08:00:01.000Z' }, ['warning facebook/schedule/far']],
  ] satisfies [object, object, string[]][])(
    'follows from the facts %j and %j',
    (facts, options, expected) => {
      expect(rules(items({ text: 'x' }), { facts, options })).toEqual(expected);
    },
  );

  it('is a version that there never was, or one that stopped', () => {
    const found = ['latest', 'v20.0', 'v21.0', 'v30.0'].map((version) => {
      const old = facebook({ version });
      return old.check(compose(old, 'x', { facts: { readAt } })).map(({ rule }) => rule);
    });
    expect(found).toEqual([
      ['facebook/version/format'],
      ['facebook/version/sunset'],
      ['facebook/version/ageing'],
      [],
    ]);
  });

  it.each(['e\u0301', 'https://', '@a', '👩\u200d', 'https://a.com/!', 'שלום ', '\ud83d'])(
    '100,000 times "%s" is measured in a blink',
    (unit) => {
      const started = performance.now();
      const composition = compose(platform, unit.repeat(100_000));
      platform.check(composition);
      platform.preview(composition);
      platform.compile(composition, seed);
      expect(performance.now() - started).toBeLessThan(4000);
    },
  );
});

describe('any draft', () => {
  const item = fc.record({
    text: socialText,
    media: fc.array(fc.constantFrom(image, { ...image, alt: '' }), { maxLength: 4 }),
    link: fc.option(fc.constant(link), { nil: undefined }),
  });
  const sketch = fc.oneof(
    fc.array(item, { minLength: 1, maxLength: 4 }).map(([first, ...rest]) => ({
      items: [first!, ...rest.map((each) => ({ ...each, role: 'first-comment' as const }))],
    })),
    item.map((each) => ({ items: [{ ...each, media: [film] }] })),
    item.map((each) => ({ items: [each], replyTo: { id: '7_8' } })),
  );

  it('compiles to the same bytes, to steps that need only earlier ones, each item shown once', () => {
    fc.assert(
      fc.property(sketch, fc.constantFrom('post', 'reel', 'story'), (draft, format) => {
        const composition = compose(platform, draft, { options: { format } });
        const steps = platform.compile(composition, seed);
        expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
        for (const [index, { needs }] of steps.entries()) {
          const earlier = steps.slice(0, index).map(({ id }) => id);
          expect(earlier).toEqual(expect.arrayContaining(needs));
        }
        const shown = steps.filter(({ visibility }) => visibility === 'public');
        expect(shown.map((step) => step.item)).toEqual(draft.items.map((_, index) => index));
      }),
      { numRuns: 60 },
    );
  });

  it('shows all of its words and its link, and is too long exactly when the count says so', () => {
    fc.assert(
      fc.property(item, fc.nat({ max: 63_206 }), (each, length) => {
        const text = 'x'.repeat(length) + each.text;
        const composition = compose(platform, { items: [{ ...each, text }] });
        const [shown] = platform.preview(composition).items;
        const words = shown?.segments.map((segment) => segment.text).join('') ?? '';
        expect(words.startsWith(text)).toBe(true);
        expect(shown?.card?.url ?? words).toContain(each.link?.url ?? '');
        const tooLong = platform
          .check(composition)
          .some(({ rule }) => rule === 'facebook/text/length');
        expect(tooLong).toBe(Array.from(words).length > 63_206);
      }),
      { numRuns: 40 },
    );
  });
});
