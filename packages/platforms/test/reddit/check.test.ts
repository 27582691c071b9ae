import type { FailureKind, Media } from '@affiche/core';
import { reddit } from '@affiche/platforms/reddit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { files, testIo } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = reddit();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4' };
const poster = { source: { path: 'jpeg' }, mimeType: 'image/jpeg' };
const options = { subreddit: 'boots', title: 'Boots' };
const url = 'https://example.com/boots';

const poll = { options: ['Red', 'Black'], durationSeconds: 3 * 86_400 };

describe('a draft', () => {
  it.each([
    ['of text', { items: [{ text: 'x'.repeat(40_000) }] }, {}, []],
    ['a character too long', { items: [{ text: 'x'.repeat(40_001) }] }, {}, ['text/length']],
    ['without a community', { items: [{}] }, { subreddit: undefined }, ['subreddit/missing']],
    ['without a title', { items: [{}] }, { title: undefined }, ['title/missing']],
    ['with a long title', { items: [{}] }, { title: 'x'.repeat(301) }, ['title/length']],
    ['of a link', { items: [{ link: { url } }] }, {}, []],
    ['of pictures', { items: [{ media: [image, image] }] }, { gallery: [{ caption: 'One' }] }, []],
    [
      'of a picture with words',
      { items: [{ text: 'x', media: [image] }] },
      {},
      ['media/with-text'],
    ],
    ['of a film', { items: [{ media: [film] }] }, { poster }, []],
    ['of a film without a poster', { items: [{ media: [film] }] }, {}, ['poster/missing']],
    [
      'of a film a second too long',
      { items: [{ media: [{ ...film, durationSeconds: 901 }] }] },
      { poster },
      ['media/duration'],
    ],
    [
      'of a PNG behind the name of a JPEG',
      { items: [{ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }] },
      {},
      ['media/disguise'],
    ],
    ['of a poll', { items: [{ text: 'x', poll }] }, {}, []],
    [
      'of a poll of two votes, for a day and a half, with a picture',
      { items: [{ poll: { ...poll, multiple: true, durationSeconds: 129_600 }, media: [image] }] },
      {},
      ['poll/with-media', 'poll/multiple', 'poll/longer'],
    ],
    [
      'of a poll of seven choices for eight days, and one in a comment',
      {
        items: [
          { poll: { options: 'abcdefg'.split(''), durationSeconds: 8 * 86_400 } },
          { text: 'x', poll, role: 'reply' as const },
        ],
      },
      {},
      ['poll/options', 'poll/duration', 'comment/poll'],
    ],
    [
      'with a comment too long, and one with a picture',
      {
        items: [
          { text: 'x' },
          { text: 'x'.repeat(10_001), role: 'first-comment' as const },
          { text: 'x', media: [image], role: 'reply' as const },
        ],
      },
      {},
      ['text/length', 'comment/media'],
    ],
  ] satisfies [string, Sketch, object, string[]][])('%s', (_name, draft, more, expected) => {
    const composition = compose(platform, draft, { options: { ...options, ...more } });
    const found = platform.check(composition).map(({ rule }) => rule.replace('reddit/', ''));
    expect(found).toEqual(expected);
  });

  it('needs a flair where the community wants one, and one of its own', () => {
    const facts = {
      communities: [{ name: 'Boots', flairs: [{ id: 'f1', text: 'News' }], flairRequired: true }],
    };
    const rules = (more: object) =>
      platform
        .check(compose(platform, 'x', { options: { ...options, ...more }, facts }))
        .map(({ rule }) => rule);
    expect(rules({})).toEqual(['reddit/flair/missing']);
    expect(rules({ flair: { id: 'f2' } })).toEqual(['reddit/flair/unknown']);
    expect(rules({ flair: { id: 'f1' } })).toEqual([]);
  });
});

it('compiles any draft to the same bytes, each visible step after what it needs', () => {
  const media = fc.constantFrom<Media[]>([], [image], [image, image], [film]);
  fc.assert(
    fc.property(socialText, media, (text, attached) => {
      const items = [{ media: attached }, { text: `x${text}`, role: 'reply' as const }];
      const composition = compose(platform, { items }, { options: { ...options, poster } });
      const steps = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
      expect(steps.filter(({ visibility }) => visibility === 'public')).toHaveLength(2);
      const ids = steps.map(({ id }) => id);
      for (const [index, { needs }] of steps.entries()) {
        expect(needs.every((each) => ids.slice(0, index).includes(each))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

const said = (code: string, words = '', more: object = {}): Reply => ({
  body: { json: { errors: [[code, words, 'field']], ...more } },
});

describe('a refusal', () => {
  it.each([
    ['401', { status: 401 }, 'auth-expired', true],
    ['429', { status: 429 }, 'rate-limited', true],
    ['a break', said('RATELIMIT', '', { ratelimit: 480 }), 'rate-limited', true],
    ['a break in words', said('RATELIMIT', 'Take a break for 8 minutes.'), 'rate-limited', true],
    ['a link again', said('ALREADY_SUB'), 'duplicate', true],
    ['a community that is not there', said('SUBREDDIT_NOEXIST'), 'invalid', true],
    ['a rule of the community', said('SUBMIT_VALIDATION_BODY_REQUIRED'), 'invalid', true],
    ['a closed community', { status: 403, body: { reason: 'private' } }, 'permission', true],
    ['an unknown code', said('SOMETHING_NEW'), 'unknown', false],
    ['a server in trouble', { status: 503, body: '<html>' }, 'transient', false],
    ['a closed connection', 'cut', 'unknown', false],
    ['a yes that nobody understands', { body: {} }, 'unknown', false],
  ] satisfies [string, Reply, FailureKind, boolean][])(
    'as %s',
    async (name, reply, kind, proves) => {
      await using server = await loopbackServer(() => reply);
      const composition = compose(platform, 'Boots', { options, host: server.host });
      const [step] = platform.compile(composition, seed);
      const io = testIo({ accessToken: 'token' });
      const result = await platform.run(composition.account, step!, { outputs: {} }, io);
      expect(result).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind },
      });
      const wait = name.startsWith('a break') ? { retryAt: '2027-01-04T08:08:00.000Z' } : {};
      expect(result).toMatchObject({ failure: wait });
      const [asked] = server.received;
      expect(asked?.headers.get('user-agent')).toBe('web:affiche-unnamed:1 (by /u/1)');
      expect(asked?.headers.get('authorization')).toBe('Bearer token');
    },
  );
});
