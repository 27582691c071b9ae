import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Random } from '@affiche/core';
import type { PostObservation } from '@affiche/schedule';

const file = new URL('data/reddit-top-2013/posts.csv.gz', import.meta.url);
const week = 7 * 86_400_000;

/** What was known before this moment teaches; what came after judges. */
export const cut = '2013-02-01T00:00:00Z';

/** The posts of each subreddit, in order of time. */
export function redditPosts(): Map<string, PostObservation[]> {
  const accounts = new Map<string, PostObservation[]>();
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  lines.slice(1).forEach((line, index) => {
    const [account = '', created, score, comments, isSelf, length] = line.split(',');
    const post: PostObservation = {
      id: String(index),
      account,
      platform: 'reddit',
      publishedAt: instant(Number(created) * 1000),
      measuredAt: '2013-08-20T00:00:00Z',
      metrics: { reactions: Math.max(0, Number(score)), comments: Number(comments) },
      contentType: isSelf === '1' ? 'self' : 'link',
      length: Number(length),
    };
    const own = accounts.get(account);
    if (own) own.push(post);
    else accounts.set(account, [post]);
  });
  for (const [account, posts] of accounts) accounts.set(account, inOrder(posts));
  return accounts;
}

/** Gives the posts of an account each other's hours of the week, by chance: whatever was true no longer is. */
export function shuffleHours(posts: readonly PostObservation[], random: Random): PostObservation[] {
  const hours = posts.map(({ publishedAt }) => Date.parse(publishedAt) % week);
  for (let last = hours.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [hours[last], hours[other]] = [hours[other] ?? 0, hours[last] ?? 0];
  }
  return inOrder(
    posts.map((post, index) => {
      const moment = Date.parse(post.publishedAt);
      return { ...post, publishedAt: instant(moment - (moment % week) + (hours[index] ?? 0)) };
    }),
  );
}

function inOrder(posts: readonly PostObservation[]): PostObservation[] {
  return posts.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
}

function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
