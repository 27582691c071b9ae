import type { Answer, Exchange } from '../http/exchange.ts';
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
import { authenticate, type Business, notFound } from './context.ts';
import { checkPost, postView } from './posts.ts';

const posts = '/v4/accounts/:account/locations/:location/localPosts';
const day = 86_400_000;

/** Posts of a place, what it is called, and how it is doing. */
export function placeRoutes(business: Business): Route[] {
  const { audience, clock, settings } = business;
  return [
    route('POST', posts, (exchange) => {
      const person = authenticate(business, exchange);
      checkPost(exchange.fields);
      const id = `${person.id}/localPosts/${nextNumber(business)}`;
      const post = keepPost(business, person, { id, kind: 'post', fields: exchange.fields });
      return { status: 200, body: postView(business, post) };
    }),
    route('GET', posts, (exchange) => {
      const { id } = authenticate(business, exchange);
      const latest = clock.now() - settings.listingSeconds * 1000;
      const all = keptPosts(business, id).filter(({ createdAt }) => createdAt <= latest);
      return page(
        exchange,
        'localPosts',
        all.toReversed().map((post) => postView(business, post)),
      );
    }),
    route('GET', `${posts}/:post`, (exchange) => {
      return { status: 200, body: postView(business, requirePost(business, exchange)) };
    }),
    route('PATCH', `${posts}/:post`, (exchange) => {
      const post = requirePost(business, exchange);
      const mask = (exchange.query.get('updateMask') ?? '').split(',');
      const changed = Object.entries(exchange.fields).filter(([name]) => mask.includes(name));
      const fields = { ...post.fields, ...Object.fromEntries(changed) };
      checkPost(fields);
      rewritePost(business, post.id, fields);
      return { status: 200, body: postView(business, { ...post, fields }) };
    }),
    route('DELETE', `${posts}/:post`, (exchange) => {
      removePost(business, requirePost(business, exchange).id);
      return { status: 200, body: {} };
    }),
    route('GET', '/v1/locations/:location', (exchange) => {
      const { id, handle } = authenticate(business, exchange);
      if (!exchange.path.includes(':fetch')) {
        return { status: 200, body: { name: id.split('/').slice(2).join('/'), title: handle } };
      }
      const end = clock.now();
      const seen = keptPosts(business, id).reduce(
        (sum, post) => sum + audience.count(readersOf(post), 'like', end),
        0,
      );
      return { status: 200, body: seriesOf(exchange, seen) };
    }),
  ];
}

/** Everything on one day: nobody here reads a single day. */
function seriesOf({ query }: Exchange, seen: number) {
  const [year, month, date] = ['year', 'month', 'day'].map((part) =>
    Number(query.get(`dailyRange.end_date.${part}`)),
  );
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1) - day);
  const dailyMetricTimeSeries = query.getAll('dailyMetrics').map((dailyMetric) => ({
    dailyMetric,
    timeSeries: {
      datedValues: [
        {
          date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
          value: String(dailyMetric.startsWith('BUSINESS_IMPRESSIONS') ? 20 * seen : seen),
        },
      ],
    },
  }));
  return { multiDailyMetricTimeSeries: [{ dailyMetricTimeSeries }] };
}

function requirePost(business: Business, exchange: Exchange): KeptPost {
  const { id } = authenticate(business, exchange);
  const post = keptPost(business, `${id}/localPosts/${exchange.parameters['post'] ?? ''}`);
  if (!post) throw notFound();
  return post;
}

/** A page of a list, with a token for what follows. */
export function page({ query }: Exchange, name: string, items: readonly unknown[]): Answer {
  const start = Number(query.get('pageToken') ?? 0);
  const end = start + Math.min(100, Number(query.get('pageSize') ?? 20));
  const more = end < items.length ? { nextPageToken: String(end) } : {};
  return { status: 200, body: { [name]: items.slice(start, end), ...more } };
}
