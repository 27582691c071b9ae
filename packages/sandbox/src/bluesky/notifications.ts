import type { AudienceAction } from '../audience/audience.ts';
import { readerOf } from '../audience/readers.ts';
import { isRecord } from '../http/body-fields.ts';
import type { Account } from './accounts.ts';
import { actorView, readerView } from './actor-views.ts';
import { type Bluesky, tid } from './context.ts';
import { encodeRecord, recordCid } from './lex-value.ts';
import { audiencePost, type Post, postsOf } from './posts.ts';
import { readerReply } from './reader-posts.ts';
import { recordsAbout, recordsOfOthers, type StoredRecord } from './records.ts';
import { parseRecordUri } from './syntax.ts';

/** Something that happened to an account; there are thousands, of which a page is shown. */
export interface Notification {
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where it stands among others; later ones are greater. */
  readonly position: string;
  /** The record that tells of it, and its author. */
  readonly show: () => {
    readonly uri: string;
    readonly cid: string;
    readonly author: unknown;
    readonly record: unknown;
  };
  /** The post that it is about, if it is about one. */
  readonly subject?: string;
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
    .toSorted((a, b) => (a.position < b.position ? 1 : -1));
}

const told = new Set(['like', 'repost', 'reply', 'follow']);

function fromReaders(bluesky: Bluesky, post: Post): Notification[] {
  const { audience, clock } = bluesky;
  return audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => told.has(kind))
    .map((action) => ({
      reason: action.kind,
      at: action.at,
      position: positionOf(action.at, `${action.kind} ${action.reader} ${action.choice}`),
      ...(action.kind === 'follow' ? {} : { subject: post.uri }),
      show: () =>
        action.kind === 'reply'
          ? readerReply(bluesky, post, action)
          : readerReaction(bluesky, post, action),
    }));
}

function readerReaction(
  bluesky: Bluesky,
  post: Post,
  { kind, at, reader, choice }: AudienceAction,
) {
  const author = readerView(bluesky, readerOf(reader));
  const follow = kind === 'follow';
  const type = follow ? 'app.bsky.graph.follow' : `app.bsky.feed.${kind}`;
  const subject = follow ? post.did : { uri: post.uri, cid: '' };
  const record = { $type: type, createdAt: new Date(at).toISOString(), subject };
  const rkey = tid(at * 1000 + Math.floor(choice * 1000), reader & 1023);
  const cid = recordCid(encodeRecord(record));
  return { uri: `at://${author.did}/${type}/${rkey}`, cid, author, record };
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
  { uri, cid, value, indexedAt }: StoredRecord,
  reason: string,
  subject?: string,
): Notification {
  return {
    reason,
    at: indexedAt,
    position: positionOf(indexedAt, uri),
    ...(subject === undefined ? {} : { subject }),
    show: () => ({
      uri,
      cid,
      author: actorView(bluesky, parseRecordUri(uri)?.repo ?? ''),
      record: value,
    }),
  };
}

function positionOf(at: number, text: string): string {
  return `${new Date(at).toISOString()} ${text}`;
}
