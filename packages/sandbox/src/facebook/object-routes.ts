import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { commentView, findComment, findReaderComment } from './comments.ts';
import type { Facebook } from './context.ts';
import { findFilm, statusOf } from './films.ts';
import { followersNow } from './followers.ts';
import { findPage, type Page } from './pages.ts';
import { editPost, findPost, removePost } from './posts.ts';
import { actingPage, authenticate, requireTask } from './tokens.ts';
import { permalinkOf, postView } from './views.ts';
import { wordsOf } from './words.ts';

const base = '/:version/:object';

/** Whatever has a number: shown, changed and deleted. */
export function objectRoutes(facebook: Facebook): Route[] {
  return [
    route('GET', base, (exchange) => show(facebook, exchange)),
    route('POST', base, (exchange) => {
      const page = actingPage(facebook, exchange);
      const { object = '' } = exchange.parameters;
      edit(facebook, page, object, wordsOf(exchange));
      return answer({ success: true });
    }),
    route('DELETE', base, (exchange) => {
      const page = actingPage(facebook, exchange);
      remove(facebook, page, exchange.parameters['object'] ?? '');
      return answer({ success: true });
    }),
  ];
}

function show(facebook: Facebook, exchange: Exchange): Answer {
  const { page: own, kind } = authenticate(facebook, exchange);
  const { object = '' } = exchange.parameters;
  if (object === 'me' && kind !== 'page') return answer({ id: '99', name: 'Camille' });
  const page = findPage(facebook, object === 'me' ? (own ?? '') : object);
  if (page) {
    const { id, name } = page;
    const followers = followersNow(facebook, page);
    return answer({ id, name, followers_count: followers, fan_count: followers });
  }
  const film = findFilm(facebook, object);
  if (film && film.page === own) {
    const { id, post } = film;
    return answer({
      id,
      status: statusOf(facebook, film),
      ...(post !== null && {
        post_id: post.split('_')[1],
        permalink_url: permalinkOf(facebook, post),
      }),
    });
  }
  const post = findPost(facebook, object);
  if (post) return answer(postView(facebook, post));
  const comment = findComment(facebook, object);
  const found = comment ? commentView(facebook, comment) : findReaderComment(facebook, object);
  if (!found) throw objectMissing(object);
  return answer(found);
}

function edit(
  facebook: Facebook,
  page: Page,
  object: string,
  { message, is_hidden: hidden }: Readonly<Record<string, string>>,
): void {
  const { database } = facebook;
  const reader = findReaderComment(facebook, object);
  if (reader?.page === page.id) {
    requireTask(facebook, 'MODERATE');
    if (hidden !== 'true' && hidden !== 'false') throw invalidParameter('is_hidden');
    const verdict = hidden === 'true' ? 'hidden' : 'shown';
    database.run('INSERT OR REPLACE INTO moderated VALUES (?, ?)', object, verdict);
    return;
  }
  const post = findPost(facebook, object);
  const comment = findComment(facebook, object);
  if ((post ?? comment)?.page !== page.id) throw objectMissing(object);
  if (!message) throw invalidParameter('message is required');
  if (post) editPost(facebook, post, message);
  else database.run('UPDATE comment SET message = ? WHERE id = ?', message, object);
}

function remove(facebook: Facebook, page: Page, object: string): void {
  const { database, clock } = facebook;
  const post = findPost(facebook, findFilm(facebook, object)?.post ?? object);
  if (post?.page === page.id) {
    removePost(facebook, post.id);
    return;
  }
  if (findReaderComment(facebook, object)?.page === page.id) {
    requireTask(facebook, 'MODERATE');
    database.run('INSERT OR REPLACE INTO moderated VALUES (?, ?)', object, 'deleted');
    return;
  }
  if (findComment(facebook, object)?.page !== page.id) throw objectMissing(object);
  database.run('UPDATE comment SET removed_at = ? WHERE id = ?', clock.now(), object);
}

function answer(body: unknown): Answer {
  return { status: 200, body };
}
