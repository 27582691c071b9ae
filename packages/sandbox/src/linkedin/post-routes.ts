import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, authenticateReader, requireSelf } from './accounts.ts';
import { fieldError, freshNumber, type LinkedIn, linkedInError, notFound } from './context.ts';
import { readLittleText } from './little-text.ts';
import { checkContent } from './post-content.ts';
import { findDuplicate, findPost, type Post, postsOf, postView } from './posts.ts';

/** Posts: `/rest/posts`. */
export function postRoutes(linkedIn: LinkedIn): Route[] {
  const { database, clock } = linkedIn;
  return [
    route('POST', '/rest/posts', (exchange) => create(linkedIn, exchange)),
    route('GET', '/rest/posts', (exchange) => list(linkedIn, exchange)),
    route('GET', '/rest/posts/:id', (exchange) => {
      authenticateReader(linkedIn, exchange);
      const post = findPost(linkedIn, exchange.parameters['id'] ?? '');
      if (!post) throw notFound();
      return { status: 200, body: postView(post) };
    }),
    route('POST', '/rest/posts/:id', (exchange) => edit(linkedIn, exchange)),
    route('DELETE', '/rest/posts/:id', (exchange) => {
      const post = findPost(linkedIn, exchange.parameters['id'] ?? '');
      const account = authenticate(linkedIn, exchange);
      // Deleting what is gone is as good as deleting it.
      if (post) {
        requireSelf(account, post.author);
        database.run('UPDATE post SET removed_at = ? WHERE urn = ?', clock.now(), post.urn);
      }
      return { status: 204 };
    }),
  ];
}

const mostCharacters = 3000;

function create(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const { database, clock, settings } = linkedIn;
  const account = authenticate(linkedIn, exchange);
  const { author, visibility, lifecycleState } = exchange.fields;
  requireSelf(account, author);
  if (typeof visibility !== 'string') throw fieldError('visibility', 'field is required');
  if (lifecycleState !== 'PUBLISHED') throw fieldError('lifecycleState', 'must be PUBLISHED');
  const { commentary, text } = readCommentary(exchange.fields['commentary']);
  checkContent(linkedIn, account, exchange.fields['content']);
  const duplicate = findDuplicate(linkedIn, account.urn, commentary);
  if (duplicate !== undefined) {
    throw linkedInError(422, 'DUPLICATE_POST', `Content is a duplicate of ${duplicate}`);
  }
  const urn = `urn:li:share:${freshNumber(linkedIn)}`;
  const doomed = settings.rejectedWords.some((word) => text.includes(word));
  database.run(
    `INSERT INTO post (urn, author, commentary, text, body, followers, published_at, modified_at, rejected_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    urn,
    account.urn,
    commentary,
    text,
    JSON.stringify(exchange.fields),
    account.followers,
    clock.now(),
    clock.now(),
    doomed ? clock.now() + settings.rejectionSeconds * 1000 : null,
  );
  return { status: 201, headers: { 'x-restli-id': urn } };
}

function readCommentary(commentary: unknown): { commentary: string; text: string } {
  if (typeof commentary !== 'string') {
    throw fieldError('commentary', 'field is required but not found and has no default value');
  }
  const text = readLittleText(commentary);
  if (Array.from(text).length > mostCharacters) {
    throw fieldError('commentary', `length must not be more than ${mostCharacters}`);
  }
  return { commentary, text };
}

function list(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const account = authenticateReader(linkedIn, exchange);
  const { query, headers } = exchange;
  if (headers['x-restli-method'] !== 'FINDER' || query.get('q') !== 'author') {
    throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'No finder was named');
  }
  requireSelf(account, query.get('author'));
  const start = Number(query.get('start') ?? 0);
  const count = Math.min(100, Number(query.get('count') ?? 10));
  const elements = postsOf(linkedIn, account.urn)
    .toReversed()
    .toSorted((one, other) => other.modifiedAt - one.modifiedAt)
    .slice(start, start + count)
    .map(postView);
  return { status: 200, body: { elements, paging: { start, count, links: [] } } };
}

function edit(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const { database, clock } = linkedIn;
  const account: Account = authenticate(linkedIn, exchange);
  const post: Post | undefined = findPost(linkedIn, exchange.parameters['id'] ?? '');
  if (!post) throw notFound();
  requireSelf(account, post.author);
  const { patch } = exchange.fields;
  const set = isRecord(patch) ? patch['$set'] : undefined;
  if (exchange.headers['x-restli-method'] !== 'PARTIAL_UPDATE' || !isRecord(set)) {
    throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'No partial update was given');
  }
  const { commentary, text } = readCommentary(set['commentary']);
  database.run(
    'UPDATE post SET commentary = ?, text = ?, modified_at = ? WHERE urn = ?',
    commentary,
    text,
    clock.now(),
    post.urn,
  );
  return { status: 204 };
}
