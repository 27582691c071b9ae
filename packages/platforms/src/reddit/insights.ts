import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutPost, countReading } from '../readings.ts';
import { reddit } from './api.ts';
import { Things } from './wire.ts';

/** The facts that readings of Reddit are about. */
export const redditFacts = ['reactions', 'comments', 'shares'] as const;

const together = 100;

/** How posts are doing: votes up as Reddit rounds them, comments, and crossposts. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let start = 0; start < posts.length; start += together) {
    const some = posts.slice(start, start + together);
    const id = some.map((post) => post.id).join(',');
    const { data } = await reddit.read(
      account,
      { path: '/api/info', search: { id, raw_json: 1 }, answer: Things },
      io,
    );
    for (const post of some) {
      const thing = data.children.find((child) => child.data.name === post.id)?.data;
      if (!thing) continue;
      const about = aboutPost(account, post, io);
      readings.push(
        ...countReading('reactions', thing.ups, about),
        ...countReading('comments', thing.num_comments, about),
        ...countReading('shares', thing.num_crossposts, about),
      );
    }
  }
  return readings;
}
