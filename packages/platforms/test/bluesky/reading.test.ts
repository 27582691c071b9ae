import { accountKey, type InboxItem } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { testIo } from '../platform-io.ts';
import { did, pds, stranger } from './pds.ts';

const platform = bluesky();
const credentials = { accessJwt: 'access-1', did };
const root = `at://${did}/app.bsky.feed.post/3k2yihcrp6f2c`;
const reply = `at://${stranger}/app.bsky.feed.post/3k2yihcrp6f2d`;
const cid = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy';

describe('insights', () => {
  it('are readings of what the network counts, and of nothing that it leaves out', async () => {
    await using server = await pds();
    Object.assign(server.network, {
      'app.bsky.feed.getPosts': () => ({
        posts: [{ uri: root, likeCount: 3, replyCount: 0, repostCount: 2, quoteCount: 1 }],
      }),
      'app.bsky.actor.getProfile': () => ({ followersCount: 120, postsCount: 7 }),
    });
    const account = { platform: 'bluesky', id: did, host: server.host };
    const posts = [
      { id: root, publication: 'p1', publishedAt: '2027-01-04T08:00:00Z' },
      { id: `${root}x`, publishedAt: '2027-01-04T08:00:00Z' },
    ];
    const readings = await platform.insights(account, posts, testIo(credentials));
    expect(readings.map(({ fact, value }) => [fact, value])).toEqual([
      ['reactions', 3],
      ['comments', 0],
      ['shares', 2],
      ['quotes', 1],
      ['followers', 120],
      ['posts', 7],
    ]);
    expect(readings[0]).toMatchObject({
      subject: { kind: 'post', id: root, publication: 'p1', account: accountKey(account) },
      window: 'lifetime',
      scope: 'organic',
      source: 'bluesky',
    });
  });

  it('ask for many posts at a time', async () => {
    await using server = await pds();
    Object.assign(server.network, {
      'app.bsky.feed.getPosts': () => ({ posts: [] }),
      'app.bsky.actor.getProfile': () => ({}),
    });
    const posts = Array.from({ length: 60 }, (_, index) => ({
      id: `at://${did}/app.bsky.feed.post/${index}`,
      publishedAt: '2027-01-04T08:00:00Z',
    }));
    const account = { platform: 'bluesky', id: did, host: server.host };
    await platform.insights(account, posts, testIo(credentials));
    const sizes = server.received.map(({ search }) => search.getAll('uris').length);
    expect(sizes).toEqual([25, 25, 10, 0]);
  });
});

const notification = (reason: string, indexedAt: string) => ({
  uri: reply,
  cid,
  reason,
  indexedAt,
  author: { did: stranger, handle: 'alice.test', displayName: 'Alice' },
  record: {
    text: 'Lovely',
    langs: ['en'],
    createdAt: indexedAt,
    reply: { root: { uri: root, cid }, parent: { uri: root, cid } },
  },
});

describe('the inbox', () => {
  it('gives answers and mentions, and reads on until the moment asked for', async () => {
    await using server = await pds();
    Object.assign(server.network, {
      'app.bsky.notification.listNotifications': () => ({
        cursor: 'next',
        notifications: [
          notification('like', '2027-01-04T07:00:00Z'),
          notification('reply', '2027-01-04T06:00:00Z'),
        ],
      }),
    });
    const account = { platform: 'bluesky', id: did, host: server.host };
    const io = testIo(credentials);
    expect(await platform.inbox.list(account, {}, io)).toMatchObject({
      cursor: 'next',
      items: [
        {
          kind: 'reply',
          id: reply,
          version: cid,
          text: 'Lovely',
          language: 'en',
          author: { id: stranger, handle: 'alice.test', name: 'Alice' },
          inReplyTo: root,
          root: { id: root, version: cid },
        },
      ],
    });
    const late = await platform.inbox.list(account, { since: '2027-01-04T06:30:00Z' }, io);
    expect(late).toEqual({ items: [] });
  });

  it('hides a reply under our thread once, and keeps who may answer', async () => {
    await using server = await pds();
    const gate = `at://${did}/app.bsky.feed.threadgate/3k2yihcrp6f2c`;
    server.records.set(gate, {
      cid,
      value: {
        $type: 'app.bsky.feed.threadgate',
        post: root,
        createdAt: '2027-01-04T06:00:00.000Z',
        allow: [],
      },
    });
    const account = { platform: 'bluesky', id: did, host: server.host };
    const item: InboxItem = {
      kind: 'reply',
      id: reply,
      author: { id: stranger, handle: 'alice.test' },
      text: 'rude',
      createdAt: '2027-01-04T06:00:00Z',
      inReplyTo: root,
      root: { id: root },
    };
    await platform.inbox.hide(account, item, testIo(credentials));
    await platform.inbox.hide(account, item, testIo(credentials));
    expect(server.records.get(gate)?.value).toMatchObject({ allow: [], hiddenReplies: [reply] });
  });

  it('cannot hide a reply in a thread of somebody else', async () => {
    const account = { platform: 'bluesky', id: did, host: '127.0.0.1:1' };
    const item: InboxItem = {
      kind: 'reply',
      id: reply,
      author: { id: stranger, handle: 'alice.test' },
      text: '',
      createdAt: '2027-01-04T06:00:00Z',
      root: { id: reply },
    };
    await expect(platform.inbox.hide(account, item, testIo(credentials))).rejects.toMatchObject({
      code: 'not-our-thread',
    });
  });
});
