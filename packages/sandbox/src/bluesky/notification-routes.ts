import { readerOf } from '../audience/readers.ts';
import { isRecord } from '../http/body-fields.ts';
import type { Route } from '../http/route.ts';
import type { Account } from './accounts.ts';
import { actorView, readerView } from './actor-views.ts';
import { type Bluesky, tid } from './context.ts';
import { limitParameter, listParameter } from './fields.ts';
import { encodeRecord, recordCid } from './lex-value.ts';
import { audiencePost, findPost, postsOf } from './posts.ts';
import { readerRepliesTo } from './reader-posts.ts';
import { authenticate } from './sessions.ts';
import { type StoredRecord, recordsAbout, recordsOfOthers } from './records.ts';
import { parseRecordUri } from './syntax.ts';

interface Notification {
  readonly uri: string;
  readonly cid: string;
  readonly author: unknown;
  readonly reason: string;
  readonly reasonSubject?: string;
  readonly record: unknown;
  readonly indexedAt: string;
}

/** What happened to an account's posts: `app.bsky.notification.*`. */
export function notificationRoutes(bluesky: Bluesky): Route[] {
  const path = (name: string) => `/xrpc/app.bsky.notification.${name}`;
  return [
    {
      method: 'GET',
      path: path('listNotifications'),
      handle(exchange) {
        const { account } = authenticate(bluesky, exchange);
        const limit = limitParameter(exchange);
        const reasons = listParameter(exchange, 'reasons');
        const before = exchange.query.get('cursor');
        const all = notificationsOf(bluesky, account)
          .filter(({ reason }) => reasons.length === 0 || reasons.includes(reason))
          .filter(({ indexedAt, uri }) => before === null || `${indexedAt} ${uri}` < before);
        const page = all.slice(0, limit);
        const last = all.length > limit ? page.at(-1) : undefined;
        return {
          status: 200,
          body: {
            notifications: page.map((notification) => ({
              ...notification,
              isRead: Date.parse(notification.indexedAt) <= account.seenAt,
              labels: [],
            })),
            ...(last && { cursor: `${last.indexedAt} ${last.uri}` }),
            seenAt: new Date(account.seenAt).toISOString(),
            priority: false,
          },
        };
      },
    },
    {
      method: 'GET',
      path: path('getUnreadCount'),
      handle(exchange) {
        const { account } = authenticate(bluesky, exchange);
        const count = notificationsOf(bluesky, account).filter(
          ({ indexedAt }) => Date.parse(indexedAt) > account.seenAt,
        ).length;
        return { status: 200, body: { count } };
      },
    },
    {
      method: 'POST',
      path: path('updateSeen'),
      handle(exchange) {
        const { account } = authenticate(bluesky, exchange);
        const seenAt = Date.parse(String(exchange.fields['seenAt']));
        bluesky.database.run('UPDATE account SET seen_at = ? WHERE did = ?', seenAt, account.did);
        return { status: 200 };
      },
    },
  ];
}

/** Everything that happened to an account, newest first. */
function notificationsOf(bluesky: Bluesky, account: Account): Notification[] {
  const posts = postsOf(bluesky, account.did);
  return [
    ...posts.flatMap((post) => [
      ...fromReaders(bluesky, post.uri),
      ...reactions(bluesky, 'app.bsky.feed.like', 'like', post.uri),
      ...reactions(bluesky, 'app.bsky.feed.repost', 'repost', post.uri),
    ]),
    ...reactions(bluesky, 'app.bsky.graph.follow', 'follow', account.did),
    ...fromAccounts(bluesky, account),
  ].toSorted((a, b) => compare(`${b.indexedAt} ${b.uri}`, `${a.indexedAt} ${a.uri}`));
}

function fromReaders(bluesky: Bluesky, uri: string): Notification[] {
  const { audience, clock } = bluesky;
  const post = findPost(bluesky, uri);
  if (!post) return [];
  const replies = readerRepliesTo(bluesky, post).map((reply) => ({
    ...reply,
    reason: 'reply',
    reasonSubject: uri,
  }));
  const place = parseRecordUri(uri);
  const subject = { uri, cid: '' };
  const others = audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => kind === 'like' || kind === 'repost' || kind === 'follow')
    .map(({ kind, at, reader, choice }): Notification => {
      const author = readerView(bluesky, readerOf(reader));
      const collection = kind === 'follow' ? 'app.bsky.graph.follow' : `app.bsky.feed.${kind}`;
      const createdAt = new Date(at).toISOString();
      const record = {
        $type: collection,
        createdAt,
        subject: kind === 'follow' ? (place?.repo ?? '') : subject,
      };
      return {
        uri: `at://${author.did}/${collection}/${tid(at * 1000 + Math.floor(choice * 1000), reader & 1023)}`,
        cid: recordCid(encodeRecord(record)),
        author,
        reason: kind,
        ...(kind !== 'follow' && { reasonSubject: uri }),
        record,
        indexedAt: createdAt,
      };
    });
  return [...replies, ...others];
}

function reactions(
  bluesky: Bluesky,
  collection: string,
  reason: string,
  subject: string,
): Notification[] {
  return recordsAbout(bluesky, collection, subject).map((record) => ({
    ...notification(bluesky, record, reason),
    ...(reason !== 'follow' && { reasonSubject: subject }),
  }));
}

/** Replies, quotes and mentions by other accounts on this server. */
function fromAccounts(bluesky: Bluesky, { did }: Account): Notification[] {
  return recordsOfOthers(bluesky, 'app.bsky.feed.post', did).flatMap((record) => {
    const { reply, embed, facets } = record.value;
    const parent =
      isRecord(reply) && isRecord(reply['parent']) ? String(reply['parent']['uri']) : '';
    const quoted = isRecord(embed) ? JSON.stringify(embed) : '';
    const ours = `at://${did}/`;
    if (parent.startsWith(ours)) {
      return [{ ...notification(bluesky, record, 'reply'), reasonSubject: parent }];
    }
    if (quoted.includes(ours)) return [notification(bluesky, record, 'quote')];
    const mentioned = JSON.stringify(facets ?? []).includes(`"did":"${did}"`);
    return mentioned ? [notification(bluesky, record, 'mention')] : [];
  });
}

function notification(bluesky: Bluesky, record: StoredRecord, reason: string): Notification {
  return {
    uri: record.uri,
    cid: record.cid,
    author: actorView(bluesky, parseRecordUri(record.uri)?.repo ?? ''),
    reason,
    record: record.value,
    indexedAt: new Date(record.indexedAt).toISOString(),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
