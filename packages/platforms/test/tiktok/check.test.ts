import type { Media } from '@affiche/core';
import { tiktok, TikTokOptions, type TikTokSettings } from '@affiche/platforms/tiktok';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';
import { chosen } from './options.ts';

const own = { audited: true, verifiedUrls: ['https://cdn.example.com/'] };
const film: Media = {
  source: { path: 'film.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 50_000_123,
  durationSeconds: 42,
};
const photo: Media = {
  source: { url: 'https://cdn.example.com/1.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
};
const one = (item: object): Sketch => ({ items: [{ media: [film], ...item }] });

function rules(
  draft: Sketch,
  { options = {}, facts = {} }: { options?: object; facts?: object } = {},
  settings: TikTokSettings = own,
): string[] {
  const platform = tiktok(settings);
  return platform
    .check(compose(platform, draft, { options: { ...chosen, ...options }, facts }))
    .map(({ rule, severity }) => `${severity} ${rule.replace('tiktok/', '')}`);
}

describe('a draft', () => {
  it.each([
    ['of a unit too many', one({ text: 'x'.repeat(2201) }), ['error text/length']],
    ['of an emoji too many', one({ text: `${'x'.repeat(2199)}🥾` }), ['error text/length']],
    ['with half a character', one({ text: 'a\ud83d' }), ['error text/lone-surrogate']],
    ['with nothing to see', { items: [{ text: 'x' }] }, ['error media/missing']],
    ['with a film and a photo', one({ media: [film, photo] }), ['error media/mixed']],
    [
      'with 36 photos',
      one({ media: Array.from({ length: 36 }, () => photo) }),
      ['error media/count'],
    ],
    ['with a PNG', one({ media: [{ ...photo, mimeType: 'image/png' }] }), ['error media/type']],
    [
      'with a PNG behind the name of a JPEG, in the draft itself',
      one({ media: [{ ...photo, source: { base64: files.png.toString('base64') } }] }),
      ['error media/disguise', 'error media/not-public'],
    ],
    [
      'with a photo of somebody else’s address',
      one({ media: [{ ...photo, source: { url: 'https://example.org/1.jpg' } }] }),
      ['error media/unverified-address'],
    ],
    ['with a small film', one({ media: [{ ...film, width: 359 }] }), ['error media/pixels']],
    [
      'with a film of a second too many',
      one({ media: [{ ...film, durationSeconds: 601 }] }),
      ['error media/duration'],
    ],
    ['with an address', one({ link: { url: 'https://a.com' } }), ['info link/not-clickable']],
    [
      'with words for those who cannot see',
      one({ media: [{ ...film, alt: 'x' }] }),
      ['info media/alt-not-shown'],
    ],
    [
      'of two posts',
      { items: [{ media: [film] }, { media: [film], role: 'reply' as const }] },
      ['error thread/not-offered'],
    ],
    [
      'that a partner paid for',
      { ...one({}), disclosure: 'partnership' },
      ['error disclosure/contradicts'],
    ],
    ['that a machine made', { ...one({}), disclosure: 'automated' }, ['error disclosure/machine']],
  ] satisfies [string, Sketch, string[]][])('%s', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it('is too long exactly when its UTF-16 units are too many', () => {
    fc.assert(
      fc.property(socialText, fc.integer({ min: 2100, max: 2200 }), (end, length) => {
        const text = 'x'.repeat(length) + end;
        expect(rules(one({ text })).includes('error text/length')).toBe(text.length > 2200);
      }),
    );
  });
});

describe('what a person must choose', () => {
  const brand = { ownBrand: false, brandedContent: true };
  const agreed = { musicUsage: true, brandedContent: true };
  const privacyLevels = ['MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];

  it.each([
    ['privacy is not', { privacyLevel: undefined }, {}, ['error privacy/not-chosen']],
    ['privacy is not the creator’s', {}, { privacyLevels }, ['error privacy/not-offered']],
    ['a brand is, without consent', { disclosure: brand }, {}, ['error consent/branded-content']],
    ['a brand is, with consent', { disclosure: brand, consent: agreed }, {}, []],
    [
      'a brand is, in private',
      { disclosure: brand, consent: agreed, privacyLevel: 'SELF_ONLY' },
      {},
      ['error disclosure/private'],
    ],
    [
      'comments are, which the creator has turned off',
      { allowComments: true, allowDuets: true },
      { commentsOff: true },
      ['warning comments/off'],
    ],
    ['length is the creator’s', {}, { maxSeconds: 41 }, ['error media/duration']],
    ['nothing is, for the inbox', { mode: 'inbox', privacyLevel: undefined }, {}, []],
  ])('%s', (_name, options, facts, expected) => {
    expect(rules(one({}), { options, facts })).toEqual(expected);
  });

  it.each([{}, { disclosure: chosen.disclosure }, { ...chosen, consent: { musicUsage: false } }])(
    'is not %j: consent and disclosure have no default',
    (options) => {
      expect(TikTokOptions.safeParse(options).success).toBe(false);
    },
  );
});

it('explains before publishing what an application that nobody audited may do', () => {
  expect(rules(one({}), {}, {})).toEqual(['error access/unaudited']);
  expect(rules(one({}), { options: { privacyLevel: 'SELF_ONLY' } }, {})).toEqual([]);
  expect(tiktok().manifest.access).toMatchObject({
    kind: 'restricted',
    why: expect.stringContaining('SELF_ONLY') as string,
  });
});
