import type { Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { findAccount } from './accounts.ts';
import { actorView } from './actor-views.ts';
import type { Bluesky } from './context.ts';
import { limitParameter, listParameter, requireParameter } from './fields.ts';
import { postView, viewOf } from './post-views.ts';
import { findPost, postsOf } from './posts.ts';
import { recordsAbout } from './records.ts';
import { authenticate } from './sessions.ts';
import { parseRecordUri } from './syntax.ts';
import { threadView } from './threads.ts';
import { invalidRequest, xrpcError } from './xrpc-error.ts';

/** Posts and their counts: `app.bsky.feed.*`. */
export function feedRoutes(bluesky: Bluesky): Route[] {
  const route = (name: string, answer: (exchange: Exchange) => unknown): Route => ({
    method: 'GET',
    path: `/xrpc/app.bsky.feed.${name}`,
    handle(exchange) {
      authenticate(bluesky, exchange);
      return { status: 200, body: answer(exchange) };
    },
  });
  return [
    route('getPosts', (exchange) => {
      const uris = listParameter(exchange, 'uris');
      if (uris.length > 25) {
        throw invalidRequest('Invalid app.bsky.feed.getPosts params: array too big (maximum 25)');
      }
      return {
        posts: uris.map((uri) => viewOf(bluesky, uri)).filter((view) => view !== undefined),
      };
    }),
    route('getPostThread', (exchange) => {
      const uri = requireParameter(exchange, 'uri');
      const thread = threadView(bluesky, uri, {
        depth: Number(exchange.query.get('depth') ?? 6),
        height: Number(exchange.query.get('parentHeight') ?? 80),
      });
      if (!thread) throw xrpcError(400, 'NotFound', `Post not found: ${uri}`);
      return { thread };
    }),
    route('getAuthorFeed', (exchange) => {
      const actor = requireParameter(exchange, 'actor');
      const account = findAccount(bluesky, actor);
      if (!account) throw invalidRequest('Profile not found');
      const limit = limitParameter(exchange);
      const before = exchange.query.get('cursor');
      const without = exchange.query.get('filter') === 'posts_no_replies';
      const posts = postsOf(bluesky, account.did)
        .toReversed()
        .filter((post) => !without || post.parent === null)
        .filter((post) => before === null || new Date(post.publishedAt).toISOString() < before);
      const page = posts.slice(0, limit);
      const last = posts.length > limit ? page.at(-1) : undefined;
      return {
        feed: page.map((post) => ({ post: postView(bluesky, post) })),
        ...(last && { cursor: new Date(last.publishedAt).toISOString() }),
      };
    }),
    route('searchPosts', (exchange) => {
      const words = requireParameter(exchange, 'q').toLowerCase().split(/\s+/);
      const limit = limitParameter(exchange, { usual: 25 });
      const posts = bluesky.database
        .all('SELECT uri, text FROM post WHERE removed_at IS NULL ORDER BY published_at DESC')
        .filter((row) => words.every((word) => String(row['text']).toLowerCase().includes(word)))
        .slice(0, limit)
        .map((row) => viewOf(bluesky, String(row['uri'])));
      return { posts, hitsTotal: posts.length };
    }),
    route('getLikes', (exchange) => reactionsTo(bluesky, exchange, 'app.bsky.feed.like')),
    route('getRepostedBy', (exchange) => reactionsTo(bluesky, exchange, 'app.bsky.feed.repost')),
  ];
}

/** The accounts of this server behind a count; simulated readers are only counted. */
function reactionsTo(bluesky: Bluesky, exchange: Exchange, collection: string) {
  const uri = requireParameter(exchange, 'uri');
  const records = findPost(bluesky, uri) ? recordsAbout(bluesky, collection, uri) : [];
  const people = records.flatMap((record) => {
    const actor = actorView(bluesky, parseRecordUri(record.uri)?.repo ?? '');
    return actor ? [{ actor, record }] : [];
  });
  if (collection === 'app.bsky.feed.repost') {
    return { uri, repostedBy: people.map(({ actor }) => actor) };
  }
  return {
    uri,
    likes: people.map(({ actor, record }) => ({
      actor,
      createdAt: record.value['createdAt'],
      indexedAt: new Date(record.indexedAt).toISOString(),
    })),
  };
}
