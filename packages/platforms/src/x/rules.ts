import type { Draft, DraftItem, Limit, Source } from '@affiche/core';
import { limit } from '../limit-data.ts';
import { withLink } from '../post-text.ts';
import type { XOptions } from './settings.ts';

const posts: Source = {
  url: 'https://docs.x.com/x-api/posts/create-post',
  verifiedAt: '2026-11-21',
};
const counting: Source = {
  url: 'https://docs.x.com/fundamentals/counting-characters',
  verifiedAt: '2026-11-21',
};
const media: Source = {
  url: 'https://docs.x.com/x-api/media/quickstart/best-practices',
  verifiedAt: '2026-11-21',
};

/** The limits of X. Those who pay for it may write more. */
export const xLimits = {
  textWeight: limit(280, 'weighted characters', counting),
  longTextWeight: limit(25_000, 'weighted characters', counting),
  cashtags: limit(1, 'cashtags', posts),
  images: limit(4, 'images', media),
  films: limit(1, 'videos', media),
  imageBytes: limit(5_000_000, 'bytes', media),
  animationBytes: limit(15_000_000, 'bytes', media),
  videoBytes: limit(512_000_000, 'bytes', media),
  videoSeconds: limit(140, 'seconds', media),
  videoMinSeconds: limit(0.5, 'seconds', media),
  videoMinPixels: limit(32, 'pixels', media),
  videoAspect: limit(3, 'times as long as wide', media),
  videoLongSide: limit(1280, 'pixels', media),
  videoShortSide: limit(1024, 'pixels', media),
  animationShortSide: limit(1080, 'pixels', media),
  altCharacters: limit(1000, 'characters', media),
  pollOptions: limit(4, 'options', posts),
  pollOptionCharacters: limit(25, 'characters', posts),
  pollMaxSeconds: limit(10_080 * 60, 'seconds', posts),
  pollMinSeconds: limit(5 * 60, 'seconds', posts),
} satisfies Record<string, Limit>;

/** Whether the post is labelled as paid for. */
export function isPaid({ disclosure }: Draft, { paidPartnership }: XOptions): boolean {
  return paidPartnership ?? (disclosure === 'advertisement' || disclosure === 'partnership');
}

/** Whether the post is labelled as made by a machine. */
export function madeByMachine({ disclosure }: Draft, { madeWithAi }: XOptions): boolean {
  return madeWithAi ?? disclosure === 'automated';
}

/** The text that goes out. X makes a card of its last link, so every link must be in it. */
export function outgoingText(item: DraftItem): string {
  return withLink(item);
}
