import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { refuse, type X } from './context.ts';
import { setHidden } from './hidden-replies.ts';
import { publish } from './posting.ts';
import { postView, wantedOf } from './post-views.ts';
import { storedText } from './post-text.ts';
import { findPost } from './posts.ts';
import { findReaderPost } from './reader-posts.ts';

/** Posts: `/2/tweets` and what belongs to it. */
export function postRoutes(x: X): Route[] {
  return [
    route('POST', '/2/tweets', (exchange) => {
      const { id, text } = publish(x, authenticate(x, exchange), exchange.fields);
      const data = { id, text: storedText(text).text, edit_history_tweet_ids: [id] };
      return { status: 201, body: { data } };
    }),
    route('DELETE', '/2/tweets/:id', (exchange) => {
      const account = authenticate(x, exchange);
      const id = exchange.parameters['id'] ?? '';
      const post = findPost(x, id);
      if (!post) throw notFound(id);
      if (post.account !== account.id) {
        const why = 'You are not authorized to delete this Tweet.';
        throw refuse(403, why, 'not-authorized-for-resource');
      }
      x.database.run('UPDATE post SET removed_at = ? WHERE id = ?', x.clock.now(), id);
      return { status: 200, body: { data: { deleted: true } } };
    }),
    route('PUT', '/2/tweets/:id/hidden', (exchange) => {
      const account = authenticate(x, exchange);
      const id = exchange.parameters['id'] ?? '';
      const reply = findReaderPost(x, id);
      if (!reply) throw notFound(id);
      if (reply.about.account !== account.id) {
        throw refuse(403, 'You did not begin this conversation.', 'not-authorized-for-resource');
      }
      const hidden = exchange.fields['hidden'] === true;
      setHidden(x, id, hidden);
      return { status: 200, body: { data: { hidden } } };
    }),
    route('GET', '/2/tweets', (exchange) => {
      authenticate(x, exchange);
      const ids = (exchange.query.get('ids') ?? '').split(',');
      const found = ids.flatMap((id) => findPost(x, id) ?? []);
      const data = found.map((post) => postView(x, post, wantedOf(exchange.query)));
      const errors = ids.filter((id) => !found.some((post) => post.id === id)).map(missing);
      return {
        status: 200,
        // What is missing stands beside what is there, and neither list is ever empty.
        body: { ...(data.length > 0 && { data }), ...(errors.length > 0 && { errors }) },
      };
    }),
    route('GET', '/2/tweets/:id', (exchange) => {
      authenticate(x, exchange);
      const id = exchange.parameters['id'] ?? '';
      const post = findPost(x, id);
      if (!post) throw notFound(id);
      return { status: 200, body: { data: postView(x, post, wantedOf(exchange.query)) } };
    }),
  ];
}

function notFound(id: string) {
  return refuse(404, missing(id).detail, 'resource-not-found');
}

function missing(id: string) {
  return {
    title: 'Not Found Error',
    type: 'https://api.x.com/2/problems/resource-not-found',
    detail: `Could not find tweet with id: [${id}].`,
    resource_type: 'tweet',
    resource_id: id,
  };
}
