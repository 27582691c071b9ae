import { accountKey, contentHash, Publication, type WallTime } from '@affiche/core';
import type { CalendarChannel, Idea } from './calendar-input.ts';

/** The publication of an idea on a channel at a time. */
export function publicationOf(idea: Idea, channel: CalendarChannel, at: WallTime): Publication {
  const { draft, pillar } = idea;
  const options = optionsOf(idea, channel);
  return Publication.parse({
    id: publicationId(draft.id, channel),
    draft: pillar === undefined ? draft : { ...draft, pillar },
    account: channel.account,
    at,
    ...(options && { options }),
  });
}

/** What the network of a channel wants to know of an idea. */
export function optionsOf(
  idea: Idea,
  { account, options }: CalendarChannel,
): CalendarChannel['options'] {
  const own = idea.options?.[account.platform];
  return own ? { ...options, ...own } : options;
}

/** The same idea on the same account always has the same id, so that planning again changes nothing. */
export function publicationId(idea: string, { account }: CalendarChannel): string {
  return contentHash({ idea, account: accountKey(account) }).slice(0, 24);
}
