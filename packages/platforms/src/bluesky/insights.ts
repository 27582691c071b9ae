import {
  type Account,
  accountKey,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { countReading } from '../count-reading.ts';
import { repositoryOf } from './put-record.ts';
import { PostViews, Profile } from './wire.ts';
import { readXrpc } from './xrpc.ts';

// The most posts that one call names.
const pageSize = 25;

/** What posts and the account achieved. Bluesky counts reactions, and tells nobody about views. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings = [];
  for (let start = 0; start < posts.length; start += pageSize) {
    readings.push(...(await readPosts(account, posts.slice(start, start + pageSize), io)));
  }
  return [...readings, ...(await readAccount(account, io))];
}

async function readPosts(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const { posts: views } = await readXrpc(
    account,
    {
      method: 'app.bsky.feed.getPosts',
      search: { uris: posts.map(({ id }) => id) },
      answer: PostViews,
      timeoutSeconds: 30,
    },
    io,
  );
  const asOf = instant(io.clock.now());
  return posts.flatMap((post) => {
    const view = views.find(({ uri }) => uri === post.id);
    if (!view) return [];
    const subject = {
      kind: 'post' as const,
      id: post.id,
      platform: account.platform,
      account: accountKey(account),
      ...(post.publication !== undefined && { publication: post.publication }),
    };
    const about = { subject, asOf, source: 'bluesky', publishedAt: post.publishedAt };
    return [
      ...countReading('reactions', view.likeCount, about),
      ...countReading('comments', view.replyCount, about),
      ...countReading('shares', view.repostCount, about),
      ...countReading('quotes', view.quoteCount, about),
      ...countReading('saves', view.bookmarkCount, about),
    ];
  });
}

async function readAccount(account: Account, io: PlatformIo): Promise<Reading[]> {
  const { followersCount, postsCount } = await readXrpc(
    account,
    {
      method: 'app.bsky.actor.getProfile',
      search: { actor: repositoryOf(account, io) },
      answer: Profile,
      timeoutSeconds: 30,
    },
    io,
  );
  const subject = {
    kind: 'account' as const,
    id: accountKey(account),
    platform: account.platform,
    account: accountKey(account),
  };
  const about = { subject, asOf: instant(io.clock.now()), source: 'bluesky' };
  return [
    ...countReading('followers', followersCount, about),
    ...countReading('posts', postsCount, about),
  ];
}
