import type { Account } from './accounts.ts';
import type { Bluesky } from './context.ts';
import { audiencePost, readPostsOf } from './posts.ts';
import { recordsAbout } from './records.ts';

/** How many follow an account now: those from the start, those won by posts, and accounts on this server. */
export function followersNow(bluesky: Bluesky, account: Account): number {
  const { audience, clock } = bluesky;
  const won = readPostsOf(bluesky, account.did).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    0,
  );
  const real = recordsAbout(bluesky, 'app.bsky.graph.follow', account.did).length;
  return account.followers + won + real;
}
