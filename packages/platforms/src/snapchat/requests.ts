import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A file on its way, and a name that is its own. */
export const UploadRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  name: z.string(),
});
export type UploadRequest = z.infer<typeof UploadRequest>;

/** A story or a spotlight of a file that is there. */
export const SnapRequest = z.object({
  as: z.enum(['story', 'spotlight']),
  media: z.string(),
  description: z.string().optional(),
  locale: z.string().optional(),
  saveToProfile: z.boolean().optional(),
});
export type SnapRequest = z.infer<typeof SnapRequest>;
