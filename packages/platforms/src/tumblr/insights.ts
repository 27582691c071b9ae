import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { ofBlog, tumblr } from './api.ts';
import { Followers, Notes } from './wire.ts';

/** The facts that readings of Tumblr are about. */
export const tumblrFacts = ['reactions', 'shares', 'followers'] as const;

/** Likes and reblogs of posts, and who follows. A post that is gone has none. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) readings.push(...(await readPost(account, post, io)));
  const { response } = await tumblr.read(
    account,
    { ...ofBlog(account.id, 'followers'), search: { limit: 1 }, answer: Followers },
    io,
  );
  const about = aboutAccount(account, io);
  return [...readings, ...countReading('followers', response.total_users, about)];
}

async function readPost(account: Account, post: PublishedPost, io: PlatformIo): Promise<Reading[]> {
  const call = {
    method: 'get',
    ...ofBlog(account.id, 'notes'),
    search: { id: post.id, mode: 'conversation' },
    answer: Notes,
    timeoutSeconds: 30,
  } as const;
  const answer = await tumblr.call(account, call, io);
  if (answer.outcome !== 'answered') {
    const diagnosis = tumblr.diagnose(answer, call, io);
    if (diagnosis.failure.kind === 'gone') return [];
    throw platformError(diagnosis);
  }
  const { total_likes: likes, total_reblogs: reblogs } = answer.body.response;
  const about = aboutPost(account, post, io);
  return [...countReading('reactions', likes, about), ...countReading('shares', reblogs, about)];
}
