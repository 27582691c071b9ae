import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** What is said of a post when it begins. */
const PostInfo = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));

/** A film to be sent. */
export const UploadRequest = z.object({
  inbox: z.boolean(),
  info: PostInfo,
  source: MediaSource,
  mimeType: z.string(),
});

/** The same film, once TikTok has given it a number and an address. */
export const SendRequest = z.object({
  publishId: z.string(),
  url: z.string(),
  chunkSize: z.int().positive(),
  count: z.int().positive(),
  source: MediaSource,
  mimeType: z.string(),
  /** Whether TikTok will give a public number to what comes of it. */
  isPublic: z.boolean(),
});
export type SendRequest = z.infer<typeof SendRequest>;

/** A film or photos that TikTok fetches itself. */
export const PullRequest = z.object({
  inbox: z.boolean(),
  info: PostInfo,
  isPublic: z.boolean(),
  /** What tells the post from others if the answer is lost. */
  text: z.string(),
  from: z.union([
    z.object({ video: z.string() }),
    z.object({ photos: z.array(z.string()), first: z.int().nonnegative() }),
  ]),
});
export type PullRequest = z.infer<typeof PullRequest>;
