import type { Account } from './accounts.ts';
import type { YouTube } from './context.ts';
import { audienceVideo, videosOf } from './videos.ts';

/** How many follow a channel now: those from the start, and those won by films. */
export function followersNow(youtube: YouTube, { id, followers }: Account): number {
  const { audience, clock } = youtube;
  return videosOf(youtube, id).reduce(
    (sum, video) => sum + audience.count(audienceVideo(video), 'follow', clock.now()),
    followers,
  );
}
