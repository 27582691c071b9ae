import { type Route, route } from '../http/route.ts';
import { keptPosts, readersOf } from '../kept-posts.ts';
import { authenticate, type Business, invalid, notFound } from './context.ts';
import { page } from './routes.ts';

const reviews = '/v4/accounts/:account/locations/:location/reviews';
const stars = ['ONE', 'THREE', 'FOUR', 'FIVE', 'FIVE'];

/** The table of answers to reviews. */
export const replyTable = `
  CREATE TABLE IF NOT EXISTS review_reply (review TEXT PRIMARY KEY, comment TEXT NOT NULL) STRICT;`;

/** What simulated customers wrote, and what the place answered. */
export function reviewRoutes(business: Business): Route[] {
  const { database } = business;
  return [
    route('GET', reviews, (exchange) =>
      page(exchange, 'reviews', reviewsOf(business, authenticate(business, exchange).id)),
    ),
    route('GET', `${reviews}/:review`, (exchange) => {
      const { id } = authenticate(business, exchange);
      const name = `${id}/reviews/${exchange.parameters['review'] ?? ''}`;
      const review = reviewsOf(business, id).find((each) => each.name === name);
      if (!review) throw notFound();
      return { status: 200, body: review };
    }),
    route('PUT', `${reviews}/:review/reply`, (exchange) => {
      const { id } = authenticate(business, exchange);
      const name = `${id}/reviews/${exchange.parameters['review'] ?? ''}`;
      if (!reviewsOf(business, id).some((each) => each.name === name)) throw notFound();
      const { comment } = exchange.fields;
      if (typeof comment !== 'string' || comment === '' || comment.length > 4096) {
        throw invalid('comment', 'At most 4096 characters.');
      }
      database.run(
        'INSERT OR REPLACE INTO review_reply (review, comment) VALUES (?, ?)',
        name,
        comment,
      );
      return { status: 200, body: { comment } };
    }),
    route('DELETE', `${reviews}/:review/reply`, (exchange) => {
      const { id } = authenticate(business, exchange);
      const name = `${id}/reviews/${exchange.parameters['review'] ?? ''}`;
      database.run('DELETE FROM review_reply WHERE review = ?', name);
      return { status: 200, body: {} };
    }),
  ];
}

/** Reviews, newest first. */
function reviewsOf(business: Business, account: string) {
  const { audience, clock, database } = business;
  return keptPosts(business, account)
    .flatMap((post) =>
      audience
        .actions(readersOf(post), clock.now())
        .filter(({ kind }) => kind === 'reply')
        .map(({ at, reader, choice }, index) => {
          const name = `${account}/reviews/${post.id.split('/').at(-1) ?? ''}-${index}`;
          const reply = database.one('SELECT comment FROM review_reply WHERE review = ?', name);
          const time = new Date(at).toISOString();
          return {
            name,
            reviewer: { displayName: `Customer ${reader}` },
            starRating: stars[Math.floor(choice * stars.length)],
            comment: 'As good as they say.',
            createTime: time,
            updateTime: time,
            ...(reply && { reviewReply: { comment: String(reply['comment']) } }),
          };
        }),
    )
    .toSorted((one, other) => other.createTime.localeCompare(one.createTime));
}
