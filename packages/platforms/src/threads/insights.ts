import {
  type Account,
  epochMilliseconds,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { askMetrics } from '../meta/metrics.ts';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { type ThreadsCall, threadsNetwork } from './api.ts';
import { accountMetrics, firstDay, type Metric, postMetrics } from './metrics.ts';

const windowDays = 28;

/** What posts and the account achieved. A post that is gone has no readings. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  version: string | undefined,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) {
    const about = aboutPost(account, post, io);
    const path = `/${encodeURIComponent(post.id)}/insights`;
    const values = await ask(
      account,
      { path, endpoint: '/:media/insights', version },
      postMetrics,
      io,
    );
    readings.push(
      ...postMetrics.flatMap(({ name, fact }) => countReading(fact, values.get(name), about)),
    );
  }
  return [...readings, ...(await readAccount(account, io, version))];
}

async function readAccount(
  account: Account,
  io: PlatformIo,
  version: string | undefined,
): Promise<Reading[]> {
  const about = aboutAccount(account, io);
  const to = io.clock.now();
  const where = {
    path: `/${encodeURIComponent(account.id)}/threads_insights`,
    endpoint: '/:user/threads_insights',
    version,
  };
  const standing = await ask(account, where, [{ name: 'followers_count', fact: 'followers' }], io);
  const readings = countReading('followers', standing.get('followers_count'), about);
  const from = Math.max(to - windowDays * 86_400_000, epochMilliseconds(firstDay));
  if (from >= to) return readings;
  const search = { since: Math.floor(from / 1000), until: Math.floor(to / 1000) };
  const values = await ask(account, { ...where, search }, accountMetrics, io);
  const window = { from: instant(from), to: instant(to) };
  const counted = accountMetrics.flatMap(({ name, fact }) =>
    countReading(fact, values.get(name), about),
  );
  return [...readings, ...counted.map((each) => ({ ...each, window }))];
}

/** Series are summed; what is missing stays missing. */
async function ask(
  account: Account,
  { version = 'v1.0', ...where }: Where,
  metrics: readonly Metric[],
  io: PlatformIo,
): Promise<Map<string, number>> {
  const values = await askMetrics(threadsNetwork, account, { ...where, version }, metrics, io);
  return new Map(
    Array.from(values, ([name, numbers]) => [name, numbers.reduce((sum, each) => sum + each, 0)]),
  );
}

type Where = Omit<ThreadsCall<unknown>, 'method' | 'answer' | 'timeoutSeconds'>;
