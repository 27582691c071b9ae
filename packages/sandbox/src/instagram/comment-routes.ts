import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { fieldsOf } from '../meta/fields.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { page } from '../meta/pages.ts';
import { authenticate } from '../meta/profiles.ts';
import {
  type Comment,
  commentsUnder,
  commentView,
  findComment,
  insertComment,
} from './comments.ts';
import type { Instagram } from './context.ts';
import { own } from './own-account.ts';
import { findPost, isStory, type Post } from './posts.ts';

/** What is said under posts: reading, saying, hiding and deleting; and closing the whole. */
export function commentRoutes(instagram: Instagram): Route[] {
  const base = `/${instagram.settings.version}`;
  return [
    route('GET', `${base}/:media/comments`, (exchange) => {
      authenticate(instagram, exchange);
      const all = commentsUnder(instagram, requirePost(instagram, exchange.parameters['media']));
      const top = all.filter(({ parent }) => parent === null);
      return page(
        exchange,
        top.map((comment) => commentView(instagram, comment, all)),
      );
    }),
    route('POST', `${base}/:media/comments`, (exchange) => {
      const post = requirePost(instagram, exchange.parameters['media']);
      return say(instagram, exchange, { post, parent: null });
    }),
    route('GET', `${base}/:comment/replies`, (exchange) => {
      authenticate(instagram, exchange);
      const { id, post } = requireComment(instagram, exchange);
      const all = commentsUnder(instagram, requirePost(instagram, post));
      const answers = all.filter(({ parent }) => parent === id);
      return page(
        exchange,
        answers.map((comment) => commentView(instagram, comment, all)),
      );
    }),
    route('POST', `${base}/:comment/replies`, (exchange) => {
      const { id, post, parent } = requireComment(instagram, exchange);
      // What answers an answer stands beside it.
      const place = { post: requirePost(instagram, post), parent: parent ?? id };
      return say(instagram, exchange, place);
    }),
    route('POST', `${base}/:user/mentions`, (exchange) => {
      own(instagram, exchange);
      const { media_id: media, comment_id: comment } = fieldsOf(exchange);
      return say(instagram, exchange, {
        post: requirePost(instagram, media),
        parent: comment ?? null,
      });
    }),
    route('POST', `${base}/:comment`, (exchange) => change(instagram, exchange)),
    route('DELETE', `${base}/:comment`, (exchange) => {
      const account = authenticate(instagram, exchange);
      const { id, post, author } = requireComment(instagram, exchange);
      const isOurs = author.id === account.id || findPost(instagram, post)?.account === account.id;
      if (!isOurs) throw objectMissing(id);
      instagram.database.run('INSERT INTO removed (comment) VALUES (?)', id);
      return { status: 200, body: { success: true } };
    }),
  ];
}

function say(
  instagram: Instagram,
  exchange: Exchange,
  { post, parent }: { readonly post: Post; readonly parent: string | null },
): Answer {
  const account = authenticate(instagram, exchange);
  const { message: text = '' } = fieldsOf(exchange);
  if (text.trim() === '' || Array.from(text).length > 2200) throw invalidParameter('message');
  if (post.closed || isStory(post)) throw invalidParameter('Nobody can comment on this.');
  return {
    status: 200,
    body: { id: insertComment(instagram, account, { post: post.id, parent, text }) },
  };
}

/** One address for two things: a comment is hidden, a post is closed. */
function change(instagram: Instagram, exchange: Exchange): Answer {
  const account = authenticate(instagram, exchange);
  const { comment: id = '' } = exchange.parameters;
  const { hide, comment_enabled: enabled } = fieldsOf(exchange);
  const post = findPost(instagram, id);
  if (post) {
    if (post.account !== account.id) throw objectMissing(id);
    if (enabled !== 'true' && enabled !== 'false') throw invalidParameter('comment_enabled');
    const closed = enabled === 'false' ? 1 : 0;
    instagram.database.run('UPDATE post SET closed = ? WHERE id = ?', closed, id);
    return { status: 200, body: { success: true } };
  }
  requireComment(instagram, exchange);
  if (hide !== 'true' && hide !== 'false') throw invalidParameter('hide');
  instagram.database.run(
    hide === 'true'
      ? 'INSERT OR IGNORE INTO hidden (comment) VALUES (?)'
      : 'DELETE FROM hidden WHERE comment = ?',
    id,
  );
  return { status: 200, body: { success: true } };
}

function requirePost(instagram: Instagram, id = ''): Post {
  const post = findPost(instagram, id);
  if (!post) throw objectMissing(id);
  return post;
}

function requireComment(instagram: Instagram, { parameters: { comment: id = '' } }: Exchange) {
  const comment: Comment | undefined = findComment(instagram, id);
  if (!comment) throw objectMissing(id);
  return comment;
}
