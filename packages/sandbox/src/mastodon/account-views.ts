import type { Reader } from '../audience/readers.ts';
import { type Account, findAccount, readerId, readerWithId } from './accounts.ts';
import type { Mastodon } from './context.ts';
import { followersNow } from './followers.ts';
import { reactionsBy } from './reactions.ts';
import { statusSummary } from './statuses.ts';

/**
 * An account as the API shows it.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Account/ | Mastodon: account}
 */
export function accountView(mastodon: Mastodon, account: Account) {
  const { count, lastAt } = statusSummary(mastodon, account.id);
  return person(mastodon, {
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    createdAt: account.createdAt,
    followers: followersNow(mastodon, account),
    following: reactionsBy(mastodon, 'follow', account.id).length,
    statuses: count,
    lastStatusAt: lastAt === undefined ? null : new Date(lastAt).toISOString().slice(0, 10),
  });
}

/** A simulated person as the API shows them. */
export function readerView(mastodon: Mastodon, reader: Reader) {
  return person(mastodon, {
    id: readerId(reader),
    username: reader.name.replace('-', '_'),
    displayName: reader.displayName,
    createdAt: Date.UTC(2022, 10, 5),
    followers: 0,
    following: 1,
    statuses: 0,
    lastStatusAt: null,
  });
}

/** Whoever has this id, as the API shows them. */
export function personView(mastodon: Mastodon, id: string): AccountView | undefined {
  const account = findAccount(mastodon, id);
  if (account) return accountView(mastodon, account);
  const reader = readerWithId(id);
  return reader && readerView(mastodon, reader);
}

/** An account as the API shows it. */
export type AccountView = ReturnType<typeof person>;

function person(
  mastodon: Mastodon,
  who: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly createdAt: number;
    readonly followers: number;
    readonly following: number;
    readonly statuses: number;
    readonly lastStatusAt: string | null;
  },
) {
  const url = mastodon.url();
  const picture = `${url}/avatars/original/missing.png`;
  const header = `${url}/headers/original/missing.png`;
  return {
    id: who.id,
    username: who.username,
    acct: who.username,
    display_name: who.displayName,
    locked: false,
    bot: false,
    discoverable: true,
    indexable: false,
    group: false,
    created_at: `${new Date(who.createdAt).toISOString().slice(0, 10)}T00:00:00.000Z`,
    note: '',
    url: `${url}/@${who.username}`,
    uri: `${url}/users/${who.username}`,
    avatar: picture,
    avatar_static: picture,
    header,
    header_static: header,
    followers_count: who.followers,
    following_count: who.following,
    statuses_count: who.statuses,
    last_status_at: who.lastStatusAt,
    hide_collections: false,
    noindex: false,
    emojis: [],
    roles: [],
    fields: [],
  };
}
