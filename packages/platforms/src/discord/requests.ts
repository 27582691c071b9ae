import { Json, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

const AttachedFile = z.object({ name: z.string(), source: MediaSource, mimeType: z.string() });

/** What a message is recognised by, when its answer was lost. */
export const MessageWords = z.looseObject({
  content: z.string().optional(),
  poll: z.looseObject({ question: z.object({ text: z.string() }) }).optional(),
  attachments: z.array(z.unknown()).optional(),
  thread_name: z.string().optional(),
});
export type MessageWords = z.infer<typeof MessageWords>;

export const PostRequest = z.object({
  /** The thread to post into. */
  thread: z.string().optional(),
  /** The channel and the server of the account, where they are known. */
  channel: z.string().optional(),
  guild: z.string().optional(),
  body: z.record(z.string(), Json),
  files: z.array(AttachedFile),
});
export type PostRequest = z.infer<typeof PostRequest>;
