import {
  type Account,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { askMetrics } from '../meta/metrics.ts';
import { type About, aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram, instagramNetwork } from './api.ts';
import { readIdentity } from './identity.ts';
import { type MetricsAddress, readFollowing } from './following.ts';
import { accountMetrics, type Metric, postMetrics } from './metrics.ts';
import { Medium } from './wire.ts';

const windowDays = 28;

/** What posts and the account achieved. A post that is gone has no readings, as a story after a day. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) readings.push(...(await readPost(account, post, io, instagram)));
  return [...readings, ...(await readAccount(account, io, instagram))];
}

async function readPost(
  account: Account,
  post: PublishedPost,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reading[]> {
  const path = `/${encodeURIComponent(post.id)}`;
  const call = {
    method: 'get',
    path,
    endpoint: '/:media',
    search: { fields: 'id,media_type,media_product_type,like_count,comments_count' },
    answer: Medium,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseInstagram(answer, call, io);
    if (diagnosis.failure.kind === 'gone') return [];
    throw platformError(diagnosis);
  }
  const { media_product_type: kind = 'FEED', like_count: likes, comments_count } = answer.body;
  const about = aboutPost(account, post, io);
  const where = {
    path: `${path}/insights`,
    endpoint: '/:media/insights',
    version: instagram.version,
  };
  const asked = postMetrics[kind] ?? postMetrics['FEED'] ?? [];
  const readings = await ask(account, where, { metrics: asked, about }, io, instagram);
  // These two everybody sees, so that they are there even where insights are not.
  const seen = [
    ...countReading('reactions', likes, about),
    ...countReading('comments', comments_count, about),
  ].filter(({ fact }) => readings.every((each) => each.fact !== fact));
  return [...readings, ...seen];
}

async function readAccount(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reading[]> {
  const about = aboutAccount(account, io);
  const to = io.clock.now();
  const from = to - windowDays * 86_400_000;
  const identity = await readIdentity(account, io, instagram);
  const where = {
    path: `/${encodeURIComponent(account.id)}/insights`,
    endpoint: '/:user/insights',
    version: instagram.version,
    search: {
      period: 'day',
      metric_type: 'total_value',
      since: Math.floor(from / 1000),
      until: Math.floor(to / 1000),
    },
  };
  const counted = [
    ...(await ask(account, where, { metrics: accountMetrics, about }, io, instagram)),
    ...(await readFollowing(account, where, about, io, instagram)),
  ];
  const window = { from: instant(from), to: instant(to) };
  return [
    ...countReading('followers', identity.followers_count, about),
    ...countReading('posts', identity.media_count, about),
    ...counted.map((each) => ({ ...each, window })),
  ];
}

/** Asks for what the network still gives; what it has retired is not asked for. */
async function ask(
  account: Account,
  where: MetricsAddress,
  { metrics, about }: { readonly metrics: readonly Metric[]; readonly about: About },
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reading[]> {
  const today = instant(io.clock.now()).slice(0, 10);
  const current = metrics.filter(({ until }) => until === undefined || today < until);
  const network = instagramNetwork(account, instagram);
  const values = await askMetrics(network, account, where, current, io);
  return current.flatMap(({ name, fact, factor = 1 }) => {
    // A series is summed; what is missing stays missing.
    const value = values.get(name)?.reduce((sum, each) => sum + each, 0);
    return countReading(fact, value === undefined ? undefined : value * factor, about);
  });
}
