import type { ActionKind } from '../audience/profile.ts';
import { isRecord } from '../http/body-fields.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { envelope, invalid, type TikTok } from './context.ts';
import { followersNow } from './followers.ts';
import { audiencePost, type Post, publicNumber, publishedOf, textOf } from './posts.ts';

// Most people who see a film do nothing: about one in twenty reacts in any way. An assumption.
const seenPerAction = 20;

/** Public posts with their counts, and who a creator is. */
export function readingRoutes(tiktok: TikTok): Route[] {
  const listed = (exchange: Exchange) => {
    const account = authenticate(tiktok, exchange);
    const fields = (exchange.query.get('fields') ?? '').split(',').filter(Boolean);
    if (fields.length === 0) throw invalid('fields is required');
    return publishedOf(tiktok, account.id)
      .filter((post) => publicNumber(tiktok, post) !== undefined)
      .toReversed()
      .map((post) => picked(viewOf(tiktok, post, account.handle), fields));
  };
  return [
    route('POST', '/v2/video/list/', (exchange) => {
      const size = Math.min(20, Number(exchange.fields['max_count'] ?? 10));
      const start = Number(exchange.fields['cursor'] ?? 0);
      const all = listed(exchange);
      const cursor = start + size;
      return envelope({ videos: all.slice(start, cursor), cursor, has_more: cursor < all.length });
    }),
    route('POST', '/v2/video/query/', (exchange) => {
      const { filters } = exchange.fields;
      const ids: unknown = isRecord(filters) ? filters['video_ids'] : undefined;
      if (!Array.isArray(ids) || ids.length > 20) throw invalid('video_ids must be at most 20');
      const videos = listed(exchange).filter((each) => ids.includes(each['id']));
      return envelope({ videos });
    }),
    route('GET', '/v2/user/info/', (exchange) => {
      const account = authenticate(tiktok, exchange);
      const user = {
        open_id: account.id,
        display_name: account.handle,
        follower_count: followersNow(tiktok, account),
        video_count: publishedOf(tiktok, account.id).length,
        likes_count: 0,
      };
      const fields = (exchange.query.get('fields') ?? '').split(',');
      return envelope({ user: picked(user, fields) });
    }),
  ];
}

function viewOf(tiktok: TikTok, post: Post, username: string): Record<string, unknown> {
  const { audience, clock } = tiktok;
  const count = (kind: ActionKind) => audience.count(audiencePost(post), kind, clock.now());
  const [likes, comments, shares] = [count('like'), count('reply'), count('repost')];
  const id = publicNumber(tiktok, post);
  return {
    id,
    title: textOf(post),
    video_description: textOf(post),
    create_time: Math.floor((post.readyAt ?? post.begunAt) / 1000),
    share_url: `https://www.tiktok.com/@${username}/video/${id}`,
    duration: 5,
    like_count: likes,
    comment_count: comments,
    share_count: shares,
    view_count: (likes + comments + shares) * seenPerAction,
  };
}

function picked(view: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => fields.includes(name)));
}
