import type { Account, PlatformIo, Reading } from '@affiche/core';
import { Breakdowns, partsOf } from '../meta/breakdowns.ts';
import type { GraphCall } from '../meta/graph.ts';
import { type About, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';

/** Where metrics are asked for. */
export type MetricsAddress = Pick<GraphCall<unknown>, 'path' | 'endpoint' | 'version' | 'search'>;

const facts: Readonly<Record<string, string>> = {
  FOLLOWER: 'follows',
  NON_FOLLOWER: 'unfollows',
};

/** Who came and who went. The network tells small accounts nothing of it. */
export async function readFollowing(
  account: Account,
  where: MetricsAddress,
  about: About,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reading[]> {
  const call = {
    ...where,
    method: 'get',
    search: { ...where.search, metric: 'follows_and_unfollows', breakdown: 'follow_type' },
    answer: Breakdowns,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome === 'answered') {
    return partsOf(answer.body).flatMap(({ part, value }) =>
      facts[part] === undefined ? [] : countReading(facts[part], value, about),
    );
  }
  const diagnosis = diagnoseInstagram(answer, call, io);
  if (diagnosis.failure.kind === 'invalid') return [];
  throw platformError(diagnosis);
}
