import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate } from '../meta/profiles.ts';
import { checkContainer } from './container-rules.ts';
import { insertContainer, requireContainer, statusOf } from './containers.ts';
import { fieldsOf } from '../meta/fields.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import type { Threads } from './context.ts';
import { postView } from './post-views.ts';
import { findPost } from './posts.ts';
import { publish, quotaView, remove, repost } from './publishing.ts';

/** Containers, publication, the quota, and posts by their id. */
export function publishRoutes(threads: Threads): Route[] {
  const base = `/${threads.settings.version}`;
  return [
    route('POST', `${base}/:user/threads`, (exchange) => {
      const account = own(threads, exchange);
      const fields = fieldsOf(exchange);
      checkContainer(threads, account, fields);
      const id = insertContainer(threads, account.id, fields, exchange.fault?.effect);
      // The shortcut for texts has only one phase, and so nothing to ask afterwards.
      const atOnce = fields['auto_publish_text'] === 'true' && fields['media_type'] === 'TEXT';
      return answer({ id: atOnce ? publish(threads, account, id) : id });
    }),
    route('POST', `${base}/:user/threads_publish`, (exchange) => {
      const account = own(threads, exchange);
      const { creation_id: id } = fieldsOf(exchange);
      if (!id) throw invalidParameter('creation_id is required');
      return answer({ id: publish(threads, account, id) });
    }),
    route('POST', `${base}/:media/repost`, (exchange) => {
      const account = authenticate(threads, exchange);
      const { media = '' } = exchange.parameters;
      if (!findPost(threads, media)) throw objectMissing(media);
      return answer({ id: repost(threads, account, media) });
    }),
    route('GET', `${base}/:user/threads_publishing_limit`, (exchange) =>
      answer({ data: [quotaView(threads, own(threads, exchange))] }),
    ),
    route('GET', `${base}/:id`, (exchange) => show(threads, exchange)),
    route('DELETE', `${base}/:id`, (exchange) => {
      const account = authenticate(threads, exchange);
      const { id = '' } = exchange.parameters;
      if (findPost(threads, id)?.account !== account.id) throw objectMissing(id);
      remove(threads, account, id);
      return answer({ success: true, deleted_id: id });
    }),
  ];
}

function show(threads: Threads, exchange: Exchange): Answer {
  const account = authenticate(threads, exchange);
  const { id = '' } = exchange.parameters;
  if (id === 'me' || id === account.id) {
    return answer({ id: account.id, username: account.username, name: account.username });
  }
  const post = findPost(threads, id);
  if (post) return answer(postView(threads, post, account));
  const container = requireContainer(threads, id, account.id);
  const status = statusOf(threads, container);
  return answer({ id, status, ...(status === 'ERROR' && { error_message: 'UNKNOWN' }) });
}

/** The account of the token, which must be the one in the path. */
export function own(threads: Threads, exchange: Exchange): Account {
  const account = authenticate(threads, exchange);
  const { user = '' } = exchange.parameters;
  if (user !== 'me' && user !== account.id) throw objectMissing(user);
  return account;
}

function answer(body: unknown): Answer {
  return { status: 200, body };
}
