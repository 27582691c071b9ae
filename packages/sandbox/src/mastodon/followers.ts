import type { Account } from './accounts.ts';
import type { Mastodon } from './context.ts';
import { reactionsTo } from './reactions.ts';
import { audiencePost, readStatusesOf } from './statuses.ts';

/** How many follow an account now: those from the start, those won by posts, and accounts on this server. */
export function followersNow(mastodon: Mastodon, account: Account): number {
  const { audience, clock } = mastodon;
  const won = readStatusesOf(mastodon, account.id).reduce(
    (sum, status) => sum + audience.count(audiencePost(status), 'follow', clock.now()),
    0,
  );
  return account.followers + won + reactionsTo(mastodon, 'follow', account.id).length;
}
