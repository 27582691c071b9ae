import { isRecord } from '../http/body-fields.ts';
import type { Bluesky } from './context.ts';
import { readerPostView, viewOf } from './post-views.ts';
import { findPost, repliesTo } from './posts.ts';
import { readerRepliesTo } from './reader-posts.ts';
import { findRecord } from './records.ts';
import { parseRecordUri } from './syntax.ts';

const type = 'app.bsky.feed.defs#threadViewPost';

/** A post with those above it and those below it; `undefined` when it is not there. */
export function threadView(
  bluesky: Bluesky,
  uri: string,
  { depth, height }: { readonly depth: number; readonly height: number },
): unknown {
  const post = viewOf(bluesky, uri);
  if (!post) return undefined;
  return {
    $type: type,
    post,
    ...(height > 0 && parentOf(bluesky, uri, height)),
    ...(depth > 0 && { replies: repliesBelow(bluesky, uri, depth) }),
    threadContext: {},
  };
}

function parentOf(bluesky: Bluesky, uri: string, height: number): { parent?: unknown } {
  const reply = viewOf(bluesky, uri)?.record['reply'];
  const parent = isRecord(reply) && isRecord(reply['parent']) ? String(reply['parent']['uri']) : '';
  if (!parent) return {};
  const view = threadView(bluesky, parent, { depth: 0, height: height - 1 });
  const missing = { $type: 'app.bsky.feed.defs#notFoundPost', uri: parent, notFound: true };
  return { parent: view ?? missing };
}

function repliesBelow(bluesky: Bluesky, uri: string, depth: number): unknown[] {
  const post = findPost(bluesky, uri);
  const hidden = hiddenReplies(bluesky, uri);
  const ours = repliesTo(bluesky, uri).map((reply) => ({
    at: reply.publishedAt,
    uri: reply.uri,
    view: threadView(bluesky, reply.uri, { depth: depth - 1, height: 0 }),
  }));
  const readers = (post ? readerRepliesTo(bluesky, post) : []).map((reply) => ({
    at: Date.parse(reply.indexedAt),
    uri: reply.uri,
    view: {
      $type: type,
      post: readerPostView(bluesky, reply),
      ...(depth > 1 && { replies: repliesBelow(bluesky, reply.uri, depth - 1) }),
      threadContext: {},
    },
  }));
  return [...ours, ...readers]
    .filter((reply) => !hidden.has(reply.uri))
    .toSorted((a, b) => a.at - b.at)
    .map(({ view }) => view);
}

/** Replies that the author of the thread has hidden with a threadgate. */
function hiddenReplies(bluesky: Bluesky, uri: string): ReadonlySet<unknown> {
  const place = parseRecordUri(findPost(bluesky, uri)?.root ?? uri);
  const gate =
    place &&
    findRecord(bluesky, {
      did: place.repo,
      collection: 'app.bsky.feed.threadgate',
      rkey: place.rkey,
    });
  const hidden = gate?.value['hiddenReplies'];
  return new Set(Array.isArray(hidden) ? (hidden as unknown[]) : []);
}
