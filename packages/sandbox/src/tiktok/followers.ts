import type { Person } from '../people.ts';
import type { TikTok } from './context.ts';
import { audiencePost, publishedOf } from './posts.ts';

/** How many follow a creator now: those from the start, and those won by posts. */
export function followersNow(tiktok: TikTok, { id, followers }: Person): number {
  const { audience, clock } = tiktok;
  return publishedOf(tiktok, id).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    followers,
  );
}
