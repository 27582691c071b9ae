import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { z } from 'zod';
import { done } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { unlessPassing } from './optional-answer.ts';
import { PublishingLimit } from './wire.ts';

/** How many posts an account may publish in a window that moves, and how many it has. */
export const Quota = z.object({
  used: z.int().nonnegative(),
  total: z.int().nonnegative(),
  windowSeconds: z.number().positive(),
});
/** How many posts an account may publish, and how many it has. */
export type Quota = z.infer<typeof Quota>;

/**
 * What the guide says of an account that has published nothing. Other pages say 25 and 50: only the
 * network’s own answer counts.
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/content-publishing | Meta: content publishing} (2026-11-21)
 */
export const documentedQuota: Quota = { used: 0, total: 100, windowSeconds: 86_400 };

/** The call that asks for it. */
export function quotaCall({ id }: Account) {
  return {
    method: 'get',
    path: `/${encodeURIComponent(id)}/content_publishing_limit`,
    endpoint: '/:user/content_publishing_limit',
    search: { fields: 'quota_usage,config' },
    answer: PublishingLimit,
    timeoutSeconds: 15,
  } as const;
}

/** What the network answered, told to the budgets as well. */
export function quotaFrom({ data }: PublishingLimit, { observeRate }: PlatformIo): Quota {
  const [{ quota_usage: used = documentedQuota.used, config } = {}] = data;
  const total = config?.quota_total ?? documentedQuota.total;
  const windowSeconds = config?.quota_duration ?? documentedQuota.windowSeconds;
  const remaining = Math.max(0, total - used);
  observeRate({ bucket: 'posts', limit: total, remaining, windowSeconds, refused: false });
  return { used, total, windowSeconds };
}

/** Makes sure that the day has room. A network that does not say so is asked by publishing. */
export async function checkRoom(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult> {
  const call = quotaCall(account);
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome === 'answered') {
    const { used, total } = quotaFrom(answer.body, io);
    const statement = `the account has published ${used} of ${total} posts`;
    if (used < total) return done({}, statement);
    return { status: 'rejected', failure: { kind: 'quota', message: statement } };
  }
  return unlessPassing(diagnoseInstagram(answer, call, io), {});
}
