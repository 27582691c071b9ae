import {
  type Account,
  type Failure,
  instant,
  type Instant,
  PlatformError,
  type PlatformIo,
  type Reading,
} from '@affiche/core';
import { momentOf } from './moment.ts';
import type { PostRecord } from './outbox/entry.ts';
import type { RunnerContext } from './runner/context.ts';
import { askPlatform } from './runner/platform-call.ts';
import { standStill } from './stand-still.ts';

/** Whose posts to measure. */
export interface CollectOptions {
  /** Posts published at or after this moment. */
  readonly since: Instant;
  readonly signal?: AbortSignal;
  /**
   * Told of an account that could not be read, after which the others go on.
   *
   * @defaultValue the first such account throws
   */
  readonly onFailure?: (account: Account, failure: Failure) => void;
}

/** Asks every platform what our posts achieved so far, within its budgets. */
export async function collectReadings(
  context: RunnerContext,
  { since, signal, onFailure }: CollectOptions,
): Promise<Reading[]> {
  const posts = await context.outbox.posts({ since: momentOf(since, 'since') });
  const readings: Reading[] = [];
  for (const [key, published] of Map.groupBy(posts, ({ account }) => account)) {
    const [entry] = await context.outbox.find(
      published.slice(0, 1).map((post) => post.publication),
    );
    if (!entry) continue;
    const { account } = entry.publication;
    const result = await readAccount(context, account, published, signal);
    if (!('kind' in result)) {
      readings.push(...result);
      continue;
    }
    if (!onFailure) {
      throw new PlatformError('not-collected', {
        message: `The figures of ${key} could not be read: ${result.message}`,
        hint: result.hint ?? 'Try again later, or pass onFailure to go on without this account.',
        details: { account: key, failure: result },
      });
    }
    onFailure(account, result);
  }
  return readings;
}

async function readAccount(
  context: RunnerContext,
  account: Account,
  posts: readonly PostRecord[],
  signal: AbortSignal | undefined,
): Promise<Reading[] | Failure> {
  const platform = context.platforms.get(account.platform);
  if (!platform?.insights) return [];
  const published = posts.map((post) => ({
    publication: post.publication,
    id: post.id,
    ...(post.url === undefined ? {} : { url: post.url }),
    publishedAt: instant(post.publishedAt),
  }));
  const ask = (io: PlatformIo) =>
    platform.insights?.(account, published, io) ?? Promise.resolve([]);
  const { clock } = context;
  for (;;) {
    const asked = await standStill(clock, () => askPlatform({ context, platform, account }, ask));
    if (asked.status === 'answered') return asked.value;
    if (asked.status === 'failed' && asked.failure.kind !== 'rate-limited') return asked.failure;
    const delaySeconds = asked.status === 'wait' ? asked.delaySeconds : 60;
    await clock.sleep(Math.max(0.01, delaySeconds), signal ? { signal } : {});
  }
}
