import {
  type Account,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { callGraph, diagnoseGraph, readGraph } from '../meta/graph.ts';
import { askMetrics } from '../meta/metrics.ts';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import { alive, pageMetrics, postMetrics } from './metrics.ts';
import { Counts, Page } from './wire.ts';

const windowDays = 28;

/** What posts and the page achieved. A post that is gone has no readings. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  setup: Setup,
): Promise<Reading[]> {
  const now = instant(io.clock.now());
  const metrics = alive(postMetrics, now);
  const readings: Reading[] = [];
  for (const post of posts) {
    const about = aboutPost(account, post, io);
    const values = await askMetrics(
      facebookNetwork,
      account,
      {
        path: pathOf(post.id, 'insights'),
        endpoint: '/:object/insights',
        version: setup.version,
        search: { period: 'lifetime' },
      },
      metrics,
      io,
    );
    const counts = await readCounts(account, post.id, io, setup);
    readings.push(
      ...metrics.flatMap(({ name, fact }) => countReading(fact, values.get(name)?.at(-1), about)),
      ...Object.entries(counts).flatMap(([fact, value]) => countReading(fact, value, about)),
    );
  }
  return [...readings, ...(await readPage(account, io, setup))];
}

/** The counts that everybody sees. */
async function readCounts(
  account: Account,
  id: string,
  io: PlatformIo,
  { version }: Setup,
): Promise<Record<string, number | undefined>> {
  const call = {
    method: 'get',
    path: pathOf(id),
    endpoint: '/:object',
    search: {
      fields: 'shares,reactions.summary(true).limit(0),comments.summary(true).limit(0)',
    },
    version,
    answer: Counts,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome === 'answered') {
    const { shares, reactions, comments } = answer.body;
    return {
      reactions: reactions?.summary.total_count,
      comments: comments?.summary.total_count,
      shares: shares?.count,
    };
  }
  const diagnosis = diagnoseGraph(facebookNetwork, answer, call, io);
  if (diagnosis.failure.kind === 'gone') return {};
  throw platformError(diagnosis);
}

async function readPage(account: Account, io: PlatformIo, { version }: Setup): Promise<Reading[]> {
  const about = aboutAccount(account, io);
  const { followers_count: followers } = await readGraph(
    facebookNetwork,
    account,
    {
      method: 'get',
      path: pathOf(account.id),
      endpoint: '/:page',
      search: { fields: 'id,followers_count' },
      version,
      answer: Page,
      timeoutSeconds: 30,
    },
    io,
  );
  const to = io.clock.now();
  const from = to - windowDays * 86_400_000;
  const window = { from: instant(from), to: instant(to) };
  const readings = countReading('followers', followers, about);
  for (const period of ['day', 'days_28'] as const) {
    const metrics = alive(pageMetrics, instant(to)).filter((each) => each.period === period);
    const values = await askMetrics(
      facebookNetwork,
      account,
      {
        path: pathOf(account.id, 'insights'),
        endpoint: '/:object/insights',
        version,
        search: { period, since: Math.floor(from / 1000), until: Math.floor(to / 1000) },
      },
      metrics,
      io,
    );
    for (const { name, fact, scope = 'organic', level = period !== 'day' } of metrics) {
      // The page itself says how many follow it now.
      if (fact === 'followers' && followers !== undefined) continue;
      const days = values.get(name);
      const value = level ? days?.at(-1) : days?.reduce((sum, each) => sum + each, 0);
      const counted = countReading(fact, value, about);
      readings.push(...counted.map((each) => ({ ...each, scope, window })));
    }
  }
  return readings;
}
