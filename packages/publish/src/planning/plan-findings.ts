import type { Finding } from '@affiche/core';
import type { QuotaUse } from './plan.ts';

/** Two publications of one plan have one id. */
export function duplicateId(id: string): Finding {
  return {
    rule: 'publish/id/duplicate',
    severity: 'error',
    path: ['id'],
    message: `The plan has the publication "${id}" more than once.`,
    fix: 'Give every publication an id of its own.',
  };
}

/** The id is that of a post for another account, which would be lost. */
export function takenId(id: string, account: string): Finding {
  return {
    rule: 'publish/id/taken',
    severity: 'error',
    path: ['id'],
    message: `"${id}" is planned for ${account}, and would not go out there any more.`,
    fix: 'Give it an id of its own, or cancel the other first.',
  };
}

/** The account is somebody else's: two clients, or a client and the agency, would share its log. */
export function sharedAccount(
  account: string,
  client: string,
  other: { readonly client: string; readonly id: string },
): Finding {
  return {
    rule: 'publish/account/shared',
    severity: 'error',
    path: ['account', 'client'],
    message: `This is ${postOf(client)}, but ${account} has ${postOf(other.client)}, "${other.id}": an account belongs to one client at a time.`,
    fix: 'Write the same client for both, choose another account, or cancel the other first.',
  };
}

function postOf(client: string): string {
  return client === '' ? 'a post without a client' : `a post of the client "${client}"`;
}

/** It should change, and it is too late for that. */
export function locked(id: string): Finding {
  return {
    rule: 'publish/publication/locked',
    severity: 'warning',
    path: [],
    message: `"${id}" is out or on its way and stays as it is.`,
    fix: 'Publish the change as a post of its own, or delete the old post first.',
  };
}

/** It was cancelled while nobody could tell whether it was out. */
export function inDoubt(id: string): Finding {
  return {
    rule: 'publish/publication/in-doubt',
    severity: 'warning',
    path: [],
    message: `Nobody can tell whether "${id}" is out, and it stays as it is.`,
    fix: 'Look for it; then confirm it, or try it again.',
  };
}

/** More is asked of a rate budget than it gives. */
export function tooMany({ bucket, peak, limit, windowSeconds, peakAt }: QuotaUse): Finding {
  return {
    rule: 'publish/quota/exceeded',
    severity: 'warning',
    path: [],
    message: `Until ${peakAt}, ${bucket} is asked for more than ${windowSeconds} seconds allow; posts will be late.`,
    measured: peak,
    limit,
    unit: 'points',
    fix: 'Spread the posts over more time.',
  };
}
