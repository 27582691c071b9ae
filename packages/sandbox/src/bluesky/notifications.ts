import type { AudienceAction } from '../audience/audience.ts';
import { readerOf } from '../audience/readers.ts';
import { isRecord } from '../http/body-fields.ts';
import type { Account } from './accounts.ts';
import { actorView, readerView } from './actor-views.ts';
import { type Bluesky, tid } from './context.ts';
import { encodeRecord, recordCid } from './lex-value.ts';
import { audiencePost, type Post, postsOf } from './posts.ts';
import { readerRepliesTo } from './reader-posts.ts';
import { recordsAbout, recordsOfOthers, type StoredRecord } from './records.ts';
import { parseRecordUri } from './syntax.ts';

/** Something that happened to an account, as the app shows it. */
export interface Notification {
  readonly uri: string;
  readonly cid: string;
  readonly author: unknown;
  readonly reason: string;
  readonly reasonSubject?: string;
  readonly record: unknown;
  readonly indexedAt: string;
}

/** Everything that happened to an account, newest first. */
export function notificationsOf(bluesky: Bluesky, account: Account): Notification[] {
  const aboutPosts = postsOf(bluesky, account.did).flatMap((post) =>
    fromReaders(bluesky, post).concat(
      reactions(bluesky, 'like', post.uri),
      reactions(bluesky, 'repost', post.uri),
    ),
  );
  return aboutPosts
    .concat(follows(bluesky, account), fromAccounts(bluesky, account))
    .toSorted((a, b) => compare(positionOf(b), positionOf(a)));
}

/** Where a notification stands among others; later ones are greater. */
export function positionOf({ indexedAt, uri }: Notification): string {
  return `${indexedAt} ${uri}`;
}

function fromReaders(bluesky: Bluesky, post: Post): Notification[] {
  const { audience, clock } = bluesky;
  const replies = readerRepliesTo(bluesky, post).map(
    ({ uri, cid, author, record, indexedAt }): Notification => ({
      uri,
      cid,
      author,
      reason: 'reply',
      reasonSubject: post.uri,
      record,
      indexedAt,
    }),
  );
  const others = audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => kind === 'like' || kind === 'repost' || kind === 'follow')
    .map((action) => fromReader(bluesky, post, action));
  return replies.concat(others);
}

function fromReader(bluesky: Bluesky, post: Post, action: AudienceAction): Notification {
  const { kind, at, choice } = action;
  const author = readerView(bluesky, readerOf(action.reader));
  const follow = kind === 'follow';
  const type = follow ? 'app.bsky.graph.follow' : `app.bsky.feed.${kind}`;
  const indexedAt = new Date(at).toISOString();
  const record = {
    $type: type,
    createdAt: indexedAt,
    subject: follow ? post.did : { uri: post.uri, cid: '' },
  };
  const rkey = tid(at * 1000 + Math.floor(choice * 1000), action.reader & 1023);
  return {
    uri: `at://${author.did}/${type}/${rkey}`,
    cid: recordCid(encodeRecord(record)),
    author,
    reason: kind,
    ...(follow ? {} : { reasonSubject: post.uri }),
    record,
    indexedAt,
  };
}

function reactions(bluesky: Bluesky, reason: 'like' | 'repost', subject: string): Notification[] {
  return recordsAbout(bluesky, `app.bsky.feed.${reason}`, subject).map((record) =>
    fromRecord(bluesky, record, reason, subject),
  );
}

function follows(bluesky: Bluesky, { did }: Account): Notification[] {
  return recordsAbout(bluesky, 'app.bsky.graph.follow', did).map((record) =>
    fromRecord(bluesky, record, 'follow'),
  );
}

/** Replies, quotes and mentions by other accounts on this server. */
function fromAccounts(bluesky: Bluesky, { did }: Account): Notification[] {
  const ours = `at://${did}/`;
  return recordsOfOthers(bluesky, 'app.bsky.feed.post', did).flatMap((record) => {
    const { reply, embed, facets } = record.value;
    const parent = isRecord(reply) && isRecord(reply['parent']) ? reply['parent']['uri'] : '';
    if (typeof parent === 'string' && parent.startsWith(ours)) {
      return [fromRecord(bluesky, record, 'reply', parent)];
    }
    if (JSON.stringify(embed ?? {}).includes(ours)) return [fromRecord(bluesky, record, 'quote')];
    const mentioned = JSON.stringify(facets ?? []).includes(`"did":"${did}"`);
    return mentioned ? [fromRecord(bluesky, record, 'mention')] : [];
  });
}

function fromRecord(
  bluesky: Bluesky,
  record: StoredRecord,
  reason: string,
  subject?: string,
): Notification {
  return {
    uri: record.uri,
    cid: record.cid,
    author: actorView(bluesky, parseRecordUri(record.uri)?.repo ?? ''),
    reason,
    ...(subject === undefined ? {} : { reasonSubject: subject }),
    record: record.value,
    indexedAt: new Date(record.indexedAt).toISOString(),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
