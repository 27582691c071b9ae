import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { demographics, demographicsOf } from '../meta/demographics.ts';
import { authenticate, findAccount } from '../meta/profiles.ts';
import type { Instagram } from './context.ts';
import { countOf, metricsOfAccount, metricsOfPosts } from './counts.ts';
import { productOf } from './post-views.ts';
import { audiencePost, findPost, followersNow, postsOf } from './posts.ts';

/** What posts and accounts achieved. */
export function insightRoutes(instagram: Instagram): Route[] {
  return [
    route('GET', `/${instagram.settings.version}/:object/insights`, (exchange) => {
      const account = authenticate(instagram, exchange);
      const { object = '' } = exchange.parameters;
      if (object === account.id || object === 'me')
        return ofAccount(instagram, account.id, exchange);
      const post = findPost(instagram, object);
      if (post?.account !== account.id) throw objectMissing(object);
      const known = metricsOfPosts[productOf(post)];
      const now = instagram.clock.now();
      const data = asked(instagram, exchange, known).map((name) => ({
        name,
        period: 'lifetime',
        values: [{ value: countOf(instagram, post, name, now) }],
        title: name,
        id: `${object}/insights/${name}/lifetime`,
      }));
      return { status: 200, body: { data } };
    }),
  ];
}

function ofAccount(instagram: Instagram, id: string, exchange: Exchange) {
  const { query } = exchange;
  if (demographics.has(query.get('metric') ?? '')) {
    const account = findAccount(instagram, id);
    return demographicsOf(exchange, id, account ? followersNow(instagram, account) : 0);
  }
  if (query.get('metric_type') !== 'total_value') throw invalidParameter('metric_type');
  const now = instagram.clock.now();
  const from = Number(query.get('since') ?? 0) * 1000;
  const posts = postsOf(instagram, id);
  const total = (name: string) =>
    posts.reduce(
      (sum, post) =>
        sum + countOf(instagram, post, name, now) - countOf(instagram, post, name, from),
      0,
    );
  const data = asked(instagram, exchange, metricsOfAccount).map((name) => ({
    name,
    period: 'day',
    total_value:
      name === 'follows_and_unfollows' ? comings(instagram, id, from, now) : { value: total(name) },
    title: name,
    id: `${id}/insights/${name}/day`,
  }));
  return { status: 200, body: { data } };
}

function comings(instagram: Instagram, id: string, from: number, now: number) {
  const won = postsOf(instagram, id).reduce((sum, post) => {
    const count = (until: number) => instagram.audience.count(audiencePost(post), 'follow', until);
    return sum + count(now) - count(from);
  }, 0);
  const results = [
    { dimension_values: ['FOLLOWER'], value: won },
    { dimension_values: ['NON_FOLLOWER'], value: 0 },
  ];
  return { breakdowns: [{ dimension_keys: ['follow_type'], results }] };
}

function asked(
  { settings: { retiredMetrics } }: Instagram,
  { query }: Exchange,
  known: readonly string[],
): string[] {
  const names = (query.get('metric') ?? '').split(',');
  for (const name of names) {
    if (!known.includes(name) || retiredMetrics.includes(name)) {
      throw invalidParameter(`metric must be one of ${known.join(', ')}, and ${name} is not`);
    }
  }
  return names;
}
