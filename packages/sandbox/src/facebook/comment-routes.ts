import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { page as listPage } from '../meta/pages.ts';
import {
  commentsOf,
  commentView,
  findComment,
  findReaderComment,
  insertComment,
  readerCommentsOn,
} from './comments.ts';
import type { Facebook } from './context.ts';
import { findFilm } from './films.ts';
import { findPost, type Post } from './posts.ts';
import { actingPage, ownPage, requireTask } from './tokens.ts';
import { wordsOf } from './words.ts';

const base = '/:version/:object/comments';

/** Comments under posts, films and comments: read and written. */
export function commentRoutes(facebook: Facebook): Route[] {
  return [
    route('GET', base, (exchange) => {
      actingPage(facebook, exchange);
      const { id, post } = subjectOf(facebook, exchange);
      const all = post ? commentsUnder(facebook, post, exchange) : ownUnder(facebook, id);
      const sorted = all.toSorted((one, other) =>
        one.created_time < other.created_time ? -1 : Number(one.created_time > other.created_time),
      );
      const newestFirst = exchange.query.get('order') === 'reverse_chronological';
      return listPage(exchange, newestFirst ? sorted.toReversed() : sorted);
    }),
    route('POST', base, (exchange) => {
      const { id: page } = actingPage(facebook, exchange);
      requireTask(facebook, 'MODERATE');
      const { id, post } = subjectOf(facebook, exchange);
      if (post && post.shownAt > facebook.clock.now()) {
        throw graphError({ message: '(#100) The post is not published.', code: 100 });
      }
      const { message = '', attachment_id: photo, attachment_url: url } = wordsOf(exchange);
      if (message === '' && !photo && !url) throw invalidParameter('message is required');
      const made = insertComment(facebook, { page, object: id, message });
      return { status: 200, body: { id: made } };
    }),
    route('POST', '/:version/:object/likes', (exchange) => {
      const { id: page } = actingPage(facebook, exchange);
      requireTask(facebook, 'MODERATE');
      const { id } = subjectOf(facebook, exchange);
      facebook.database.run('INSERT OR IGNORE INTO liked (object, page) VALUES (?, ?)', id, page);
      return { status: 200, body: { success: true } };
    }),
    route('POST', '/:version/:object/blocked', (exchange) => {
      const { id: page } = ownPage(facebook, exchange, 'MODERATE');
      const { user } = wordsOf(exchange);
      if (!user) throw invalidParameter('user is required');
      facebook.database.run(
        'INSERT OR IGNORE INTO blocked (page, person) VALUES (?, ?)',
        page,
        user,
      );
      return { status: 200, body: { [user]: true } };
    }),
  ];
}

/** What comments stand under: a post, by its number or its film's, or a comment. */
function subjectOf(
  facebook: Facebook,
  { parameters: { object = '' } }: Exchange,
): { readonly id: string; readonly post?: Post } {
  const post = findPost(facebook, findFilm(facebook, object)?.post ?? object);
  if (post) return { id: post.id, post };
  if (!findComment(facebook, object) && !findReaderComment(facebook, object)) {
    throw objectMissing(object);
  }
  return { id: object };
}

function commentsUnder(facebook: Facebook, post: Post, { query }: Exchange) {
  const readers = readerCommentsOn(facebook, post);
  const own = ownUnder(facebook, post.id);
  if (query.get('filter') !== 'stream') return [...own, ...readers];
  return [...own, ...readers, ...readers.flatMap(({ id }) => ownUnder(facebook, id))];
}

function ownUnder(facebook: Facebook, id: string) {
  return commentsOf(facebook, id).map((comment) => commentView(facebook, comment));
}
