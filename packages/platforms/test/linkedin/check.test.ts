import type { Media } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import { describe, expect, it } from 'vitest';
import type { Sketch } from '../composition.ts';
import { composed, platform } from './composed.ts';

const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = {
  ...image,
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 75_000,
  durationSeconds: 1800,
};
const paper: Media = { ...image, kind: 'document', mimeType: 'application/pdf' };
const poll = { options: ['a', 'b'], durationSeconds: 86_400 };
const post = (item: object): Sketch => ({ items: [{ text: 'x', ...item }] });

function rules(where: Parameters<typeof composed>[1]): string[] {
  return platform.check(composed('x', where)).map(({ rule }) => rule);
}

describe('bad input', () => {
  it.each<[string, Sketch, string]>([
    ['a character too many', post({ text: '靴'.repeat(3001) }), 'error linkedin/text/length'],
    ['a text near the limit', post({ text: 'x'.repeat(2999) }), 'warning linkedin/text/close'],
    ['half a character', post({ text: 'a\ud83d' }), 'error linkedin/text/lone-surrogate'],
    ['nothing', post({ text: ' ', media: [image] }), 'error linkedin/text/empty'],
    [
      'no words for a picture',
      post({ media: [{ ...image, alt: undefined }] }),
      'error linkedin/media/alt-missing',
    ],
    [
      '21 images',
      post({ media: Array.from({ length: 21 }, () => image) }),
      'error linkedin/media/count',
    ],
    ['an image with a video', post({ media: [image, film] }), 'error linkedin/media/mixed'],
    [
      'too many pixels',
      post({ media: [{ ...image, width: 6013, height: 6013 }] }),
      'error linkedin/media/pixels',
    ],
    [
      'an image of another kind',
      post({ media: [{ ...image, mimeType: 'image/webp' }] }),
      'error linkedin/media/type',
    ],
    [
      'another image than it says',
      post({ media: [{ ...image, source: { base64: 'iVBORw0KGgoAAAANSUhEUg==' } }] }),
      'error linkedin/media/disguise',
    ],
    [
      'a video a second too long',
      post({ media: [{ ...film, durationSeconds: 1801 }] }),
      'error linkedin/media/duration',
    ],
    [
      'a video too small',
      post({ media: [{ ...film, bytes: 74_999 }] }),
      'error linkedin/media/too-little',
    ],
    [
      'a heavy document',
      post({ media: [{ ...paper, bytes: 100_000_001 }] }),
      'error linkedin/media/bytes',
    ],
    [
      'a long question',
      post({ text: 'x'.repeat(141), poll }),
      'error linkedin/poll/question-length',
    ],
    [
      'a long choice',
      post({ poll: { ...poll, options: ['a', 'b'.repeat(31)] } }),
      'error linkedin/poll/option-length',
    ],
    [
      'five choices',
      post({ poll: { ...poll, options: ['a', 'b', 'c', 'd', 'e'] } }),
      'error linkedin/poll/options',
    ],
    ['several votes', post({ poll: { ...poll, multiple: true } }), 'error linkedin/poll/multiple'],
    [
      'two days',
      post({ poll: { ...poll, durationSeconds: 172_800 } }),
      'warning linkedin/poll/longer',
    ],
    [
      '15 days',
      post({ poll: { ...poll, durationSeconds: 1_296_000 } }),
      'error linkedin/poll/duration',
    ],
    [
      'a bare link',
      post({ link: { url: 'https://example.com' } }),
      'warning linkedin/link/untitled',
    ],
    [
      'a thread',
      { items: [{ text: 'x' }, { text: 'y', role: 'reply' }] },
      'warning linkedin/thread/none',
    ],
    [
      'a picture in a comment',
      { items: [{ text: 'x' }, { text: 'y', role: 'first-comment', media: [image] }] },
      'error linkedin/comment/words-only',
    ],
    [
      'a long comment',
      { items: [{ text: 'x' }, { text: 'y'.repeat(1251), role: 'first-comment' }] },
      'error linkedin/text/length',
    ],
    [
      'a hidden warning',
      { ...post({}), contentWarning: 'food' },
      'warning linkedin/content-warning/not-shown',
    ],
    [
      'an unspoken gift',
      { ...post({}), disclosure: 'gift' },
      'warning linkedin/disclosure/unspoken',
    ],
  ])('%s is found', (_name, draft, expected) => {
    const found = platform
      .check(composed(draft))
      .map(({ rule, severity }) => `${severity} ${rule}`);
    expect(found).toEqual([expected]);
  });

  it('in options, accounts and roles is found', () => {
    expect(rules({ id: '5515715' })).toEqual(['linkedin/account/urn']);
    expect(rules({ facts: { roles: ['ANALYST'] } })).toEqual(['linkedin/account/role']);
    expect(rules({ facts: { roles: ['CONTENT_ADMINISTRATOR'] } })).toEqual([]);
    expect(rules({ options: { visibility: 'CONNECTIONS' } })).toEqual([
      'linkedin/visibility/connections',
    ]);
    expect(
      platform
        .check(
          composed(post({ media: [image] }), { options: { reshare: { id: 'urn:li:share:1' } } }),
        )
        .map(({ rule }) => rule),
    ).toEqual(['linkedin/reshare/with-content']);
  });

  it('may be a limit that somebody knows better', () => {
    const own = linkedin({ limits: { imageBytes: 999 }, missingAltText: 'warning' });
    const draft = composed(post({ media: [{ ...image, alt: undefined }] }));
    expect(own.check(draft).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error linkedin/media/bytes',
      'warning linkedin/media/alt-missing',
    ]);
    expect(own.manifest.limits['imageBytes']?.value).toBe(999);
  });
});
