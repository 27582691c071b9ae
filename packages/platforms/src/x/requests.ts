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

/** A post as `POST /2/tweets` takes it. */
export const PostBody = z.object({
  text: z.string().optional(),
  media: z.object({ media_ids: z.array(z.string()) }).optional(),
  poll: z.object({ options: z.array(z.string()), duration_minutes: z.int() }).optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  quote_tweet_id: z.string().optional(),
  reply_settings: z.string().optional(),
  community_id: z.string().optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
});
/** A post as `POST /2/tweets` takes it. */
export type PostBody = z.infer<typeof PostBody>;
