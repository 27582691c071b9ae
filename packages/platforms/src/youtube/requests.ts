import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

const File = { source: MediaSource, mimeType: z.string() };

/** A film as `videos.insert` takes it but for its bytes. */
export const SessionRequest = z.object({
  ...File,
  notify: z.boolean(),
  body: z.object({
    snippet: z.object({
      title: z.string(),
      description: z.string(),
      tags: z.array(z.string()).optional(),
      categoryId: z.string(),
      defaultLanguage: z.string().optional(),
    }),
    status: z.object({
      privacyStatus: z.string(),
      publishAt: z.string().optional(),
      selfDeclaredMadeForKids: z.boolean().optional(),
      containsSyntheticMedia: z.boolean(),
      license: z.string(),
      embeddable: z.boolean(),
    }),
  }),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

/** The bytes of a film, and what tells it from others once its session is gone. */
export const SendRequest = z.object({
  ...File,
  url: z.string(),
  begunAt: z.string(),
  title: z.string(),
  description: z.string(),
});
export type SendRequest = z.infer<typeof SendRequest>;

export const AwaitRequest = z.object({ video: z.string() });

export const ThumbnailRequest = z.object({ ...File, video: z.string() });

export const CaptionRequest = z.object({
  source: MediaSource,
  video: z.string(),
  language: z.string(),
});

export const PlaylistRequest = z.object({ video: z.string(), playlist: z.string() });

/** A comment under a film, or below another comment. */
export const CommentRequest = z.object({
  text: z.string(),
  video: z.string().optional(),
  parent: z.string().optional(),
});
export type CommentRequest = z.infer<typeof CommentRequest>;
