import type { ActionKind } from '../audience/profile.ts';
import { personView } from './account-views.ts';
import { type Account, findAccount, findAccountNamed } from './accounts.ts';
import type { Mastodon } from './context.ts';
import { findMedia, mediaView } from './media.ts';
import { pollView } from './polls.ts';
import { type ReactionKind, reactionsTo } from './reactions.ts';
import { findReaderStatus } from './reader-statuses.ts';
import { hashtags, mentionedNames, statusHtml } from './status-text.ts';
import { audiencePost, findStatus, quotesOf, repliesTo, type Status } from './statuses.ts';

/**
 * A status as the API shows it, with what it has got so far.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Status/ | Mastodon: status}
 */
export function statusView(mastodon: Mastodon, status: Status, viewer?: Account) {
  const { audience, clock } = mastodon;
  const url = mastodon.url();
  const readers = (kind: ActionKind) => audience.count(audiencePost(status), kind, clock.now());
  const given = (kind: ReactionKind) => reactionsTo(mastodon, kind, status.id);
  const author = findAccount(mastodon, status.account);
  const parent = status.inReplyTo === null ? undefined : findStatus(mastodon, status.inReplyTo);
  return {
    id: status.id,
    created_at: new Date(status.publishedAt).toISOString(),
    in_reply_to_id: status.inReplyTo,
    in_reply_to_account_id: parent?.account ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: `${url}/users/${author?.username}/statuses/${status.id}`,
    url: `${url}/@${author?.username}/${status.id}`,
    replies_count: readers('reply') + repliesTo(mastodon, status.id).length,
    reblogs_count: readers('repost') + given('reblog').length,
    favourites_count: readers('like') + given('favourite').length,
    quotes_count: readers('quote') + quotesOf(mastodon, status.id),
    edited_at: status.editedAt === null ? null : new Date(status.editedAt).toISOString(),
    content: statusHtml(status.text, { url }),
    reblog: null,
    application: null,
    account: personView(mastodon, status.account),
    media_attachments: mediaOf(mastodon, status),
    mentions: mentionsOf(mastodon, status.text),
    tags: hashtags(status.text).map((name) => ({ name, url: `${url}/tags/${name}` })),
    emojis: [],
    card: null,
    poll: pollView(mastodon, status.id, viewer?.id) ?? null,
    ...(viewer && viewerState(given, viewer.id)),
  };
}

/** Any status by its id. */
export function viewOf(mastodon: Mastodon, id: string, viewer?: Account) {
  const status = findStatus(mastodon, id);
  if (status) return canSee(status, viewer) ? statusView(mastodon, status, viewer) : undefined;
  return findReaderStatus(mastodon, id);
}

/** Whether somebody may see a status: what is not public is the author's alone here. */
export function canSee({ visibility, account }: Status, viewer: Account | undefined): boolean {
  return visibility === 'public' || visibility === 'unlisted' || viewer?.id === account;
}

/** The attachments of a status as the API shows them. */
export function mediaOf(mastodon: Mastodon, { media }: { readonly media: readonly string[] }) {
  return media.flatMap((id) => {
    const found = findMedia(mastodon, id);
    return found ? [mediaView(mastodon, found)] : [];
  });
}

function mentionsOf(mastodon: Mastodon, text: string) {
  return mentionedNames(text).flatMap((name) => {
    const account = findAccountNamed(mastodon, name);
    if (!account) return [];
    const { id, username } = account;
    return [{ id, username, acct: username, url: `${mastodon.url()}/@${username}` }];
  });
}

function viewerState(
  given: (kind: ReactionKind) => readonly { readonly account: string }[],
  viewer: string,
) {
  const did = (kind: ReactionKind) => given(kind).some(({ account }) => account === viewer);
  return {
    favourited: did('favourite'),
    reblogged: did('reblog'),
    bookmarked: did('bookmark'),
    pinned: did('pin'),
    muted: false,
  };
}
