import type { Account, PlatformIo, Reading } from '@affiche/core';
import { z } from 'zod';
import type { GraphCall } from '../meta/graph.ts';
import { type About, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';

/** Where metrics are asked for. */
export type MetricsAddress = Pick<GraphCall<unknown>, 'path' | 'endpoint' | 'version' | 'search'>;

const Following = z.object({
  data: z.array(
    z.object({
      total_value: z.object({
        breakdowns: z
          .array(
            z.object({
              results: z.array(
                z.object({ dimension_values: z.array(z.string()), value: z.int().nonnegative() }),
              ),
            }),
          )
          .default([]),
      }),
    }),
  ),
});

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
    answer: Following,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome === 'answered') {
    return answer.body.data
      .flatMap(({ total_value: total }) => total.breakdowns.flatMap(({ results }) => results))
      .flatMap(({ dimension_values: [who = ''], value }) =>
        facts[who] === undefined ? [] : countReading(facts[who], value, about),
      );
  }
  const diagnosis = diagnoseInstagram(answer, call, io);
  if (diagnosis.failure.kind === 'invalid') return [];
  throw platformError(diagnosis);
}
