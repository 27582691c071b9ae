import { type Account, instant, PlainDate, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import type { LinkedIn } from './api.ts';
import { findRoles, rolesIn } from './roles.ts';
import { isOrganization } from './rules.ts';

/** What differs between accounts and days. */
export const LinkedInFacts = z.object({
  /** The day on which this was read: versions of the interface stop on a day. */
  readOn: PlainDate.optional(),
  /** What the member behind the token is to the organization, where the network told. */
  roles: z.array(z.string()).optional(),
});
/** What differs between accounts and days. */
export type LinkedInFacts = z.infer<typeof LinkedInFacts>;

/** Asks what the token's member is to the organization; a member is simply a member. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<LinkedInFacts> {
  const readOn = instant(io.clock.now()).slice(0, 10);
  const roles = isOrganization(account) ? await findRoles(account, io, linkedIn) : undefined;
  return { readOn, ...(roles && { roles: rolesIn(roles, account) }) };
}
