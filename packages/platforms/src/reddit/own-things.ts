import type { Account, Instant, PlatformIo } from '@affiche/core';
import { cannotLook, type Unclear } from '../lookup-verdict.ts';
import { itemsSince } from '../newest-first.ts';
import { sameWords } from '../same-words.ts';
import { reddit } from './api.ts';
import type { SubmitRequest } from './requests.ts';
import { type Thing, Things } from './wire.ts';

const mostPages = 4;

/** What the account wrote since a moment, newest first; or why nobody can tell. */
export function ownThings(
  account: Account,
  list: 'submitted' | 'comments',
  since: Instant,
  io: PlatformIo,
): Promise<Thing[] | Unclear> {
  return itemsSince(
    async (after: string | undefined) => {
      const call = {
        method: 'get',
        path: `/user/${encodeURIComponent(account.id)}/${list}`,
        endpoint: `/user/:name/${list}`,
        search: { sort: 'new', limit: 100, raw_json: 1, after },
        answer: Things,
        timeoutSeconds: 15,
      } as const;
      const answer = await reddit.call(account, call, io);
      if (answer.outcome !== 'answered') return cannotLook(reddit.diagnose(answer, call, io));
      const { children, after: next } = answer.body.data;
      return { items: children.map(({ data }) => data), next: next ?? undefined };
    },
    { since, madeAt: ({ created_utc: at }) => at, mostPages, owner: 'the account' },
  );
}

/** Whether a post is the one that was to be made. Files get new addresses, so that a title must do. */
export function isSamePost(thing: Thing, { subreddit, title, kind, text, url }: SubmitRequest) {
  return (
    thing.subreddit?.toLowerCase() === subreddit.toLowerCase() &&
    sameWords(thing.title ?? '', title) &&
    (kind === 'poll' || (thing.is_self === true) === (kind === 'self')) &&
    ((kind !== 'self' && kind !== 'poll') || sameWords(thing.selftext ?? '', text)) &&
    (kind !== 'link' || URL.parse(thing.url ?? '')?.href === URL.parse(url ?? '')?.href)
  );
}

/** Where people see a post or a comment. */
export function addressOf({ permalink }: Pick<Thing, 'permalink'>): string | undefined {
  return permalink === undefined ? undefined : `https://www.reddit.com${permalink}`;
}
