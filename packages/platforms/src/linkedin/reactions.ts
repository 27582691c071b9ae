import type { Account, PlatformIo } from '@affiche/core';
import { encodeUrn, type LinkedIn, readLinkedIn } from './api.ts';
import { Nothing } from './wire.ts';

/** What somebody feels about a post or a comment. */
export interface LinkedInReaction {
  /** The URN of the post or the comment. */
  readonly id: string;
  /** @defaultValue 'LIKE' */
  readonly reaction?: 'LIKE' | 'PRAISE' | 'EMPATHY' | 'INTEREST' | 'APPRECIATION' | 'ENTERTAINMENT';
}

/** Reacts as the account itself. Twice is the same as once, for there is one reaction for each. */
export async function react(
  account: Account,
  { id, reaction = 'LIKE' }: LinkedInReaction,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  const call = {
    method: 'post',
    path: `/rest/reactions?actor=${encodeUrn(account.id)}`,
    endpoint: '/rest/reactions',
    json: { root: id, reactionType: reaction },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  await readLinkedIn(account, call, io, linkedIn);
}
