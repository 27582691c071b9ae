import { type Account, ConfigurationError, Instant, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { reddit } from './api.ts';
import type { RedditSettings } from './settings.ts';
import { Flairs, Me, Requirements } from './wire.ts';

/** A community, and what it wants of posts. */
export const RedditCommunity = z.object({
  name: z.string(),
  flairs: z.array(z.object({ id: z.string(), text: z.string().optional() })),
  flairRequired: z.boolean(),
});
/** A community, and what it wants of posts. */
export type RedditCommunity = z.infer<typeof RedditCommunity>;

/** What differs between communities, for those that the settings name. */
export const RedditFacts = z.object({
  communities: z.array(RedditCommunity).optional(),
  readAt: Instant.optional(),
});
/** What differs between communities, for those that the settings name. */
export type RedditFacts = z.infer<typeof RedditFacts>;

/** Asks what communities want of posts. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  { subreddits = [] }: RedditSettings,
): Promise<RedditFacts> {
  const communities: RedditCommunity[] = [];
  for (const name of subreddits) {
    const flairs = await reddit.read(
      account,
      {
        path: `/r/${name}/api/link_flair_v2`,
        endpoint: '/r/:subreddit/api/link_flair_v2',
        search: { raw_json: 1 },
        answer: Flairs,
      },
      io,
    );
    const { is_flair_required: flairRequired = false } = await reddit.read(
      account,
      {
        path: `/api/v1/${name}/post_requirements`,
        endpoint: '/api/v1/:subreddit/post_requirements',
        answer: Requirements,
      },
      io,
    );
    communities.push({ name, flairs, flairRequired });
  }
  return { communities, readAt: instant(io.clock.now()) };
}

/** Makes sure that the token opens the account and no other. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { name } = await reddit.read(account, { path: '/api/v1/me', answer: Me }, io);
  if (name.toLowerCase() === account.id.toLowerCase()) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Reddit account ${account.id} opens ${name}`,
    hint: 'Store the token of the account itself, or set account.id to its name.',
    details: { expected: account.id, actual: name },
  });
}
