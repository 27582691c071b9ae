import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

export const HandleRequest = z.object({ handle: z.string() });
export const PostRequest = z.object({ uri: z.string() });
export const UploadRequest = z.object({ source: MediaSource, mimeType: z.string() });
export const PutRequest = z.object({
  collection: z.string(),
  rkey: z.string(),
  record: z.json(),
});
export type PutRequest = z.infer<typeof PutRequest>;
