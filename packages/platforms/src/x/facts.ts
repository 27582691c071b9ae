import { type Account, instant, Instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readX } from './api.ts';
import { Me } from './wire.ts';

/** What differs between accounts. */
export const XFacts = z.object({
  /** Whether the account pays, and so may write long posts. */
  premium: z.boolean().default(false),
  username: z.string().optional(),
  /** When the network said so; absent for the documented defaults. */
  readAt: Instant.optional(),
});
/** What differs between accounts. */
export type XFacts = z.infer<typeof XFacts>;

/** Asks who the account is and what it pays for. */
export async function readFacts(account: Account, io: PlatformIo): Promise<XFacts> {
  const { data } = await readX(
    account,
    {
      method: 'get',
      path: '/2/users/me',
      search: { 'user.fields': 'subscription_type,username' },
      answer: Me,
      timeoutSeconds: 15,
    },
    io,
  );
  return {
    premium: /premium/i.test(data.subscription_type ?? ''),
    ...(data.username !== undefined && { username: data.username }),
    readAt: instant(io.clock.now()),
  };
}
