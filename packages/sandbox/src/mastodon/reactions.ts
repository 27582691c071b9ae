import type { Row } from '../database.ts';
import { freshId, type Mastodon } from './context.ts';

/** What an account on this server can do to a status, or to another account. */
export type ReactionKind = 'favourite' | 'reblog' | 'bookmark' | 'pin' | 'follow';

/** An account's favourite, boost, bookmark or follow. */
export interface Reaction {
  readonly id: string;
  readonly account: string;
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Notes a reaction; doing it twice is the same as once. */
export function react(
  mastodon: Mastodon,
  kind: ReactionKind,
  account: string,
  subject: string,
): void {
  mastodon.database.run(
    'INSERT OR IGNORE INTO reaction (kind, account, subject, id, at) VALUES (?, ?, ?, ?, ?)',
    kind,
    account,
    subject,
    freshId(mastodon, 'reaction', `${kind} ${account} ${subject}`),
    mastodon.clock.now(),
  );
}

/** Takes a reaction back. */
export function takeBack(
  { database }: Mastodon,
  kind: ReactionKind,
  account: string,
  subject: string,
): void {
  database.run(
    'DELETE FROM reaction WHERE kind = ? AND account = ? AND subject = ?',
    kind,
    account,
    subject,
  );
}

/** All reactions of a kind to a status or an account. */
export function reactionsTo(
  { database }: Mastodon,
  kind: ReactionKind,
  subject: string,
): Reaction[] {
  return database
    .all('SELECT * FROM reaction WHERE kind = ? AND subject = ? ORDER BY at, id', kind, subject)
    .map(reactionFrom);
}

/** All reactions of a kind by an account. */
export function reactionsBy(
  { database }: Mastodon,
  kind: ReactionKind,
  account: string,
): Reaction[] {
  return database
    .all('SELECT * FROM reaction WHERE kind = ? AND account = ? ORDER BY at, id', kind, account)
    .map(reactionFrom);
}

function reactionFrom(row: Row): Reaction {
  return {
    id: String(row['id']),
    account: String(row['account']),
    subject: String(row['subject']),
    at: Number(row['at']),
  };
}
