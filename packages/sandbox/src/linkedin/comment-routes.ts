import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate, authenticateReader, requireSelf } from './accounts.ts';
import { commentsUnder, commentView, postOfComment } from './comments.ts';
import { fieldError, freshNumber, type LinkedIn, notFound } from './context.ts';
import { findPost, type Post } from './posts.ts';

/** Comments: `/rest/socialActions/…/comments`. */
export function commentRoutes(linkedIn: LinkedIn): Route[] {
  const comments = '/rest/socialActions/:id/comments';
  return [
    route('GET', comments, (exchange) => {
      authenticateReader(linkedIn, exchange);
      const { post, parent } = subject(linkedIn, exchange);
      const elements = commentsUnder(linkedIn, post)
        .filter((each) => each.parent === parent)
        .map(commentView);
      return { status: 200, body: { elements, paging: { start: 0, count: elements.length } } };
    }),
    route('POST', comments, (exchange) => create(linkedIn, exchange)),
    route('POST', `${comments}/:comment`, (exchange) => edit(linkedIn, exchange)),
    route('DELETE', `${comments}/:comment`, (exchange) => {
      const account = authenticate(linkedIn, exchange);
      requireSelf(account, exchange.query.get('actor'));
      const { post } = subject(linkedIn, exchange);
      const number = exchange.parameters['comment'] ?? '';
      const comment = commentsUnder(linkedIn, post).find(({ id }) => id === number);
      // Whose the post is decides what stands under it.
      if (comment && (comment.actor === account.urn || post.author === account.urn)) {
        linkedIn.database.run('INSERT OR IGNORE INTO removed_comment (id) VALUES (?)', number);
      }
      return { status: 204 };
    }),
    route('POST', '/rest/reactions', (exchange) => {
      const account = authenticate(linkedIn, exchange);
      requireSelf(account, exchange.query.get('actor'));
      const { root, reactionType: type } = exchange.fields;
      if (typeof root !== 'string' || !findPost(linkedIn, postOfComment(root) ?? root)) {
        throw notFound();
      }
      if (typeof type !== 'string' || !reactions.has(type)) {
        throw fieldError('reactionType', 'is not known');
      }
      linkedIn.database.run(
        'INSERT OR REPLACE INTO reaction (root, actor, type) VALUES (?, ?, ?)',
        root,
        account.urn,
        type,
      );
      const id = `urn:li:reaction:(${account.urn},${root})`;
      return {
        status: 201,
        headers: { 'x-restli-id': id },
        body: { id, root, reactionType: type },
      };
    }),
  ];
}

const reactions = new Set([
  'LIKE',
  'PRAISE',
  'EMPATHY',
  'INTEREST',
  'APPRECIATION',
  'ENTERTAINMENT',
]);
const mostCharacters = 1250;

function create(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const { database, clock } = linkedIn;
  const account = authenticate(linkedIn, exchange);
  const { actor, message } = exchange.fields;
  requireSelf(account, actor);
  const { post, parent } = subject(linkedIn, exchange);
  const text = wordsOf(message);
  const id = freshNumber(linkedIn);
  database.run(
    'INSERT INTO comment (id, post, parent, actor, text, at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    post.urn,
    parent,
    account.urn,
    text,
    clock.now(),
  );
  return { status: 201, headers: { 'x-restli-id': id } };
}

/** New words for an own comment. */
function edit(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const account = authenticate(linkedIn, exchange);
  requireSelf(account, exchange.query.get('actor'));
  const { patch } = exchange.fields;
  const message = isRecord(patch) && isRecord(patch['message']) ? patch['message']['$set'] : null;
  const number = exchange.parameters['comment'] ?? '';
  const { database } = linkedIn;
  if (!database.one('SELECT 1 FROM comment WHERE id = ? AND actor = ?', number, account.urn)) {
    throw notFound();
  }
  database.run('UPDATE comment SET text = ? WHERE id = ?', wordsOf(message), number);
  return { status: 204 };
}

function wordsOf(message: unknown): string {
  const text = isRecord(message) && typeof message['text'] === 'string' ? message['text'] : '';
  const length = Array.from(text).length;
  if (length === 0 || length > mostCharacters) {
    throw fieldError('message/text', `must have 1 to ${mostCharacters} characters`);
  }
  return text;
}

/** What the path names: a post, or a comment under one. */
function subject(
  linkedIn: LinkedIn,
  { parameters }: Exchange,
): { readonly post: Post; readonly parent: string | null } {
  const urn = parameters['id'] ?? '';
  const above = postOfComment(urn);
  const post = findPost(linkedIn, above ?? urn);
  if (!post) throw notFound();
  return { post, parent: above === undefined ? null : urn };
}
