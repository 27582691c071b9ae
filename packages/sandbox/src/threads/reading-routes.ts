import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from '../meta/profiles.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import type { Threads } from './context.ts';
import { page } from '../meta/pages.ts';
import { conversationOf, postView } from './post-views.ts';
import { allPosts, findPost, type Post, postsOf, repliesTo } from './posts.ts';
import { own } from './publish-routes.ts';
import { findReaderReply, pendingRepliesTo, readerRepliesTo } from './reader-replies.ts';

/** Own posts and replies, mentions, conversations, and what is hidden of them. */
export function readingRoutes(threads: Threads): Route[] {
  const base = `/${threads.settings.version}`;
  return [
    route('GET', `${base}/:user/threads`, (exchange) => {
      const account = own(threads, exchange);
      const posts = within(
        exchange,
        postsOf(threads, account.id).filter(({ replyTo }) => replyTo === null),
      );
      return page(
        exchange,
        posts.toReversed().map((post) => postView(threads, post, account)),
      );
    }),
    route('GET', `${base}/:user/replies`, (exchange) => {
      const account = authenticate(threads, exchange);
      const { user = '' } = exchange.parameters;
      const post = findPost(threads, user);
      const own = postsOf(threads, account.id).filter(({ replyTo }) => replyTo !== null);
      const replies = post ? repliesTo(threads, user) : within(exchange, own).toReversed();
      return page(exchange, [
        ...replies.map((reply) => postView(threads, reply, account)),
        ...(post ? readerRepliesTo(threads, post) : []),
      ]);
    }),
    route('GET', `${base}/:user/mentions`, (exchange) => {
      const account = own(threads, exchange);
      const naming = allPosts(threads).filter(
        (post) =>
          post.account !== account.id && post.fields['text']?.includes(`@${account.username}`),
      );
      return page(
        exchange,
        naming.toReversed().map((post) => postView(threads, post, account)),
      );
    }),
    route('GET', `${base}/:media/conversation`, (exchange) => {
      const account = authenticate(threads, exchange);
      return page(exchange, conversationOf(threads, mediaOf(threads, exchange), account));
    }),
    route('GET', `${base}/:media/pending_replies`, (exchange) => {
      const account = authenticate(threads, exchange);
      const post = mediaOf(threads, exchange);
      if (post.account !== account.id) throw objectMissing(post.id);
      return page(exchange, pendingRepliesTo(threads, post));
    }),
    route('POST', `${base}/:reply/manage_pending_reply`, (exchange) => {
      authenticate(threads, exchange);
      const { reply = '' } = exchange.parameters;
      const approve = exchange.fields['approve'] ?? exchange.query.get('approve');
      if (approve !== 'true' && approve !== 'false') throw invalidParameter('approve');
      if (!findReaderReply(threads, reply)) throw objectMissing(reply);
      threads.database.run(
        'INSERT OR REPLACE INTO approval (reply, approved) VALUES (?, ?)',
        reply,
        approve === 'true' ? 1 : 0,
      );
      return { status: 200, body: { success: true } };
    }),
    route('POST', `${base}/:reply/manage_reply`, (exchange) => {
      authenticate(threads, exchange);
      const { reply = '' } = exchange.parameters;
      const hide = exchange.fields['hide'] ?? exchange.query.get('hide');
      if (hide !== 'true' && hide !== 'false') throw invalidParameter('hide');
      if (!findReaderReply(threads, reply)) throw objectMissing(reply);
      threads.database.run(
        hide === 'true'
          ? 'INSERT OR IGNORE INTO hidden (reply) VALUES (?)'
          : 'DELETE FROM hidden WHERE reply = ?',
        reply,
      );
      return { status: 200, body: { success: true } };
    }),
  ];
}

function mediaOf(threads: Threads, { parameters: { media = '' } }: Exchange): Post {
  const post = findPost(threads, media);
  if (!post) throw objectMissing(media);
  return post;
}

function within({ query }: Exchange, posts: readonly Post[]): Post[] {
  const since = Number(query.get('since') ?? 0) * 1000;
  const until = Number(query.get('until') ?? Infinity) * 1000;
  return posts.filter(({ publishedAt }) => publishedAt >= since && publishedAt <= until);
}
