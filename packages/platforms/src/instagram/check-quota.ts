import type { Composition, Finding } from '@affiche/core';
import type { InstagramFacts } from './facts.ts';
import type { InstagramOptions } from './options.ts';

/** Whether the day of the account has room, as the network last said. */
export function checkQuota({ facts }: Composition<InstagramOptions, InstagramFacts>): Finding[] {
  const { used, total } = facts.posts;
  if (used < total) return [];
  return [
    {
      rule: 'instagram/quota/posts',
      severity: 'warning',
      path: ['items'],
      message: `The account has published ${used} of the ${total} posts that it may in 24 hours${facts.readAt ? `, as of ${facts.readAt}` : ''}.`,
      measured: used + 1,
      limit: total,
      unit: 'posts',
      fix: 'Publish it later; it waits for room otherwise.',
    },
  ];
}
