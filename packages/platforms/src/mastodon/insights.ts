import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { z } from 'zod';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { api, diagnoseApi, readApi } from './api.ts';
import { askOwnAccount } from './own-account.ts';
import { Status } from './wire.ts';

// As many as servers answer at once.
const pageSize = 20;

/** What posts and the account achieved. Mastodon counts reactions, and tells nobody about views. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < posts.length; start += pageSize) {
    const page = posts.slice(start, start + pageSize);
    const statuses =
      (await readTogether(account, page, io)) ?? (await readApart(account, page, io));
    readings.push(...page.flatMap((post) => readingsOf(account, post, statuses, io)));
  }
  return [...readings, ...(await readAccount(account, io))];
}

/** Many posts in one call: since version 4.3, and not on every fork. */
async function readTogether(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Status[] | undefined> {
  if (posts.length < 2) return undefined;
  const call = {
    method: 'get',
    path: '/api/v1/statuses',
    search: { 'id[]': posts.map(({ id }) => id) },
    answer: z.array(Status),
    timeoutSeconds: 30,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  const diagnosis = diagnoseApi(answer, call, io);
  if (['rate-limited', 'auth-expired', 'not-sent'].includes(diagnosis.failure.kind)) {
    throw platformError(diagnosis);
  }
  return undefined;
}

async function readApart(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Status[]> {
  const found: Status[] = [];
  for (const { id } of posts) {
    const call = {
      method: 'get',
      path: `/api/v1/statuses/${encodeURIComponent(id)}`,
      endpoint: '/api/v1/statuses/:id',
      answer: Status,
      timeoutSeconds: 30,
    } as const;
    const answer = await api(account, call, io);
    if (answer.outcome === 'answered') {
      found.push(answer.body);
      continue;
    }
    const diagnosis = diagnoseApi(answer, call, io);
    // One deleted post must not hide the numbers of the others.
    if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
  }
  return found;
}

function readingsOf(
  account: Account,
  post: PublishedPost,
  statuses: readonly Status[],
  io: PlatformIo,
): Reading[] {
  const status = statuses.find(({ id }) => id === post.id);
  if (!status) return [];
  const about = aboutPost(account, post, io);
  return [
    ...countReading('reactions', status.favourites_count, about),
    ...countReading('comments', status.replies_count, about),
    ...countReading('shares', status.reblogs_count, about),
    ...countReading('quotes', status.quotes_count, about),
  ];
}

async function readAccount(account: Account, io: PlatformIo): Promise<Reading[]> {
  const { followers_count, statuses_count } = await readApi(account, askOwnAccount, io);
  const about = aboutAccount(account, io);
  return [
    ...countReading('followers', followers_count, about),
    ...countReading('posts', statuses_count, about),
  ];
}
