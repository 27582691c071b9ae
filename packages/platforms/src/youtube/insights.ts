import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { readYouTube } from './api.ts';
import { readChannel } from './facts.ts';
import { Videos } from './wire.ts';

const pageSize = 50;

/** What films and the channel achieved. A film that is gone, or a count that is hidden, has no reading. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < posts.length; start += pageSize) {
    const page = posts.slice(start, start + pageSize);
    const search = { part: 'statistics', id: page.map(({ id }) => id).join(','), maxResults: 50 };
    const { items } = await readYouTube(account, { path: '/videos', search, answer: Videos }, io);
    for (const post of page) {
      const { statistics } = items.find(({ id }) => id === post.id) ?? {};
      if (!statistics) continue;
      const about = aboutPost(account, post, io);
      readings.push(
        ...countReading('views', statistics.viewCount, about),
        ...countReading('reactions', statistics.likeCount, about),
        ...countReading('comments', statistics.commentCount, about),
      );
    }
  }
  const followers = (await readChannel(account, io))?.statistics?.subscriberCount;
  return [...readings, ...countReading('followers', followers, aboutAccount(account, io))];
}
