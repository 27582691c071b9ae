import { Draft, Reading } from '@affiche/core';
import { readGooglePlusTakeout, type TakeoutFile } from '@affiche/platforms/takeout';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const asOf = '2019-03-01T00:00:00.000Z';
const url = 'https://plus.google.com/+Bakery/posts/abc';
const post = {
  url,
  creationTime: '2017-03-04 18:30:00+0100',
  updateTime: '2017-03-05 09:00:00+0100',
  author: { displayName: 'Bakery' },
  content: 'New <b>boots</b> &amp; more<br>Come in',
  link: { title: 'Boots', url: 'https://example.com/p/1', imageUrl: 'https://example.com/x.jpg' },
  plusOnes: [{ plusOner: { displayName: 'Ada' } }, { plusOner: { displayName: 'Bob' } }],
  reshares: [{ resharer: { displayName: 'Cleo' } }],
  comments: [
    {
      creationTime: '2017-03-04 19:00:00+0100',
      author: { displayName: 'Ada', resourceName: 'users/1' },
      content: 'Lovely',
    },
  ],
  postAcl: { visibleToStandardAcl: { circles: [{ type: 'CIRCLE_TYPE_PUBLIC' }] } },
};

function read(content: unknown, others: readonly TakeoutFile[] = [], path = '20170304 - New.json') {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readGooglePlusTakeout([{ path, text }, ...others], { asOf });
}

it('reads a post, its +1s, comments and reshares', () => {
  const { posts, readings, findings } = read(post);
  expect(findings).toEqual([]);
  expect(posts).toMatchObject([
    {
      audience: 'public',
      publishedAt: '2017-03-04T17:30:00.000Z',
      url,
      draft: {
        id: url,
        items: [
          {
            text: 'New boots & more\nCome in',
            link: { url: 'https://example.com/p/1', title: 'Boots' },
          },
        ],
      },
      comments: [{ text: 'Lovely', author: { id: 'users/1', handle: 'Ada' }, inReplyTo: url }],
    },
  ]);
  expect(Draft.parse(posts[0]?.draft)).toEqual(posts[0]?.draft);
  expect(readings.map(({ fact, value }) => [fact, value])).toEqual([
    ['reactions', 2],
    ['comments', 1],
    ['shares', 1],
  ]);
  for (const reading of readings) expect(Reading.parse(reading)).toEqual(reading);
});

it('reads a poll, an album and somebody else’s post; missing counts are not zero', () => {
  const file = {
    localFilePath: '2017/ü boots.jpg',
    contentType: 'image/jpeg',
    description: 'Boots',
  };
  const { posts, readings, findings } = read(
    {
      creationTime: '2017-03-04 18:30:00+0100',
      album: { media: [file, { localFilePath: 'gone.png' }] },
      poll: { totalVotes: '7', choices: [{ description: 'Brown' }, { description: 'Black' }] },
      resharedPost: { author: { displayName: 'Ada' }, content: '<p>Old</p>' },
    },
    // A program that knew no UTF-8 unpacked it.
    [{ path: 'Posts/?? boots.jpg', bytes: 12 }],
  );
  expect(posts[0]).toMatchObject({
    audience: 'private',
    reshared: { author: 'Ada', text: 'Old' },
    draft: {
      items: [
        {
          text: '– Brown\n– Black',
          media: [{ source: { path: 'Posts/?? boots.jpg' }, bytes: 12, alt: 'Boots' }],
        },
      ],
    },
  });
  expect(readings.map(({ fact, value }) => [fact, value])).toEqual([['votes', 7]]);
  expect(findings.map(({ rule }) => rule)).toEqual(['takeout/media/missing']);
});

describe('a post', () => {
  it.each([
    ['for a circle', { visibleToStandardAcl: { circles: [{ type: 'CIRCLE_TYPE_USER_CIRCLE' }] } }],
    ['for a collection', { collectionAcl: { collection: { displayName: 'Boots' } } }],
    ['for a community', { communityAcl: { community: { displayName: 'Boots' } } }],
    ['of which nothing is said', undefined],
  ])('%s stays private', (_name, postAcl) => {
    expect(read({ ...post, postAcl }).posts[0]?.audience).toBe('private');
  });

  it.each([
    ['no JSON', '{"creationTime": '],
    ['a list', '[]'],
    ['without its time', JSON.stringify({ content: 'x' })],
    ['of no time', JSON.stringify({ ...post, creationTime: 'yesterday' })],
  ])('%s is a finding with the file’s name', (_name, text) => {
    const { posts, findings } = read(text);
    expect(posts).toEqual([]);
    expect(findings).toMatchObject([
      { rule: 'takeout/post/unreadable', path: ['20170304 - New.json'] },
    ]);
  });
});

it('takes whatever a file holds, and passes over what is no post', () => {
  const csv = { path: 'Photos/boots.jpg.metadata.csv', text: 'title,url' };
  expect(readGooglePlusTakeout([csv], { asOf })).toEqual({ posts: [], readings: [], findings: [] });
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, content) => {
      const { posts, findings } = read({ ...post, link: value, media: value, content });
      expect(posts.length + findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});
