import type { InboxItem, Media } from '@affiche/core';
import { x } from '@affiche/platforms/x';
import { describe, expect, it } from 'vitest';
import { compose, type Sketch } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import { network, stored } from './network.ts';

const platform = x();
const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 10 };
const poll = { options: ['a', 'b'], durationSeconds: 300 };
const items = (item: object): Sketch => ({ items: [item] });

it('lets only Premium accounts write a post anew', () => {
  const options = { edits: { id: '7' } };
  const rules = (premium: boolean) =>
    platform.check(compose(platform, 'x', { options, facts: { premium } })).map(({ rule }) => rule);
  expect([rules(false), rules(true)]).toEqual([['x/edit/premium'], []]);
});

describe('bad input', () => {
  it.each([
    ['a letter too many', items({ text: 'x'.repeat(281) }), ['error x/text/weighted-length']],
    ['a character too many', items({ text: '靴'.repeat(141) }), ['error x/text/weighted-length']],
    ['half a character', items({ text: 'a\ud83d' }), ['error x/text/lone-surrogate']],
    ['a mark of byte order', items({ text: 'a\ufeff' }), ['error x/text/forbidden-character']],
    ['two cashtags', items({ text: '$ACME and $ABC' }), ['error x/text/cashtags']],
    ['nothing', items({ text: ' ' }), ['error x/text/empty']],
    [
      'a name that did not ask for it',
      items({ text: 'Thanks, @acme' }),
      ['warning x/mention/uninvited'],
    ],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error x/media/alt-missing'],
    ],
    ['five images', items({ media: [image, image, image, image, image] }), ['error x/media/count']],
    ['an image with a video', items({ media: [image, film] }), ['error x/media/mixed']],
    ['a heavy image', items({ media: [{ ...image, bytes: 5_000_001 }] }), ['error x/media/bytes']],
    [
      'a video a second too long',
      items({ media: [{ ...film, durationSeconds: 141 }] }),
      ['error x/media/duration'],
    ],
    [
      'a video too short and too small',
      items({ media: [{ ...film, durationSeconds: 0.4, width: 31, height: 40 }] }),
      ['error x/media/duration', 'error x/media/size'],
    ],
    [
      'a video too large and too narrow, with subtitles',
      items({
        media: [
          {
            ...film,
            width: 400,
            height: 1281,
            captions: [{ language: 'en', source: { path: 'en.vtt' } }],
          },
        ],
      }),
      ['warning x/media/captions-lost', 'warning x/media/size', 'error x/media/aspect'],
    ],
    [
      'a large animation',
      items({
        media: [{ ...image, kind: 'animation', mimeType: 'image/gif', width: 1281, height: 1081 }],
      }),
      ['error x/media/size', 'error x/media/size'],
    ],
    [
      'an image of another kind',
      items({ media: [{ ...image, mimeType: 'image/avif' }] }),
      ['error x/media/type'],
    ],
    [
      'a long choice',
      items({ text: 'x', poll: { ...poll, options: ['a', 'b'.repeat(26)] } }),
      ['error x/poll/option-length'],
    ],
    [
      'a poll of votes for several',
      items({ text: 'x', poll: { ...poll, multiple: true } }),
      ['error x/poll/multiple'],
    ],
    [
      'a poll with an image',
      items({ text: 'x', poll, media: [image] }),
      ['error x/poll/with-media'],
    ],
    ['a reply to nothing', items({ text: 'x', role: 'reply' }), ['error x/thread/no-opening']],
    [
      'a warning in own words',
      { ...items({ text: 'x' }), contentWarning: 'food' },
      ['warning x/content-warning/not-shown'],
    ],
    [
      'an answer to a stranger',
      { ...items({ text: 'x' }), replyTo: { id: '1' } },
      ['warning x/reply/summoned-only'],
    ],
  ] satisfies [string, Sketch, string[]][])('%s is found', (_name, draft, expected) => {
    const found = platform
      .check(compose(platform, draft))
      .map(({ rule, severity }) => `${severity} ${rule}`);
    expect(found).toEqual(expected);
  });

  it('is less where the account or the application pays', () => {
    const long = items({ text: 'x'.repeat(25_000) });
    expect(platform.check(compose(platform, long, { facts: { premium: true } }))).toEqual([]);
    const quoting = compose(platform, 'x', { options: { quote: { id: '1' } } });
    expect(platform.check(quoting)).toMatchObject([{ rule: 'x/quote/not-allowed' }]);
    expect(x({ access: 'enterprise' }).check(quoting)).toEqual([]);
  });
});

