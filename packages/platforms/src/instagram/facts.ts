import { type Account, instant, Instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { type Instagram, readInstagram } from './api.ts';
import { documentedQuota, Quota, quotaCall, quotaFrom } from './quota.ts';
import { readIdentity } from './identity.ts';

/** How much of its day an account has used, and who it is. */
export const InstagramFacts = z.object({
  username: z.string().optional(),
  /** Posts, reels and stories in the last 24 hours; a carousel is one. */
  posts: Quota.default(documentedQuota),
  /** When the network said so; absent for the documented defaults. */
  readAt: Instant.optional(),
});
/** How much of its day an account has used, and who it is. */
export type InstagramFacts = z.infer<typeof InstagramFacts>;

/** Asks who the account is, and how much it may still publish. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<InstagramFacts> {
  const { username } = await readIdentity(account, io, instagram);
  const limit = await readInstagram(account, quotaCall(account), io, instagram);
  return {
    ...(username !== undefined && { username }),
    posts: quotaFrom(limit, io),
    readAt: instant(io.clock.now()),
  };
}
