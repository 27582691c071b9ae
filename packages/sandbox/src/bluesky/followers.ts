import type { Account } from './accounts.ts';
import type { Bluesky } from './context.ts';
import { audiencePost, postsOf } from './posts.ts';
import { recordsAbout } from './records.ts';

/** How many follow an account now: those from the start, those won by posts, and accounts on this server. */
export function followersNow(bluesky: Bluesky, account: Account): number {
  const { audience, clock } = bluesky;
  const won = postsOf(bluesky, account.did, { removed: true }).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    0,
  );
  const real = recordsAbout(bluesky, 'app.bsky.graph.follow', account.did).length;
  return account.followers + won + real;
}
