import {
  type Account,
  epochMilliseconds,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { readX } from './api.ts';
import type { XSettings } from './settings.ts';
import { Me, type Post, Posts } from './wire.ts';

// The most posts that one call names.
const pageSize = 100;
// What only the author may see is kept for 30 days; asking for older posts fails the whole call.
const privateDays = 29;

/** What posts and the account achieved. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  settings: XSettings,
): Promise<Reading[]> {
  const young = io.clock.now() - privateDays * 86_400_000;
  const recent = posts.filter(({ publishedAt }) => epochMilliseconds(publishedAt) >= young);
  const older = posts.filter(({ publishedAt }) => epochMilliseconds(publishedAt) < young);
  const readings: Reading[] = [];
  for (const [group, fields] of [
    [recent, 'public_metrics,non_public_metrics'],
    [older, 'public_metrics'],
  ] as const) {
    for (let start = 0; start < group.length; start += pageSize) {
      const page = group.slice(start, start + pageSize);
      const found = await readPosts(account, page, fields, io, settings);
      readings.push(...page.flatMap((post) => readingsOf(account, post, found, io)));
    }
  }
  return [...readings, ...(await readAccount(account, io))];
}

async function readPosts(
  account: Account,
  posts: readonly PublishedPost[],
  fields: string,
  io: PlatformIo,
  { fieldDialect = 'tweet' }: XSettings,
): Promise<Post[]> {
  const ids = posts.map(({ id }) => id).join(',');
  const search = { ids, [`${fieldDialect}.fields`]: fields };
  const { data } = await readX(
    account,
    { method: 'get', path: '/2/tweets', search, answer: Posts, timeoutSeconds: 30 },
    io,
  );
  return data;
}

function readingsOf(
  account: Account,
  post: PublishedPost,
  found: readonly Post[],
  io: PlatformIo,
): Reading[] {
  const seen = found.find(({ id }) => id === post.id);
  if (!seen) return [];
  const { public_metrics: open = {}, non_public_metrics: own = {} } = seen;
  const about = aboutPost(account, post, io);
  return [
    ...countReading('impressions', open.impression_count, about),
    ...countReading('reactions', open.like_count, about),
    ...countReading('comments', open.reply_count, about),
    ...countReading('shares', open.retweet_count ?? open.repost_count, about),
    ...countReading('quotes', open.quote_count, about),
    ...countReading('saves', open.bookmark_count, about),
    ...countReading('linkClicks', own.url_link_clicks, about),
    ...countReading('profileVisits', own.user_profile_clicks, about),
    ...countReading('interactions', own.engagements, about),
  ];
}

async function readAccount(account: Account, io: PlatformIo): Promise<Reading[]> {
  const { data } = await readX(
    account,
    {
      method: 'get',
      path: '/2/users/me',
      search: { 'user.fields': 'public_metrics' },
      answer: Me,
      timeoutSeconds: 30,
    },
    io,
  );
  const about = aboutAccount(account, io);
  const { followers_count: followers, tweet_count, post_count } = data.public_metrics ?? {};
  return [
    ...countReading('followers', followers, about),
    ...countReading('posts', tweet_count ?? post_count, about),
  ];
}
