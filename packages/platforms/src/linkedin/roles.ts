import type { Account, PlatformIo } from '@affiche/core';
import { type LinkedIn, readLinkedIn, readUnless } from './api.ts';
import { Roles } from './wire.ts';

/** What a member is to an organization. */
export interface OrganizationRole {
  readonly organization: string;
  readonly role: string;
}

/**
 * The approved roles of the token's member; `undefined` where the token may not ask: the list has a
 * scope of its own, which posting does not need.
 */
export async function findRoles(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<OrganizationRole[] | undefined> {
  const found = await readUnless(['permission'], account, question, io, linkedIn);
  return typeof found === 'object' ? approved(found) : undefined;
}

/** The approved roles of the token's member. */
export async function readRoles(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<OrganizationRole[]> {
  return approved(await readLinkedIn(account, question, io, linkedIn));
}

const question = {
  method: 'get',
  path: '/rest/organizationAcls?q=roleAssignee&count=100',
  endpoint: '/rest/organizationAcls',
  finder: true,
  answer: Roles,
  timeoutSeconds: 15,
} as const;

function approved({ elements }: Roles): OrganizationRole[] {
  return elements
    .filter(({ state = 'APPROVED' }) => state === 'APPROVED')
    .map(({ organization, organizationTarget, role }) => ({
      organization: organization ?? organizationTarget ?? '',
      role,
    }));
}

/** What somebody with these roles is to one organization. */
export function rolesIn(roles: readonly OrganizationRole[], { id }: Account): string[] {
  return roles.filter(({ organization }) => organization === id).map(({ role }) => role);
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
