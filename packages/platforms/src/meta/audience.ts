import type { Account, PlatformIo } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { Breakdowns, partsOf } from './breakdowns.ts';
import { metaErrors } from './errors.ts';
import { callGraph, diagnoseGraph, type GraphNetwork } from './graph.ts';
import { defaultVersion } from './versions.ts';

/** Of whom, and by what. */
export interface MetaAudienceQuestion {
  readonly by: 'country' | 'city' | 'age' | 'gender';
  /**
   * Those who follow, or, on Instagram alone, those who did something in the last 30 days.
   *
   * @defaultValue 'followers'
   */
  readonly of?: 'followers' | 'engaged';
  /**
   * The version of the interface.
   *
   * @defaultValue 'v25.0' for Instagram, 'v1.0' for Threads
   */
  readonly version?: string;
}

/** How many people are of one country, city, age or gender. */
export interface MetaAudiencePart {
  /** In the network's words: `FR`, `Paris, Île-de-France`, `25-34`, `F`. */
  readonly part: string;
  readonly people: number;
}

/**
 * Who follows an account of Instagram or Threads, or who did something there: for audiences and for the
 * zones in which they live. Networks tell it from 100 people on, and then of the largest 45 parts; below
 * that there are none.
 *
 * ```ts
 * import { metaAudience } from '@affiche/platforms/meta';
 *
 * typeof metaAudience; // => 'function'
 * ```
 *
 * @throws PlatformError `platform-call-failed`
 * @see {@link https://developers.facebook.com/docs/instagram-platform/insights | Meta: Instagram insights} (2026-11-21)
 */
export async function metaAudience(
  account: Account,
  { by, of = 'followers', version }: MetaAudienceQuestion,
  io: PlatformIo,
): Promise<MetaAudiencePart[]> {
  const isThreads = account.platform === 'threads';
  const network: GraphNetwork = {
    host: isThreads ? 'graph.threads.net' : 'graph.instagram.com',
    errors: metaErrors,
    // Only what the headers say of it counts.
    requestPoints: 48_000,
  };
  const edge = isThreads ? 'threads_insights' : 'insights';
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(account.id)}/${edge}`,
    endpoint: `/:user/${edge}`,
    version: version ?? (isThreads ? 'v1.0' : defaultVersion),
    search: {
      metric: of === 'engaged' ? 'engaged_audience_demographics' : 'follower_demographics',
      breakdown: by,
      ...(!isThreads && { period: 'lifetime', metric_type: 'total_value' }),
      ...(of === 'engaged' && { timeframe: 'last_30_days' }),
    },
    answer: Breakdowns,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(network, account, call, io);
  if (answer.outcome === 'answered') {
    return partsOf(answer.body).map(({ part, value: people }) => ({ part, people }));
  }
  const diagnosis = diagnoseGraph(network, answer, call, io);
  if (diagnosis.failure.kind === 'invalid') return [];
  throw platformError(diagnosis);
}
