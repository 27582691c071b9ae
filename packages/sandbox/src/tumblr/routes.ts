import type { Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import {
  keepPost,
  type KeptPost,
  keptPost,
  keptPosts,
  readersOf,
  removePost,
  rewritePost,
} from '../kept-posts.ts';
import { nextNumber } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { authenticate, envelope, problem, type Tumblr } from './context.ts';
import { editingView, isPublished, postView, readPost } from './posts.ts';

const firstNumber = 700_000_000_000_000_000;

/** A blog's posts, its queue and its drafts, and what people did with them. */
export function blogRoutes(tumblr: Tumblr): Route[] {
  const { audience, clock, settings } = tumblr;
  const listed = (exchange: Exchange, fits: (post: KeptPost) => boolean) => {
    const { id } = authenticate(tumblr, exchange);
    const offset = Number(exchange.query.get('offset') ?? 0);
    const limit = Number(exchange.query.get('limit') ?? 20);
    const wanted = exchange.query.get('id');
    const before = BigInt(exchange.query.get('before_id') ?? 0);
    const latest = clock.now() - settings.listingSeconds * 1000;
    const posts = keptPosts(tumblr, id)
      .filter((post) => post.createdAt <= latest && fits(post))
      .filter((post) => wanted === null || post.id === wanted)
      .filter((post) => before === 0n || BigInt(post.id) < before)
      .toReversed();
    const blog = { name: id, title: id, url: `https://${id}.tumblr.com/`, uuid: `t:${id}` };
    const page = posts.slice(offset, offset + limit).map(postView);
    return envelope(200, { blog, posts: page, total_posts: posts.length });
  };
  return [
    route('POST', '/v2/blog/:blog/posts', (exchange) => {
      const person = authenticate(tumblr, exchange);
      const fields = readPost(exchange);
      countDay(tumblr, person.id);
      const id = String(BigInt(firstNumber) + BigInt(nextNumber(tumblr, 0)));
      keepPost(tumblr, person, { id, kind: 'post', fields });
      return envelope(201, { id });
    }),
    route('PUT', '/v2/blog/:blog/posts/:post', (exchange) => {
      const { id } = requirePost(tumblr, exchange, exchange.parameters['post']);
      rewritePost(tumblr, id, readPost(exchange));
      return envelope(200, { id });
    }),
    route('POST', '/v2/blog/:blog/post/delete', (exchange) => {
      const { id } = requirePost(tumblr, exchange, exchange.fields['id']);
      removePost(tumblr, id);
      return envelope(200, { id });
    }),
    route('GET', '/v2/blog/:blog/posts', (exchange) =>
      listed(exchange, (post) => isPublished(tumblr, post) || post.fields['state'] === 'private'),
    ),
    route('GET', '/v2/blog/:blog/posts/queue', (exchange) =>
      listed(exchange, (post) => post.fields['state'] === 'queue' && !isPublished(tumblr, post)),
    ),
    route('GET', '/v2/blog/:blog/posts/draft', (exchange) =>
      listed(exchange, (post) => post.fields['state'] === 'draft'),
    ),
    route('GET', '/v2/blog/:blog/posts/:post', (exchange) =>
      envelope(200, editingView(requirePost(tumblr, exchange, exchange.parameters['post']))),
    ),
    route('GET', '/v2/blog/:blog/notes', (exchange) => {
      const post = requirePost(tumblr, exchange, exchange.query.get('id'));
      const count = (kind: 'like' | 'repost') => audience.count(readersOf(post), kind, clock.now());
      const [likes, reblogs] = [count('like'), count('repost')];
      return envelope(200, {
        notes: [],
        total_notes: likes + reblogs,
        total_likes: likes,
        total_reblogs: reblogs,
      });
    }),
    route('GET', '/v2/blog/:blog/followers', (exchange) => {
      const { followers } = authenticate(tumblr, exchange);
      return envelope(200, { total_users: followers, users: [] });
    }),
    route('GET', '/v2/user/info', (exchange) => {
      const { handle, id } = authenticate(tumblr, exchange);
      return envelope(200, { user: { name: handle, blogs: [{ name: id, primary: true }] } });
    }),
  ];
}

function requirePost(tumblr: Tumblr, exchange: Exchange, id: unknown): KeptPost {
  const { id: blog } = authenticate(tumblr, exchange);
  const post = keptPost(tumblr, String(id));
  if (post?.account !== blog) throw new Refusal(problem(404, 'Not Found'));
  return post;
}

/** A blog can post so often in a day; the day begins with its first post. */
function countDay({ database, clock, settings }: Tumblr, subject: string): void {
  const budget = { name: 'posts', points: settings.postsPerDay, windowSeconds: 86_400 };
  const { exceeded } = charge(database, budget, { subject, points: 1, now: clock.now() });
  if (exceeded) throw new Refusal(problem(403, 'Forbidden', 8023, 'The daily limit is reached.'));
}
