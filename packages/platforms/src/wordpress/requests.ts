import { Json, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

export const UploadRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  name: z.string(),
  alt: z.string().optional(),
});

export const TermRequest = z.object({ taxonomy: z.enum(['categories', 'tags']), name: z.string() });

export const DraftRequest = z.object({
  slug: z.string(),
  body: z.record(z.string(), Json),
  /** The addresses of the uploaded files, by their place in the draft. */
  addresses: z.record(z.string(), z.string()),
});

export const PublishRequest = z.object({
  id: z.string(),
  slug: z.string(),
  status: z.string(),
  scheduledAt: z.string().optional(),
});

export const CommentRequest = z.object({
  post: z.union([z.int(), z.string().transform(Number)]),
  parent: z.union([z.int(), z.string().transform(Number)]).optional(),
  content: z.string(),
});