describe('reading', () => {
  const io = testIo({ accessToken: 'token' });

  it('gives insights under old names and new, and asks for private ones only while they are kept', async () => {
    await using server = await network();
    server.answers['/2/tweets'] = {
      data: [
        {
          id: '1',
          text: '',
          public_metrics: {
            impression_count: 90,
            like_count: 3,
            reply_count: 0,
            retweet_count: 2,
            quote_count: 1,
            bookmark_count: 4,
          },
          non_public_metrics: { url_link_clicks: 5 },
        },
        { id: '2', text: '', public_metrics: { repost_count: 7 } },
      ],
      errors: [{ title: 'Not Found Error', resource_id: '3' }],
    };
    server.answers['/2/users/me'] = {
      data: { id: '1', public_metrics: { followers_count: 120, tweet_count: 7 } },
    };
    const posts = [
      { id: '1', publishedAt: '2027-01-03T08:00:00Z' },
      { id: '2', publishedAt: '2026-01-03T08:00:00Z' },
      { id: '3', publishedAt: '2027-01-03T08:00:00Z' },
    ];
    const readings = await platform.insights(
      { platform: 'x', id: '1', host: server.host },
      posts,
      io,
    );
    expect(readings.map(({ fact, value }) => [fact, value])).toEqual([
      ['impressions', 90],
      ['reactions', 3],
      ['comments', 0],
      ['shares', 2],
      ['quotes', 1],
      ['saves', 4],
      ['linkClicks', 5],
      ['shares', 7],
      ['followers', 120],
      ['posts', 7],
    ]);
    expect(server.received.map(({ search }) => search.get('tweet.fields'))).toEqual([
      'public_metrics,non_public_metrics',
      'public_metrics',
      null,
    ]);
  });

  it('gives answers and mentions, and hides a reply', async () => {
    await using server = await network();
    const reply = {
      ...stored('8', 'Lovely & warm', { reply: { in_reply_to_tweet_id: '1' } }),
      author_id: '9',
      in_reply_to_user_id: '1',
      conversation_id: '1',
      lang: 'en',
    };
    server.answers['/2/users/1/mentions'] = {
      data: [reply, { ...stored('7', 'mine'), author_id: '1' }],
      includes: { users: [{ id: '9', username: 'anna', name: 'Anna' }] },
      meta: { next_token: 'more' },
    };
    const account = { platform: 'x', id: '1', host: server.host };
    const page = await platform.inbox.list(account, { since: '2027-01-01T00:00:00+01:00' }, io);
    expect(page).toMatchObject({
      cursor: 'more',
      items: [
        {
          kind: 'reply',
          id: '8',
          text: 'Lovely & warm',
          author: { handle: 'anna' },
          inReplyTo: '1',
          root: { id: '1' },
          language: 'en',
        },
      ],
    });
    expect(page.items).toHaveLength(1);
    expect(server.received[0]?.search.get('start_time')).toBe('2026-12-31T23:00:00Z');
    await platform.inbox.hide(account, page.items[0] as InboxItem, io);
    expect(server.received.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/2/tweets/8/hidden',
      json: { hidden: true },
    });
    await platform.inbox.unhide(account, { id: '8' }, io);
    expect(server.received.at(-1)).toMatchObject({ json: { hidden: false } });
  });
});
