import type { Facebook } from './context.ts';
import type { Page } from './pages.ts';
import { audiencePost, visiblePosts } from './posts.ts';

/** How many follow a page now: those from the start, and those won by posts. */
export function followersNow(facebook: Facebook, { id, followers }: Page): number {
  const { audience, clock } = facebook;
  return visiblePosts(facebook, id).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    followers,
  );
}
