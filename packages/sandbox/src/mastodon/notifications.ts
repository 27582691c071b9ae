import type { ActionKind } from '../audience/profile.ts';
import { readerOf } from '../audience/readers.ts';
import { personView, readerView } from './account-views.ts';
import type { Account } from './accounts.ts';
import { compareIds, type Mastodon, snowflake } from './context.ts';
import { type ReactionKind, reactionsTo } from './reactions.ts';
import { readerReply, readerStatusId } from './reader-statuses.ts';
import { mentionedNames } from './status-text.ts';
import { statusView } from './status-views.ts';
import { allStatuses, audiencePost, findStatus, type Status, statusesOf } from './statuses.ts';

/** Something that happened to an account; there are thousands, of which a page is shown. */
export interface Notification {
  readonly id: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who did it. */
  readonly person: () => unknown;
  /** The status that it is about, if it is about one. */
  readonly status?: () => unknown;
}

/** Everything that happened to an account, newest first. */
export function notificationsOf(mastodon: Mastodon, account: Account): Notification[] {
  const aboutStatuses = statusesOf(mastodon, account.id).flatMap((status) =>
    fromReaders(mastodon, status, account).concat(
      reactions(mastodon, 'favourite', status, account),
      reactions(mastodon, 'reblog', status, account),
    ),
  );
  return aboutStatuses
    .concat(follows(mastodon, account), mentions(mastodon, account))
    .toSorted((a, b) => compareIds(b.id, a.id));
}

/**
 * Something that happened, as the API shows it.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Notification/ | Mastodon: notification}
 */
export function notificationView({ id, type, at, person, status }: Notification) {
  return {
    id,
    type,
    created_at: new Date(at).toISOString(),
    group_key: `ungrouped-${id}`,
    account: person(),
    ...(status && { status: status() }),
  };
}

const types: Partial<Record<ActionKind, string>> = {
  like: 'favourite',
  repost: 'reblog',
  follow: 'follow',
  reply: 'mention',
};

function fromReaders(mastodon: Mastodon, about: Status, viewer: Account): Notification[] {
  const { audience, clock } = mastodon;
  return audience.actions(audiencePost(about), clock.now()).flatMap((action) => {
    const { kind, at, reader, choice } = action;
    const type = types[kind];
    if (type === undefined) return [];
    const person = () => readerView(mastodon, readerOf(reader));
    if (kind === 'reply') {
      const id = readerStatusId(about, action);
      return [{ id, type, at, person, status: () => readerReply(mastodon, about, action) }];
    }
    const id = snowflake(at, `${about.id} ${kind} ${reader} ${choice}`);
    if (kind === 'follow') return [{ id, type, at, person }];
    return [{ id, type, at, person, status: () => statusView(mastodon, about, viewer) }];
  });
}

function reactions(
  mastodon: Mastodon,
  kind: ReactionKind,
  about: Status,
  viewer: Account,
): Notification[] {
  return reactionsTo(mastodon, kind, about.id).map(({ id, at, account }) => ({
    id,
    type: kind,
    at,
    person: () => personView(mastodon, account),
    status: () => statusView(mastodon, about, viewer),
  }));
}

function follows(mastodon: Mastodon, account: Account): Notification[] {
  return reactionsTo(mastodon, 'follow', account.id).map(({ id, at, account: who }) => ({
    id,
    type: 'follow',
    at,
    person: () => personView(mastodon, who),
  }));
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
    .map((status) => ({
      id: status.id,
      type: 'mention',
      at: status.publishedAt,
      person: () => personView(mastodon, status.account),
      status: () => statusView(mastodon, status, account),
    }));
}
