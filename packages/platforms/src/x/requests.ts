import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

export const UploadRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  category: z.enum(['tweet_image', 'tweet_gif', 'tweet_video']),
});
export type UploadRequest = z.infer<typeof UploadRequest>;

export const DescribeRequest = z.object({ id: z.string(), alt: z.string() });

/** A post as `POST /2/tweets` takes it, and of it what tells it from others. */
export const PostBody = z.looseObject({
  text: z.string().optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  quote_tweet_id: z.string().optional(),
});
/** A post as `POST /2/tweets` takes it. */
export type PostBody = z.infer<typeof PostBody>;
