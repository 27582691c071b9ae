import type { AnyPlatform } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { readPlatforms } from '../../../scripts/platform-matrix.ts';
import { composeForAny } from './any-composition.ts';

// Whatever a draft says either stands in what is sent, or somebody is told that it does not.

const text = 'Hello';
const image = {
  source: { url: 'https://example.com/marked.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 100_000,
  alt: 'A marked picture.',
  width: 1080,
  height: 1080,
};
const film = {
  ...image,
  source: { url: 'https://example.com/marked.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 1_000_000,
  durationSeconds: 10,
  height: 1920,
};
const captions = [{ language: 'en', source: { url: 'https://example.com/marked.vtt' } }];
const link = { url: 'https://example.com/marked' };
const poll = { options: ['marked', 'b'], durationSeconds: 86_400 };
const plain = { items: [{ text }] };
const thread = { items: [{ text }, { text: 'more', role: 'reply' }] };
const answer = { items: [{ text }], replyTo: { id: '1234' } };
const second = (more: object) => ({ items: [{ text }, { text: 'more', role: 'reply', ...more }] });
const first = (more: object) => ({ items: [{ text, ...more }] });

/** A draft, the same with something more, and what of it must be found again. */
const cases: [what: string, without: object, given: object, mark: string][] = [
  ['a warning', plain, { ...plain, contentWarning: 'marked' }, 'marked'],
  ['a gift', plain, { ...plain, disclosure: 'gift' }, 'gift'],
  ['an advertisement', plain, { ...plain, disclosure: 'advertisement' }, 'paid_partnership'],
  ['a link', plain, first({ link }), 'example.com/marked'],
  ['a link beside a picture', first({ media: [image] }), first({ media: [image], link }), link.url],
  ['a poll', plain, first({ poll }), 'marked'],
  ['a picture', plain, first({ media: [image] }), 'marked.jpg'],
  ['its words', first({ media: [{ ...image, alt: '' }] }), first({ media: [image] }), image.alt],
  ['a film', plain, first({ media: [film] }), 'marked.mp4'],
  ['its words, too', first({ media: [{ ...film, alt: '' }] }), first({ media: [film] }), film.alt],
  [
    'its subtitles',
    first({ media: [film] }),
    first({ media: [{ ...film, captions }] }),
    'marked.vtt',
  ],
  [
    'a sound',
    plain,
    first({ media: [{ ...image, kind: 'audio', mimeType: 'audio/mpeg' }] }),
    'marked.jpg',
  ],
  [
    'a document',
    plain,
    first({ media: [{ ...image, kind: 'document', mimeType: 'application/pdf' }] }),
    'marked.jpg',
  ],
  ['a second post', plain, { items: [{ text }, { text: 'marked' }] }, 'marked'],
  ['a reply', plain, second({ text: 'marked' }), 'marked'],
  ['a comment', plain, second({ text: 'marked', role: 'first-comment' }), 'marked'],
  ['a picture in a reply', thread, second({ media: [image] }), 'marked.jpg'],
  ['a link in a reply', thread, second({ link }), link.url],
  [
    'a link in a comment',
    second({ role: 'first-comment' }),
    second({ role: 'first-comment', link }),
    link.url,
  ],
  ['a poll in a reply', thread, second({ poll }), 'marked'],
  ['an answer', plain, answer, '1234'],
  ['a picture in an answer', answer, { ...answer, ...first({ media: [image] }) }, 'marked.jpg'],
  ['a link in an answer', answer, { ...answer, ...first({ link }) }, link.url],
  ['a poll in an answer', answer, { ...answer, ...first({ poll }) }, 'marked'],
];

function attempt(platform: AnyPlatform, draft: object) {
  const composition = composeForAny(platform, draft);
  const seed = { key: 'one', at: '2027-01-04T08:00:00.000Z' };
  const findings = platform.check(composition);
  const rules = findings.map(({ rule }) => rule);
  const errors = findings.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
  return { rules, errors, sent: JSON.stringify(platform.compile(composition, seed)) };
}

const platforms = await readPlatforms();

describe.each(cases)('%s', (_what, without, given, mark) => {
  it.each(platforms.map((platform) => [platform.id, platform] as const))(
    'is sent by %s, or missed aloud',
    (_id, platform) => {
      const [before, after] = [attempt(platform, without), attempt(platform, given)];
      const told = after.rules.some((rule) => !before.rules.includes(rule));
      // A file that is refused goes nowhere, and neither do its words.
      const usual = attempt(platform, plain).errors;
      const refused = before.errors.some((rule) => !usual.includes(rule));
      expect(told || refused || after.sent.includes(mark)).toBe(true);
    },
  );
});

it.each(['facebook', 'threads', 'x'])('%s says that a card has no words of ours', (id) => {
  const platform = platforms.find((each) => each.id === id);
  if (!platform) throw new Error('not here');
  const { rules } = attempt(platform, first({ link: { ...link, title: 'Galette' } }));
  expect(rules).toEqual([`${id}/link/card-words`]);
});
