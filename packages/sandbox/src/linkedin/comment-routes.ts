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
    route('DELETE', `${comments}/:comment`, (exchange) => {
      const account = authenticate(linkedIn, exchange);
      requireSelf(account, exchange.query.get('actor'));
      linkedIn.database.run(
        'DELETE FROM comment WHERE id = ? AND actor = ?',
        exchange.parameters['comment'] ?? '',
        account.urn,
      );
      return { status: 204 };
    }),
  ];
}

const mostCharacters = 1250;

function create(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const { database, clock } = linkedIn;
  const account = authenticate(linkedIn, exchange);
  const { actor, message } = exchange.fields;
  requireSelf(account, actor);
  const { post, parent } = subject(linkedIn, exchange);
  const text = isRecord(message) && typeof message['text'] === 'string' ? message['text'] : '';
  const length = Array.from(text).length;
  if (length === 0 || length > mostCharacters) {
    throw fieldError('message/text', `must have 1 to ${mostCharacters} characters`);
  }
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
