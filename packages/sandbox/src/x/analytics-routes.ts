import type { ActionKind } from '../audience/profile.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { invalid, type X } from './context.ts';
import { mediaKey } from './media.ts';
import { viewsPerAction, viewsPerClick } from './post-views.ts';
import { audiencePost, findPost, type Post, postsOf } from './posts.ts';

type Counts = Readonly<Record<string, number>>;

/** What own posts and their films achieved between two moments. */
export function analyticsRoutes(x: X): Route[] {
  return [
    route('GET', '/2/tweets/analytics', (exchange) => {
      const { id: own } = authenticate(x, exchange);
      const posts = listed(exchange, 'ids').flatMap((id) => findPost(x, id) ?? []);
      const mine = posts.filter(({ account }) => account === own);
      return answer(x, exchange, 'analytics.fields', mine, (post) => ({
        key: { id: post.id },
        count: (from, to) => countsOf(x, post, from, to),
      }));
    }),
    route('GET', '/2/media/analytics', (exchange) => {
      const { id: own } = authenticate(x, exchange);
      const wanted = new Set(listed(exchange, 'media_keys'));
      const films = postsOf(x, own).flatMap((post) =>
        post.media
          .map((id) => ({ post, key: mediaKey(x, id) }))
          .filter(({ key }) => wanted.has(key)),
      );
      return answer(x, exchange, 'media_analytics.fields', films, ({ post, key }) => ({
        key: { media_key: key },
        count: (from, to) => filmCountsOf(countsOf(x, post, from, to)),
      }));
    }),
  ];
}

function listed({ query }: Exchange, name: string): string[] {
  const names = (query.get(name) ?? '').split(',').filter((each) => each !== '');
  if (names.length === 0 || names.length > 100) throw invalid(`${name} names 1 to 100.`);
  return names;
}

const spans = { hourly: 3_600_000, daily: 86_400_000, weekly: 604_800_000, total: Infinity };

interface Subject {
  readonly key: object;
  readonly count: (from: number, to: number) => Counts;
}

function answer<Each>(
  x: X,
  { query }: Exchange,
  fieldsName: string,
  all: readonly Each[],
  subjectOf: (each: Each) => Subject,
): Answer {
  const [from, to] = ['start_time', 'end_time'].map((name) => Date.parse(query.get(name) ?? ''));
  if (from === undefined || to === undefined || !(from < to)) {
    throw invalid('start_time is before end_time.');
  }
  const span = Object.entries(spans).find(([name]) => name === query.get('granularity'))?.[1];
  if (span === undefined) throw invalid('granularity is hourly, daily, weekly or total.');
  const fields = new Set((query.get(fieldsName) ?? '').split(','));
  const retired = x.settings.retiredMetrics.find((name) => fields.has(name));
  if (retired !== undefined) throw invalid(`The ${fieldsName} query parameter value [${retired}].`);
  const data = all.map((each) => {
    const { key, count } = subjectOf(each);
    const series = [];
    for (let start = from; start < to; start += span) {
      const metrics = Object.entries(count(start, Math.min(to, start + span)));
      series.push({
        timestamp: new Date(start).toISOString(),
        metrics: Object.fromEntries(metrics.filter(([name]) => fields.has(name))),
      });
    }
    return { ...key, timestamped_metrics: series };
  });
  return { status: 200, body: data.length > 0 ? { data } : {} };
}

function countsOf(x: X, post: Post, from: number, to: number): Counts {
  const until = (kind: ActionKind, at: number) => x.audience.count(audiencePost(post), kind, at);
  const within = (kind: ActionKind) => until(kind, to) - until(kind, from);
  const [likes, retweets, quotes] = [within('like'), within('repost'), within('quote')];
  const [replies, bookmarks, follows] = [within('reply'), within('bookmark'), within('follow')];
  const engagements = likes + retweets + quotes + replies + bookmarks;
  const impressions = viewsPerAction * engagements;
  const clicks = Math.floor(impressions / viewsPerClick);
  return {
    impressions,
    engagements: engagements + clicks,
    likes,
    unlikes: 0,
    replies,
    retweets,
    quote_tweets: quotes,
    bookmarks,
    shares: 0,
    email_tweet: 0,
    follows,
    unfollows: 0,
    url_clicks: clicks,
    hashtag_clicks: 0,
    detail_expands: clicks,
    permalink_clicks: 0,
    user_profile_clicks: Math.floor(clicks / 2),
    media_views: post.media.length > 0 ? impressions : 0,
    app_opens: 0,
    app_install_attempts: 0,
  };
}

// How far people watch, and for how long: assumptions.
function filmCountsOf({ impressions = 0 }: Counts): Counts {
  const views = Math.floor(impressions / 3);
  return {
    video_views: views,
    playback_start: impressions,
    playback25: views,
    playback50: Math.floor(views / 2),
    playback75: Math.floor(views / 3),
    playback_complete: Math.floor(views / 4),
    play_from_tap: 0,
    cta_url_clicks: 0,
    cta_watch_clicks: 0,
    watch_time_ms: views * 6000,
  };
}
