import type { ActionKind } from '../audience/profile.ts';
import { actorView } from './actor-views.ts';
import type { Bluesky } from './context.ts';
import { embedView } from './embed-views.ts';
import { audiencePost, findPost, type Post, quotesOf, repliesTo } from './posts.ts';
import { findReaderPost, type ReaderPost } from './reader-posts.ts';
import { findRecord, recordsAbout } from './records.ts';
import { parseRecordUri } from './syntax.ts';

/** A post as feeds show it, with what it has got so far. */
export function postView(bluesky: Bluesky, post: Post) {
  const { audience, clock } = bluesky;
  const place = parseRecordUri(post.uri);
  const record = place && findRecord(bluesky, { ...place, did: place.repo });
  const readers = (kind: ActionKind) => audience.count(audiencePost(post), kind, clock.now());
  const likes = recordsAbout(bluesky, 'app.bsky.feed.like', post.uri).length;
  const reposts = recordsAbout(bluesky, 'app.bsky.feed.repost', post.uri).length;
  const embed = embedView(bluesky, post.did, record?.value['embed']);
  return {
    uri: post.uri,
    cid: record?.cid ?? '',
    author: actorView(bluesky, post.did),
    record: record?.value ?? {},
    ...(embed === undefined ? {} : { embed }),
    bookmarkCount: readers('bookmark'),
    replyCount: readers('reply') + repliesTo(bluesky, post.uri).length,
    repostCount: readers('repost') + reposts,
    likeCount: readers('like') + likes,
    quoteCount: readers('quote') + quotesOf(bluesky, post.uri).length,
    indexedAt: new Date(post.publishedAt).toISOString(),
    viewer: { bookmarked: false, threadMuted: false, embeddingDisabled: false },
    labels: [],
  };
}

/** What a simulated reader wrote, in the same form. */
export function readerPostView(bluesky: Bluesky, reply: ReaderPost) {
  return {
    ...reply,
    bookmarkCount: 0,
    replyCount: repliesTo(bluesky, reply.uri).length,
    repostCount: 0,
    likeCount: 0,
    quoteCount: 0,
    viewer: { bookmarked: false, threadMuted: false, embeddingDisabled: false },
    labels: [],
  };
}

/** Any post by its address. */
export function viewOf(bluesky: Bluesky, uri: string) {
  const post = findPost(bluesky, uri);
  if (post) return postView(bluesky, post);
  const reply = findReaderPost(bluesky, uri);
  return reply && readerPostView(bluesky, reply);
}
