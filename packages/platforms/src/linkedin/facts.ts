import {
  type Account,
  AfficheError,
  type Failure,
  instant,
  PlainDate,
  type PlatformIo,
} from '@affiche/core';
import { z } from 'zod';
import { type LinkedIn, readLinkedIn } from './api.ts';
import { isOrganization } from './rules.ts';
import { Roles } from './wire.ts';

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
  if (!isOrganization(account)) return { readOn };
  try {
    return { readOn, roles: await readRoles(account, io, linkedIn) };
  } catch (error) {
    // The list of roles has a scope of its own, which posting does not need.
    if (failureOf(error)?.kind === 'permission') return { readOn };
    throw error;
  }
}

/** The approved roles of the token's member in an organization. */
export async function readRoles(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<string[]> {
  const { elements } = await readLinkedIn(
    account,
    {
      method: 'get',
      path: '/rest/organizationAcls?q=roleAssignee&count=100',
      endpoint: '/rest/organizationAcls',
      finder: true,
      answer: Roles,
      timeoutSeconds: 15,
    },
    io,
    linkedIn,
  );
  return elements
    .filter(
      ({ organization, organizationTarget, state }) =>
        (organization ?? organizationTarget) === account.id && (state ?? 'APPROVED') === 'APPROVED',
    )
    .map(({ role }) => role);
}

/** Whether a role lets somebody post for an organization. */
export function mayPost(role: string): boolean {
  return [
    'ADMINISTRATOR',
    'CONTENT_ADMIN',
    'CONTENT_ADMINISTRATOR',
    'DIRECT_SPONSORED_CONTENT_POSTER',
  ].includes(role);
}

function failureOf(error: unknown): Failure | undefined {
  return AfficheError.isInstance(error) ? (error.details['failure'] as Failure) : undefined;
}
