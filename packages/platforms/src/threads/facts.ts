import { type Account, instant, Instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readThreads } from './api.ts';
import { Me, PublishingLimit } from './wire.ts';

const Quota = z.object({
  used: z.int().nonnegative(),
  total: z.int().nonnegative(),
  windowSeconds: z.number().positive(),
});

/** What differs between accounts, and how much of its day an account has used. */
export const ThreadsFacts = z.object({
  username: z.string().optional(),
  /** Posts in the last 24 hours. */
  posts: Quota.default({ used: 0, total: 250, windowSeconds: 86_400 }),
  /** Replies in the last 24 hours. */
  replies: Quota.default({ used: 0, total: 1000, windowSeconds: 86_400 }),
  /** When the network said so; absent for the documented defaults. */
  readAt: Instant.optional(),
});
/** What differs between accounts, and how much of its day an account has used. */
export type ThreadsFacts = z.infer<typeof ThreadsFacts>;

/** Asks who the account is, and how much it may still publish. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  version: string | undefined,
): Promise<ThreadsFacts> {
  const call = { method: 'get', version, timeoutSeconds: 15 } as const;
  const { username } = await readThreads(
    account,
    { ...call, path: '/me', search: { fields: 'id,username' }, answer: Me },
    io,
  );
  const { data } = await readThreads(
    account,
    {
      ...call,
      path: `/${encodeURIComponent(account.id)}/threads_publishing_limit`,
      endpoint: '/:user/threads_publishing_limit',
      search: { fields: 'quota_usage,config,reply_quota_usage,reply_config' },
      answer: PublishingLimit,
    },
    io,
  );
  const [quota] = data;
  const usual = ThreadsFacts.parse({});
  const posts = quotaOf(quota?.quota_usage, quota?.config, usual.posts);
  const replies = quotaOf(quota?.reply_quota_usage, quota?.reply_config, usual.replies);
  for (const [bucket, { used, total: limit, windowSeconds }] of [
    ['posts', posts],
    ['replies', replies],
  ] as const) {
    const remaining = Math.max(0, limit - used);
    io.observeRate({ bucket, limit, remaining, windowSeconds, refused: false });
  }
  return {
    ...(username !== undefined && { username }),
    posts,
    replies,
    readAt: instant(io.clock.now()),
  };
}

function quotaOf(
  used: number | undefined,
  config: { readonly quota_total: number; readonly quota_duration: number } | undefined,
  usual: ThreadsFacts['posts'],
): ThreadsFacts['posts'] {
  return {
    used: used ?? usual.used,
    total: config?.quota_total ?? usual.total,
    windowSeconds: config?.quota_duration ?? usual.windowSeconds,
  };
}
