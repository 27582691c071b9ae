import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { readTikTok } from './api.ts';
import { readUser } from './facts.ts';
import { askStatus } from './publish-status.ts';
import { Videos } from './wire.ts';

const pageSize = 20;
const fields = 'id,like_count,comment_count,share_count,view_count';

/**
 * What posts and the account achieved. A post that went out before TikTok gave it a number is asked
 * about first; one that is not public has no readings.
 */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const numbered: { readonly post: PublishedPost; readonly video: string }[] = [];
  for (const post of posts) {
    const video = /^\d+$/.test(post.id) ? post.id : await numberOf(account, post.id, io);
    if (video !== undefined) numbered.push({ post, video });
  }
  const readings: Reading[] = [];
  for (let start = 0; start < numbered.length; start += pageSize) {
    const page = numbered.slice(start, start + pageSize);
    const { data } = await readTikTok(
      account,
      {
        method: 'post',
        path: '/v2/video/query/',
        bucket: 'requests',
        search: { fields },
        json: { filters: { video_ids: page.map(({ video }) => video) } },
        answer: Videos,
        timeoutSeconds: 30,
      },
      io,
    );
    for (const { post, video } of page) {
      const found = data.videos.find(({ id }) => id === video);
      if (!found) continue;
      const about = aboutPost(account, post, io);
      readings.push(
        ...countReading('views', found.view_count, about),
        ...countReading('reactions', found.like_count, about),
        ...countReading('comments', found.comment_count, about),
        ...countReading('shares', found.share_count, about),
      );
    }
  }
  const { follower_count: followers } = await readUser(account, io, 'open_id,follower_count');
  return [...readings, ...countReading('followers', followers, aboutAccount(account, io))];
}

/** The number under which a post became public, if it did. */
async function numberOf(
  account: Account,
  publishId: string,
  io: PlatformIo,
): Promise<string | undefined> {
  const status = await askStatus(account, publishId, io);
  return 'failure' in status ? undefined : status.publicaly_available_post_id?.[0];
}
