import type { Limit, Source } from '@affiche/core';
import { limit } from '../limit-data.ts';
import type { ThreadsSettings } from './settings.ts';

const posts: Source = {
  url: 'https://developers.facebook.com/documentation/threads/posts',
  verifiedAt: '2026-11-21',
};
const publishing: Source = {
  url: 'https://developers.facebook.com/documentation/threads/reference/publishing',
  verifiedAt: '2026-11-21',
};

/** The limits of Threads; those that are not official, or that its pages give twice, can be set. */
export function threadsLimits({
  pollOptionCharacters = 25,
  links = 5,
  videoBitsPerSecond = 100_000_000,
}: ThreadsSettings = {}) {
  return {
    textCharacters: limit(500, 'characters (emoji by UTF-8 bytes)', posts),
    links: limit(links, 'links', posts),
    longTextCharacters: limit(10_000, 'characters', publishing),
    topicCharacters: limit(50, 'characters', publishing),
    media: limit(20, 'files', posts),
    imageBytes: limit(8_000_000, 'bytes', posts),
    imageAspect: limit(10, 'times as long as wide', posts),
    imageMinWidth: limit(320, 'pixels', posts),
    imageMaxWidth: limit(1440, 'pixels', posts),
    videoBytes: limit(1_000_000_000, 'bytes', posts),
    videoSeconds: limit(300, 'seconds', posts),
    videoWidth: limit(1920, 'pixels', posts),
    videoBitsPerSecond: limit(videoBitsPerSecond, 'bits per second', posts, {
      confidence: 'third-party',
      note: 'Another copy of the page says 25 Mbit/s.',
    }),
    altCharacters: limit(1000, 'characters', publishing),
    pollOptions: limit(4, 'options', publishing),
    pollOptionCharacters: limit(pollOptionCharacters, 'characters', publishing, {
      confidence: 'unverified',
    }),
  } satisfies Record<string, Limit>;
}

/** The limits of Threads. */
export type ThreadsLimits = ReturnType<typeof threadsLimits>;
