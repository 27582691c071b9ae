import {
  type Account,
  epochMilliseconds,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callThreads, diagnoseThreads, type ThreadsCall } from './api.ts';
import { accountMetrics, type Metric, postMetrics } from './metrics.ts';
import { Metrics } from './wire.ts';

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
  for (const { name, fact, since } of accountMetrics) {
    const from = Math.max(
      to - windowDays * 86_400_000,
      since === undefined ? 0 : epochMilliseconds(since),
    );
    if (from >= to) continue;
    const search = { since: Math.floor(from / 1000), until: Math.floor(to / 1000) };
    const values = await ask(account, { ...where, search }, [{ name, fact }], io);
    const window = { from: instant(from), to: instant(to) };
    readings.push(
      ...countReading(fact, values.get(name), about).map((each) => ({ ...each, window })),
    );
  }
  return readings;
}

type Where = Pick<ThreadsCall<Metrics>, 'path' | 'endpoint' | 'version' | 'search'>;

/** Asks for metrics together, and one by one where the network has given up any of them. */
async function ask(
  account: Account,
  where: Where,
  metrics: readonly Metric[],
  io: PlatformIo,
): Promise<Map<string, number>> {
  const call = {
    ...where,
    method: 'get',
    search: { ...where.search, metric: metrics.map(({ name }) => name).join(',') },
    answer: Metrics,
    timeoutSeconds: 30,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome === 'answered') return valuesOf(answer.body);
  const diagnosis = diagnoseThreads(answer, call, io);
  const { kind } = diagnosis.failure;
  if (kind === 'gone') return new Map();
  if (kind !== 'invalid') throw platformError(diagnosis);
  if (metrics.length === 1) return new Map();
  const parts: [string, number][] = [];
  for (const metric of metrics) parts.push(...(await ask(account, where, [metric], io)));
  return new Map(parts);
}

/** Series are summed; what is missing stays missing. */
function valuesOf({ data }: Metrics): Map<string, number> {
  return new Map(
    data.flatMap(({ name, values, total_value: total, link_total_values: links }) => {
      const counts = total ? [total.value] : (values ?? links ?? []).map(({ value }) => value);
      const known = counts.filter((value) => value !== undefined);
      return known.length === 0
        ? []
        : [[name, known.reduce((sum, value) => sum + value, 0)] as [string, number]];
    }),
  );
}
