import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import type { WordPressSettings } from './settings.ts';
import { Nothing } from './wire.ts';

/** How many comments each post has. WordPress itself counts no readers. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) {
    if (!/^\d+$/.test(post.id)) continue;
    const call = {
      method: 'get',
      path: '/comments',
      search: { post: post.id, per_page: 1, _fields: 'id' },
      answer: Nothing,
      timeoutSeconds: 15,
    } as const;
    const answer = await callWordPress(account, call, io, settings);
    if (answer.outcome !== 'answered') {
      const diagnosis = diagnoseWordPress(answer, call, io);
      // One post that is gone or hidden must not hide the numbers of the others.
      if (['gone', 'permission'].includes(diagnosis.failure.kind)) continue;
      throw platformError(diagnosis);
    }
    const total = answer.headers.get('x-wp-total') ?? '';
    const comments = /^\d+$/.test(total) ? Number(total) : undefined;
    readings.push(...countReading('comments', comments, aboutPost(account, post, io)));
  }
  return readings;
}
