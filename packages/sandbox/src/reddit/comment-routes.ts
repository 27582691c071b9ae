import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { keepPost, keptPost, removePost, rewritePost } from '../kept-posts.ts';
import { nextNumber } from '../people.ts';
import { authenticate, formError, problem, type Reddit, textOf } from './context.ts';
import { throttle } from './submit-routes.ts';
import { thingView } from './things.ts';

/** Comments, and what is done to things that are there. */
export function commentRoutes(reddit: Reddit): Route[] {
  return [
    route('POST', '/api/comment', (exchange) => {
      const person = authenticate(reddit, exchange);
      const text = checkText(textOf(exchange.fields, 'text'), 10_000);
      const parent = textOf(exchange.fields, 'thing_id');
      const answered = keptPost(reddit, parent);
      // What other people wrote is not kept here, and may be answered.
      if (!answered && !/^t[13]_other/.test(parent)) {
        throw formError('DELETED_LINK', 'that link has been deleted', 'parent');
      }
      throttle(reddit, person);
      const root = answered?.fields['root'] ?? parent;
      const id = `t1_${nextNumber(reddit).toString(36)}`;
      const fields = { text, thing_id: parent, root };
      const comment = keepPost(reddit, person, { id, kind: 't1', fields });
      const things = [thingView(reddit, comment)];
      return { status: 200, body: { json: { errors: [], data: { things } } } };
    }),
    route('POST', '/api/editusertext', (exchange) => {
      const person = authenticate(reddit, exchange);
      const text = checkText(textOf(exchange.fields, 'text'), 40_000);
      const thing = keptPost(reddit, textOf(exchange.fields, 'thing_id'));
      if (thing?.account !== person.id) throw new Refusal(problem(403, 'Forbidden'));
      const fields = { ...thing.fields, text };
      rewritePost(reddit, thing.id, fields);
      const things = [thingView(reddit, { ...thing, fields })];
      return { status: 200, body: { json: { errors: [], data: { things } } } };
    }),
    route('POST', '/api/del', (exchange) => {
      const person = authenticate(reddit, exchange);
      const thing = keptPost(reddit, textOf(exchange.fields, 'id'));
      if (thing?.account === person.id) removePost(reddit, thing.id);
      return { status: 200, body: {} };
    }),
    route('POST', '/api/remove', (exchange) => {
      authenticate(reddit, exchange);
      reddit.database.run(
        'INSERT OR IGNORE INTO removed (id) VALUES (?)',
        textOf(exchange.fields, 'id'),
      );
      return { status: 200, body: {} };
    }),
  ];
}

function checkText(text: string, most: number): string {
  if (text.trim() === '') throw formError('NO_TEXT', 'we need something here', 'text');
  if (Array.from(text).length > most) {
    throw formError('TOO_LONG', `this is too long (max: ${most})`, 'text');
  }
  return text;
}
