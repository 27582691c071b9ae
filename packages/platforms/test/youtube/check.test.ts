import type { Media } from '@affiche/core';
import { quotaResetAfter, tagsLength, youtube } from '@affiche/platforms/youtube';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = youtube({ audited: true });
const film: Media = {
  source: { path: 'film.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 50_000_123,
};
const one = (text: string, more: object = {}): Sketch => ({
  items: [{ text, media: [film], ...more }],
});

function rules(draft: Sketch, options: object = {}, facts: object = {}): string[] {
  return platform
    .check(compose(platform, draft, { options: { madeForKids: false, ...options }, facts }))
    .map(({ rule, severity }) => `${severity} ${rule.replace('youtube/', '')}`);
}

const comment = (text: string) => ({ text, role: 'first-comment' as const });

describe('a draft', () => {
  it.each([
    ['that fits', one(`${'x'.repeat(100)}\n${'é'.repeat(2500)}`), []],
    ['of a title too long', one('x'.repeat(101)), ['error title/length']],
    ['of a byte too many', one(`Title\n${'é'.repeat(2500)}x`), ['error text/bytes']],
    ['without a title', one(' \n'), ['error title/missing']],
    ['with brackets', one('<Title>\n<b>'), ['error title/brackets', 'error description/brackets']],
    ['with half a character', one('a\ud83d'), ['error text/lone-surrogate']],
    ['without a film', { items: [{ text: 'x' }] }, ['error media/count']],
    ['with two films', one('x', { media: [film, film] }), ['error media/count']],
    [
      'with a picture behind the name of a film',
      one('x', { media: [{ ...film, source: { base64: files.png.toString('base64') } }] }),
      ['error media/disguise'],
    ],
    [
      'of a second too many',
      one('x', { media: [{ ...film, durationSeconds: 43_201 }] }),
      ['error media/duration'],
    ],
    [
      'that is a Short',
      one('x', { media: [{ ...film, width: 9, height: 16, durationSeconds: 180 }] }),
      ['info media/short'],
    ],
    ['with a comment', { items: [...one('x').items, comment('First!')] }, []],
    [
      'with an empty comment',
      { items: [...one('x').items, comment(' ')] },
      ['error comment/empty'],
    ],
    [
      'with a long comment',
      { items: [...one('x').items, comment('x'.repeat(10_001))] },
      ['error comment/length'],
    ],
    [
      'of two films in a row',
      { items: [...one('x').items, { text: 'y', role: 'reply' }] },
      ['error thread/not-offered'],
    ],
    ['that answers a comment', { items: [{ text: 'Thanks!' }], replyTo: { id: 'Ug1' } }, []],
  ] satisfies [string, Sketch, string[]][])('%s', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it.each([
    [{ madeForKids: undefined }, {}, ['error made-for-kids/unsaid']],
    [{ publishAt: '2027-02-01T09:00:00Z' }, {}, ['error schedule/not-private']],
    [{ publishAt: '2027-02-01T09:00:00Z', privacy: 'private' }, {}, []],
    [
      { publishAt: '2027-01-01T09:00:00Z', privacy: 'private' },
      { readAt: '2027-01-04T08:00:00Z' },
      ['error schedule/past'],
    ],
    [{ playlists: ['PL1'] }, { playlists: [] }, ['error playlist/unknown']],
    [{ tags: ['x'.repeat(250), 'y'.repeat(248)] }, {}, []],
    [{ tags: ['x'.repeat(250), `y ${'z'.repeat(247)}`] }, {}, ['error tags/length']],
  ])('with %j and %j', (options, facts, expected) => {
    expect(rules(one('Title'), options, facts)).toEqual(expected);
  });

  it('of a project that nobody audited is said to stay private', () => {
    const options = { madeForKids: false };
    const found = youtube().check(compose(youtube(), one('Title'), { options }));
    expect(found.map(({ rule }) => rule)).toEqual(['youtube/access/unaudited']);
  });
});

it('counts tags as one text, quoted where they hold a space or a comma', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z ,é👍]{1,12}$/u)), (tags) => {
      const text = tags.map((tag) => (/[ ,]/.test(tag) ? `"${tag}"` : tag)).join(',');
      expect(tagsLength(tags)).toBe(text.length);
    }),
  );
});

it('ends the day of a project at midnight Pacific time, in every season', () => {
  const day = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/Los_Angeles',
    timeStyle: 'medium',
  });
  fc.assert(
    fc.property(day, (now) => {
      const reset = Date.parse(quotaResetAfter(now.toISOString()));
      expect(clock.format(reset)).toBe('00:00:00');
      expect(reset - now.getTime()).toBeGreaterThan(0);
      expect(reset - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
    }),
  );
});

it('compiles any film to the same bytes, and says all of its text', () => {
  fc.assert(
    fc.property(socialText, fc.boolean(), (end, titled) => {
      const text = `Title\n\n${end.trim()}`;
      const options = { playlists: ['PL1'], ...(titled && { title: 'Other' }) };
      const composition = compose(platform, one(text), { options });
      const steps = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
      for (const [index, { needs }] of steps.entries()) {
        expect(steps.slice(0, index).map(({ id }) => id)).toEqual(expect.arrayContaining(needs));
      }
      const shown = platform.preview(composition).items[0]?.segments.map((each) => each.text);
      expect(shown?.join('').trim()).toBe((titled ? `Other\n\n${text}` : text).trim());
    }),
  );
});
