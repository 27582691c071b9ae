import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, objectMissing } from '../meta/graph-answers.ts';
import { graphMoment } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import { findFilm } from './films.ts';
import { audiencePost, findPost, type Post, visiblePosts } from './posts.ts';
import { actingPage, requireTask } from './tokens.ts';

const postMetrics = [
  'post_media_view',
  'post_total_media_view_unique',
  'post_clicks',
  'post_video_views',
  'post_reactions_by_type_total',
];
const pageMetrics = [
  'page_media_view',
  'page_total_media_view_unique',
  'page_views_total',
  'page_daily_follows_unique',
  'page_daily_unfollows_unique',
  'page_post_engagements',
  'page_follows',
  ...['page_video_views', 'page_video_complete_views_30s'].flatMap((name) =>
    ['', '_organic', '_paid'].map((part) => `${name}${part}`),
  ),
  ...['like', 'love', 'wow', 'haha', 'sorry', 'anger'].map(
    (each) => `page_actions_post_reactions_${each}_total`,
  ),
];
const day = 86_400_000;

/** What posts and pages achieved. */
export function insightRoutes(facebook: Facebook): Route[] {
  return [
    route('GET', '/:version/:object/insights', (exchange) => {
      const page = actingPage(facebook, exchange);
      requireTask(facebook, 'ANALYZE');
      const { object = '' } = exchange.parameters;
      if (object === page.id || object === 'me') return pageInsights(facebook, exchange, page.id);
      const post = findPost(facebook, findFilm(facebook, object)?.post ?? object);
      if (post?.page !== page.id) throw objectMissing(object);
      const now = facebook.clock.now();
      const data = metricsOf(facebook, exchange, postMetrics).map((name) => ({
        name,
        period: 'lifetime',
        values: [{ value: valueOf(facebook, post, name, now) }],
        id: `${object}/insights/${name}/lifetime`,
      }));
      return { status: 200, body: { data } };
    }),
  ];
}

/** A value for each day that has ended, or for the four weeks up to its end. */
function pageInsights(facebook: Facebook, exchange: Exchange, page: string) {
  const { query } = exchange;
  const period = query.get('period') ?? 'day';
  const to = Math.min(Number(query.get('until') ?? Infinity) * 1000, facebook.clock.now());
  const from = Number(query.get('since') ?? to / 1000 - 86_400) * 1000;
  if (to - from > 90 * day) {
    throw graphError({ message: '(#100) The window must be at most 90 days.', code: 100 });
  }
  const posts = visiblePosts(facebook, page);
  const ends = Array.from(
    { length: Math.floor((to - from) / day) },
    (_, index) => from + (index + 1) * day,
  );
  const length = period === 'days_28' ? 28 * day : day;
  const data = metricsOf(facebook, exchange, pageMetrics).map((name) => ({
    name,
    period,
    values: ends.map((end) => ({
      value: posts.reduce(
        (sum, post) =>
          sum + countOf(facebook, post, name, end) - countOf(facebook, post, name, end - length),
        0,
      ),
      end_time: graphMoment(end),
    })),
    id: `${page}/insights/${name}/${period}`,
  }));
  return { status: 200, body: { data, paging: {} } };
}

/** One name that is unknown or given up refuses all. */
function metricsOf(
  { settings: { retiredMetrics } }: Facebook,
  { query }: Exchange,
  known: readonly string[],
): string[] {
  // Some clients write a list as JSON.
  const asked = (query.get('metric') ?? '').replace(/^\["|"\]$/g, '').split(/","|,/);
  if (asked.every((name) => known.includes(name) && !retiredMetrics.includes(name))) return asked;
  const message = '(#100) The value must be a valid insights metric';
  throw graphError({ message, code: 100 });
}

/** A number, or one for each of its parts. */
function valueOf(facebook: Facebook, post: Post, name: string, now: number) {
  if (name !== 'post_reactions_by_type_total') return countOf(facebook, post, name, now);
  return { like: countOf(facebook, post, 'page_actions_post_reactions_like_total', now), love: 0 };
}

/** Readers who do something have seen it, and so have twenty others for each of them. */
const viewsPerAction = 21;

function countOf(facebook: Facebook, post: Post, name: string, until: number): number {
  const { audience } = facebook;
  const seen = audiencePost(post);
  const actions = audience.actions(seen, until).length;
  if (name.endsWith('media_view')) return actions * viewsPerAction;
  if (name.endsWith('media_view_unique')) return actions * (viewsPerAction - 6);
  if (name.endsWith('follows_unique')) {
    return name.includes('unfollows') ? 0 : audience.count(seen, 'follow', until);
  }
  if (name.includes('reactions')) {
    return name.includes('_like_') ? audience.count(seen, 'like', until) : 0;
  }
  if (name.endsWith('_paid')) return 0;
  if (name === 'page_follows') return audience.count(seen, 'follow', until);
  if (name.includes('30s')) return post.fields['video'] === undefined ? 0 : actions * 2;
  if (name.includes('video_views')) return post.fields['video'] === undefined ? 0 : actions * 7;
  if (name === 'page_post_engagements') return actions;
  return audience.count(seen, 'bookmark', until);
}
