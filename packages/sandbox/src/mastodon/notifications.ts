import { readerOf } from '../audience/readers.ts';
import { personView, readerView } from './account-views.ts';
import type { Account } from './accounts.ts';
import { compareIds, type Mastodon, snowflake } from './context.ts';
import { type ReactionKind, reactionsTo } from './reactions.ts';
import { readerRepliesTo } from './reader-statuses.ts';
import { mentionedNames } from './status-text.ts';
import { statusView } from './status-views.ts';
import { allStatuses, audiencePost, findStatus, type Status, statusesOf } from './statuses.ts';

/** Something that happened to an account, as the API shows it. */
export interface Notification {
  readonly id: string;
  readonly type: string;
  readonly created_at: string;
  readonly group_key: string;
  readonly account: unknown;
  readonly status?: unknown;
}

/**
 * Everything that happened to an account, newest first.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Notification/ | Mastodon: notification}
 */
export function notificationsOf(mastodon: Mastodon, account: Account): Notification[] {
  const aboutStatuses = statusesOf(mastodon, account.id).flatMap((status) =>
    fromReaders(mastodon, status, account).concat(
      reactions(mastodon, 'favourite', status, account),
      reactions(mastodon, 'reblog', status, account),
    ),
  );
  const follows = reactionsTo(mastodon, 'follow', account.id).map(({ id, at, account: who }) =>
    notification('follow', id, at, personView(mastodon, who)),
  );
  return aboutStatuses
    .concat(follows, mentions(mastodon, account))
    .toSorted((a, b) => compareIds(b.id, a.id));
}

function reactions(
  mastodon: Mastodon,
  kind: ReactionKind,
  status: Status,
  viewer: Account,
): Notification[] {
  return reactionsTo(mastodon, kind, status.id).map(({ id, at, account }) =>
    notification(kind, id, at, personView(mastodon, account), statusView(mastodon, status, viewer)),
  );
}

function fromReaders(mastodon: Mastodon, status: Status, viewer: Account): Notification[] {
  const { audience, clock } = mastodon;
  const replies = readerRepliesTo(mastodon, status).map((reply) =>
    notification('mention', reply.id, Date.parse(reply.created_at), reply.account, reply),
  );
  const types = { like: 'favourite', repost: 'reblog', follow: 'follow' } as const;
  let view: unknown;
  const others = audience.actions(audiencePost(status), clock.now()).flatMap((action) => {
    const { kind, at, reader, choice } = action;
    if (kind !== 'like' && kind !== 'repost' && kind !== 'follow') return [];
    view ??= statusView(mastodon, status, viewer);
    const id = snowflake(at, `${status.id} ${kind} ${reader} ${choice}`);
    const who = readerView(mastodon, readerOf(reader));
    return [notification(types[kind], id, at, who, kind === 'follow' ? undefined : view)];
  });
  return [...replies, ...others];
}

/** Statuses by other accounts here that answer or name an account. */
function mentions(mastodon: Mastodon, account: Account): Notification[] {
  return allStatuses(mastodon)
    .filter((status) => status.account !== account.id && status.visibility !== 'private')
    .filter(
      ({ inReplyTo, text }) =>
        mentionedNames(text).includes(account.username) ||
        (inReplyTo !== null && findStatus(mastodon, inReplyTo)?.account === account.id),
    )
    .map((status) =>
      notification(
        'mention',
        status.id,
        status.publishedAt,
        personView(mastodon, status.account),
        statusView(mastodon, status, account),
      ),
    );
}

function notification(
  type: string,
  id: string,
  at: number,
  account: unknown,
  status?: unknown,
): Notification {
  return {
    id,
    type,
    created_at: new Date(at).toISOString(),
    group_key: `ungrouped-${id}`,
    account,
    ...(status === undefined ? {} : { status }),
  };
}
