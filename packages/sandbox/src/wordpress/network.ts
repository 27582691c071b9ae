import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { type Route, route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import { rights, whoAsks } from './accounts.ts';
import { commentRoutes } from './comment-routes.ts';
import { chosen, failure, refusal, type WordPress } from './context.ts';
import { mediaRoutes } from './media-routes.ts';
import { postRoutes } from './post-routes.ts';
import { termRoutes } from './term-routes.ts';

/** WordPress's side of the pipeline. */
export function wordPressNetwork(wordPress: WordPress): Network {
  const { database, clock } = wordPress;
  return {
    routes: [
      ...siteRoutes(wordPress),
      ...postRoutes(wordPress),
      ...mediaRoutes(wordPress),
      ...termRoutes(wordPress),
      ...commentRoutes(wordPress),
    ],
    nameOf: ({ method, path }) => `${method} ${path.replace('/wp-json/wp/v2', '')}`,
    admit: () => ({ headers: {} }),
    unknown: () =>
      failure(404, 'rest_no_route', 'No route was found matching the URL and request method.'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function siteRoutes(wordPress: WordPress): Route[] {
  return [
    route('GET', '/wp-json/', (exchange) => {
      const url = wordPress.url();
      const site = { name: 'Blog', description: '', url, home: url, gmt_offset: 0 };
      return { status: 200, body: chosen(exchange, { ...site, timezone_string: '' }) };
    }),
    route('GET', '/wp-json/wp/v2/users/me', (exchange) => {
      const account = whoAsks(wordPress, exchange);
      if (!account) {
        throw refusal(401, 'rest_not_logged_in', 'You are not currently logged in.');
      }
      const { id, username } = account;
      const may = rights[wordPress.settings.role];
      const capabilities = {
        edit_posts: may.includes('edit'),
        publish_posts: may.includes('publish'),
        upload_files: may.includes('upload'),
        moderate_comments: may.includes('moderate'),
      };
      const editing = exchange.query.get('context') === 'edit';
      const named = { id, name: username, slug: username };
      const body = { ...named, ...(editing && { username, capabilities }) };
      return { status: 200, body };
    }),
  ];
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    // WordPress has no limits: this is the host in front of it, which speaks HTML.
    const headers = { 'content-type': 'text/html' };
    const wait =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return { status: 429, headers: { ...headers, ...wait }, body: '<h1>Too Many Requests</h1>' };
  }
  if (effect === 'expire-token') {
    return failure(401, 'rest_not_logged_in', 'You are not currently logged in.');
  }
  if (effect === 'reject-after-commit') return failure(400, 'plugin_trouble', 'A plugin says no.');
  return failure(
    status,
    'internal_server_error',
    'There has been a critical error on this website.',
  );
}
