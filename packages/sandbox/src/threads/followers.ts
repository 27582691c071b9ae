import type { Account } from '../meta/profiles.ts';
import type { Threads } from './context.ts';
import { audiencePost, postsOf } from './posts.ts';

/** How many follow an account now: those from the start, and those won by posts. */
export function followersNow(threads: Threads, { id, followers }: Account): number {
  const { audience, clock } = threads;
  return postsOf(threads, id).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    followers,
  );
}
