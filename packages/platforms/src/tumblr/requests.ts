import { Json, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A post, and the files that its blocks name. */
export const PostRequest = z.object({
  /** The post to write anew; absent where a new one is made. */
  id: z.string().optional(),
  body: z.object({
    content: z.array(z.record(z.string(), Json)),
    state: z.enum(['published', 'queue', 'draft', 'private']),
    publish_on: z.string().optional(),
    tags: z.string().optional(),
    source_url: z.string().optional(),
  }),
  files: z.array(z.object({ name: z.string(), source: MediaSource, mimeType: z.string() })),
});
export type PostRequest = z.infer<typeof PostRequest>;
