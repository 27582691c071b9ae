import type { Limit, Source } from '@affiche/core';
import { limit } from '../limit-data.ts';
import type { InstagramSettings } from './settings.ts';

const documentation = 'https://developers.facebook.com/docs/instagram-platform';
const verifiedAt = '2026-11-21';

function page(path: string): Source {
  return { url: `${documentation}/${path}`, verifiedAt };
}

/** The guide to publishing. */
export const publishing = page('content-publishing');
/** What a container may hold. */
export const userMedia = page('instagram-graph-api/reference/ig-user/media');
const errorCodes = page('instagram-graph-api/reference/error-codes');
const enforced: Source = {
  url: 'https://www.ayrshare.com/docs/apis/post/social-networks/instagram',
  verifiedAt,
};
const comments = page('instagram-graph-api/reference/ig-media/comments');
const messaging = page('instagram-api-with-instagram-login/messaging-api');

const fixed = {
  captionCharacters: limit(2200, 'characters', errorCodes),
  documentedHashtags: limit(30, 'hashtags', errorCodes),
  documentedMentions: limit(20, 'mentions', errorCodes),
  collaborators: limit(3, 'collaborators', userMedia),
  tags: limit(20, 'tags', errorCodes),
  products: limit(5, 'products', errorCodes),
  sponsors: limit(2, 'partners', userMedia),
  altCharacters: limit(1000, 'characters', userMedia, {
    note: 'Pictures only, since 2025-03-24; not films and not stories.',
  }),
  imageBytes: limit(8_000_000, 'bytes', userMedia),
  imageMinAspect: limit(0.8, 'times as wide as high', userMedia),
  imageMaxAspect: limit(1.91, 'times as wide as high', userMedia),
  imageMinWidth: limit(320, 'pixels', userMedia),
  imageMaxWidth: limit(1440, 'pixels', userMedia),
  filmMinSeconds: limit(3, 'seconds', userMedia),
  filmWidth: limit(1920, 'pixels', userMedia),
  filmBitsPerSecond: limit(25_000_000, 'bits per second', userMedia),
  filmMinAspect: limit(0.01, 'times as wide as high', userMedia),
  filmMaxAspect: limit(10, 'times as wide as high', userMedia),
  reelSeconds: limit(900, 'seconds', userMedia),
  storySeconds: limit(60, 'seconds', userMedia),
  storyFilmBytes: limit(100_000_000, 'bytes', userMedia),
  storyFiles: limit(1, 'files', publishing),
  messageBytes: limit(1000, 'bytes', messaging),
} satisfies Record<string, Limit>;

/** The limits of Instagram; those that are not official, or that its pages give twice, can be set. */
export function instagramLimits({
  hashtags = 5,
  mentions = 3,
  carouselFiles = 10,
  reelBytes = 300_000_000,
  commentCharacters = 300,
}: InstagramSettings = {}) {
  return {
    ...fixed,
    hashtags: limit(hashtags, 'hashtags', enforced, {
      confidence: 'third-party',
      note: 'The documentation says 30; the network has enforced 5 since December 2025.',
    }),
    mentions: limit(mentions, 'mentions', enforced, {
      confidence: 'third-party',
      note: 'The documentation says 20.',
    }),
    media: limit(carouselFiles, 'files', errorCodes, {
      note: 'The network’s own app takes 20.',
    }),
    reelBytes: limit(reelBytes, 'bytes', userMedia, {
      note: 'Older copies of the page say 100 million and a billion.',
    }),
    commentCharacters: limit(commentCharacters, 'characters', comments, {
      confidence: 'unverified',
    }),
  } satisfies Record<string, Limit>;
}

/** The limits of Instagram. */
export type InstagramLimits = ReturnType<typeof instagramLimits>;
