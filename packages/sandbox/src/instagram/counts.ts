import { commentsUnder } from './comments.ts';
import type { Instagram } from './context.ts';
import { audiencePost, type Post } from './posts.ts';

const everywhere = ['views', 'reach', 'shares', 'total_interactions'];
const lasting = [...everywhere, 'likes', 'comments', 'saved'];
const visits = ['follows', 'profile_visits', 'profile_activity'];

/** What may be asked of a post, by its kind. */
export const metricsOfPosts: Readonly<Record<'FEED' | 'REELS' | 'STORY', readonly string[]>> = {
  FEED: [...lasting, ...visits, 'reposts', 'impressions'],
  REELS: [
    ...lasting,
    'reposts',
    'ig_reels_avg_watch_time',
    'ig_reels_video_view_total_time',
    'reels_skip_rate',
    'plays',
    'facebook_views',
    'crossposted_views',
  ],
  STORY: [...everywhere, ...visits, 'navigation', 'replies', 'impressions'],
};

/** What may be asked of an account. */
export const metricsOfAccount: readonly string[] = [
  ...everywhere,
  'accounts_engaged',
  'likes',
  'comments',
  'saves',
  'replies',
  'reposts',
  'follows_and_unfollows',
  'profile_links_taps',
];

const kinds = {
  likes: 'like',
  reposts: 'repost',
  saved: 'bookmark',
  saves: 'bookmark',
  shares: 'repost',
  follows: 'follow',
  profile_visits: 'follow',
} as const;

/** Readers who do something have seen it, and so have twenty others for each of them. */
const viewsPerAction = 21;
/** How long somebody watches, in milliseconds. */
const watchTime = 4200;

/** A number of a post up to a moment. */
export function countOf(instagram: Instagram, post: Post, name: string, until: number): number {
  const { audience } = instagram;
  const seen = audiencePost(post);
  const actions = audience.actions(seen, until).length;
  const views = actions * viewsPerAction;
  if (name in kinds) return audience.count(seen, kinds[name as keyof typeof kinds], until);
  switch (name) {
    case 'views':
      return views;
    case 'reach':
      return Math.round(views * 0.8);
    case 'total_interactions':
    case 'accounts_engaged':
      return actions;
    case 'comments':
      return commentsUnder(instagram, post).filter(({ at }) => at <= until).length;
    case 'ig_reels_avg_watch_time':
      return views === 0 ? 0 : watchTime;
    case 'ig_reels_video_view_total_time':
      return views * watchTime;
    case 'replies':
      return audience.count(seen, 'reply', until);
    default:
      return 0;
  }
}
