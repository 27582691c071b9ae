import { Json } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

const Body = z.object({ summary: z.string(), topicType: z.string() }).catchall(Json);

/** A post, as it is sent. */
export const PostRequest = z.object({ body: Body });
export type PostRequest = z.infer<typeof PostRequest>;

/** The fields of a post that are to change. */
export const EditRequest = z.object({
  name: z.string(),
  mask: z.string(),
  body: z.object({ summary: z.string() }).catchall(Json),
});

/** An answer to a review. */
export const ReplyRequest = z.object({ review: z.string(), text: z.string() });
