import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { demographicsOf } from '../meta/demographics.ts';
import { authenticate } from '../meta/profiles.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import type { Threads } from './context.ts';
import { followersNow } from './followers.ts';
import { audiencePost, findPost, type Post, postsOf, repliesTo } from './posts.ts';
import { own } from './publish-routes.ts';

const firstDay = Date.UTC(2024, 3, 13) / 1000;
const postMetrics = ['views', 'likes', 'replies', 'reposts', 'quotes', 'shares'];
const accountMetrics = [...postMetrics.slice(0, 5), 'clicks', 'followers_count'];

/** What posts and profiles achieved. */
export function insightRoutes(threads: Threads): Route[] {
  const base = `/${threads.settings.version}`;
  return [
    route('GET', `${base}/:media/insights`, (exchange) => {
      const account = authenticate(threads, exchange);
      const { media = '' } = exchange.parameters;
      const post = findPost(threads, media);
      if (post?.account !== account.id) throw objectMissing(media);
      const data = metricsOf(threads, exchange, postMetrics).map((name) => ({
        name,
        period: 'lifetime',
        values: [{ value: countOf(threads, post, name, threads.clock.now()) }],
        title: name,
        id: `${media}/insights/${name}/lifetime`,
      }));
      return { status: 200, body: { data } };
    }),
    route('GET', `${base}/:user/threads_insights`, (exchange) => {
      const account = own(threads, exchange);
      if (exchange.query.get('metric') === 'follower_demographics') {
        return demographicsOf(exchange, account.id, followersNow(threads, account));
      }
      const since = exchange.query.get('since');
      if (since !== null && Number(since) < firstDay) {
        throw invalidParameter('since must not be before 2024-04-13');
      }
      const posts = postsOf(threads, account.id);
      const [from, to] = [Number(since ?? 0) * 1000, threads.clock.now()];
      const total = (name: string) =>
        posts.reduce(
          (sum, post) =>
            sum + countOf(threads, post, name, to) - countOf(threads, post, name, from),
          0,
        );
      const data = metricsOf(threads, exchange, accountMetrics).map((name) => ({
        name,
        period: 'day',
        total_value: {
          value: name === 'followers_count' ? followersNow(threads, account) : total(name),
        },
        title: name,
        id: `${account.id}/insights/${name}/day`,
      }));
      return { status: 200, body: { data } };
    }),
  ];
}

function metricsOf(
  { settings: { retiredMetrics } }: Threads,
  { query }: Exchange,
  known: readonly string[],
): string[] {
  const asked = (query.get('metric') ?? '').split(',');
  for (const name of asked) {
    if (!known.includes(name) || retiredMetrics.includes(name)) {
      throw invalidParameter(`metric must be one of ${known.join(', ')}, and ${name} is not`);
    }
  }
  return asked;
}

const kinds = {
  likes: 'like',
  replies: 'reply',
  reposts: 'repost',
  quotes: 'quote',
  shares: 'bookmark',
} as const;

/** Readers who do something have seen it, and so have twenty others for each of them. */
const viewsPerAction = 21;

function countOf(threads: Threads, post: Post, name: string, until: number): number {
  const { audience } = threads;
  const seen = audiencePost(post);
  if (name === 'views') return audience.actions(seen, until).length * viewsPerAction;
  if (name === 'clicks') return audience.count(seen, 'bookmark', until);
  if (!(name in kinds)) return 0;
  const count = audience.count(seen, kinds[name as keyof typeof kinds], until);
  return name === 'replies'
    ? count + repliesTo(threads, post.id).filter((reply) => reply.publishedAt <= until).length
    : count;
}
