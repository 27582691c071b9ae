import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
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
  return posts.flatMap((post) => {
    const view = views.find(({ uri }) => uri === post.id);
    if (!view) return [];
    const about = aboutPost(account, post, io);
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
  const about = aboutAccount(account, io);
  return [
    ...countReading('followers', followersCount, about),
    ...countReading('posts', postsCount, about),
  ];
}
