import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, findAccount } from './accounts.ts';
import { invalid, refuse, type X } from './context.ts';
import { mentionedNames } from './post-text.ts';
import { postView, readerView, wantedOf } from './post-views.ts';
import { allPosts, followersNow, postsOf } from './posts.ts';
import { readerId, readerPostsTo } from './reader-posts.ts';

/** Accounts, what they posted and who named them: `/2/users`. */
export function userRoutes(x: X): Route[] {
  return [
    route('GET', '/2/users/me', (exchange) => {
      const account = authenticate(x, exchange);
      return { status: 200, body: { data: accountView(x, account, exchange.query) } };
    }),
    route('GET', '/2/users/:id/tweets', (exchange) => {
      authenticate(x, exchange);
      const { id } = accountOf(x, exchange);
      const wanted = wantedOf(exchange.query);
      const posts = postsOf(x, id).map((post) => ({
        at: post.publishedAt,
        view: postView(x, post, wanted),
      }));
      return page(exchange, posts, []);
    }),
    route('GET', '/2/users/:id/mentions', (exchange) => mentions(x, exchange)),
  ];
}

function mentions(x: X, exchange: Exchange): Answer {
  authenticate(x, exchange);
  const account = accountOf(x, exchange);
  const wanted = wantedOf(exchange.query);
  const answers = readerPostsTo(x, account).map((post) => ({
    at: post.at,
    view: readerView(x, post, wanted),
    author: {
      id: readerId(post.reader),
      username: post.reader.name.replace('-', '_'),
      name: post.reader.displayName,
    },
  }));
  const named = allPosts(x)
    .filter((post) => post.account !== account.id)
    .filter(({ text }) => mentionedNames(text).includes(account.username))
    .map((post) => {
      const { id, username, name } = findAccount(x, post.account) ?? account;
      return {
        at: post.publishedAt,
        view: postView(x, post, wanted),
        author: { id, username, name },
      };
    });
  const all = [...answers, ...named].toSorted((one, other) => one.at - other.at);
  return page(
    exchange,
    all,
    all.map(({ author }) => author),
  );
}

interface Listed {
  readonly at: number;
  readonly view: Record<string, unknown>;
}

/** A page, newest first; X names no list when it is empty. */
function page(
  { query }: Exchange,
  all: readonly Listed[],
  authors: readonly { readonly id: string }[],
): Answer {
  const most = Number(query.get('max_results') ?? 10);
  if (!(most >= 5 && most <= 100)) throw invalid('max_results is a number from 5 to 100.');
  const since = Date.parse(query.get('start_time') ?? '1970-01-01T00:00:00Z');
  const first = Number(query.get('pagination_token')?.replace('page-', '') ?? 0);
  const rest = all
    .toReversed()
    .filter(({ at }) => at >= since)
    .slice(first);
  const data = rest.slice(0, most).map(({ view }) => view);
  const next = rest.length > most ? { next_token: `page-${first + most}` } : {};
  const users = [...new Map(authors.map((author) => [author.id, author])).values()];
  return {
    status: 200,
    body: {
      ...(data.length > 0 && { data }),
      ...(data.length > 0 && users.length > 0 && { includes: { users } }),
      meta: { result_count: data.length, ...next },
    },
  };
}

function accountOf(x: X, { parameters }: Exchange): Account {
  const id = parameters['id'] ?? '';
  const account = findAccount(x, id);
  if (!account) throw refuse(404, `Could not find user with id: [${id}].`, 'resource-not-found');
  return account;
}

function accountView(x: X, account: Account, query: URLSearchParams) {
  const { id, username, name, createdAt } = account;
  const fields = (query.get('user.fields') ?? '').split(',');
  const more = {
    created_at: new Date(createdAt).toISOString(),
    subscription_type: x.settings.premium.includes(username) ? 'Premium' : 'None',
    public_metrics: {
      followers_count: followersNow(x, account),
      following_count: 0,
      tweet_count: postsOf(x, id).length,
      listed_count: 0,
    },
  };
  const chosen = Object.entries(more).filter(([field]) => fields.includes(field));
  return { id, username, name, ...Object.fromEntries(chosen) };
}
