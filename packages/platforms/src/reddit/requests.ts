import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A file on its way. */
export const UploadRequest = z.object({ source: MediaSource, mimeType: z.string() });
export type UploadRequest = z.infer<typeof UploadRequest>;

/** A post: the fields of its form, and the pictures of a gallery. */
export const SubmitRequest = z.object({
  kind: z.enum(['self', 'link', 'image', 'gallery', 'video', 'poll']),
  subreddit: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string().optional(),
  poster: z.string().optional(),
  pictures: z.array(z.object({ id: z.string(), caption: z.string(), link: z.string() })),
  poll: z.object({ options: z.array(z.string()), days: z.int() }).optional(),
  flair: z.object({ id: z.string(), text: z.string().optional() }).optional(),
  nsfw: z.boolean(),
  spoiler: z.boolean(),
  sendReplies: z.boolean(),
});
export type SubmitRequest = z.infer<typeof SubmitRequest>;

/** A comment, under a post or another comment. */
export const CommentRequest = z.object({ parent: z.string(), text: z.string() });

/** A text that takes the place of another. */
export const EditRequest = z.object({ id: z.string(), text: z.string() });
