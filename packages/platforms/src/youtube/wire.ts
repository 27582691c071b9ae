import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read. Counts are texts.

const count = z.string().regex(/^\d+$/).transform(Number).optional().catch(undefined);
const Moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => instant(Date.parse(text)));

export const Made = z.object({ id: z.string().min(1) });

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).default([]), nextPageToken: z.string().optional() });

export const Channels = page(
  z.object({
    id: z.string(),
    snippet: z.object({ title: z.string().optional() }).optional(),
    contentDetails: z
      .object({ relatedPlaylists: z.object({ uploads: z.string().optional() }).optional() })
      .optional(),
    statistics: z.object({ subscriberCount: count }).optional(),
  }),
);

export const Playlists = page(
  z.object({ id: z.string(), snippet: z.object({ title: z.string().optional() }).optional() }),
);

export const PlaylistItems = page(
  z.object({
    id: z.string(),
    snippet: z
      .object({ title: z.string().optional(), description: z.string().optional() })
      .optional(),
    contentDetails: z
      .object({ videoId: z.string().optional(), videoPublishedAt: Moment.optional() })
      .optional(),
  }),
);

export const Videos = page(
  z.object({
    id: z.string(),
    snippet: z.object({ title: z.string(), publishedAt: Moment.optional() }).optional(),
    status: z
      .object({
        uploadStatus: z.string().optional(),
        failureReason: z.string().optional(),
        rejectionReason: z.string().optional(),
      })
      .optional(),
    statistics: z.object({ viewCount: count, likeCount: count, commentCount: count }).optional(),
  }),
);

export const Captions = page(
  z.object({ id: z.string(), snippet: z.object({ language: z.string() }).optional() }),
);

export const Comment = z.object({
  id: z.string(),
  snippet: z.object({
    textOriginal: z.string().optional(),
    textDisplay: z.string().optional(),
    authorDisplayName: z.string().optional(),
    authorChannelId: z.object({ value: z.string() }).optional(),
    publishedAt: Moment.optional(),
    videoId: z.string().optional(),
    parentId: z.string().optional(),
  }),
});
export type Comment = z.infer<typeof Comment>;

export const Comments = page(Comment);

export const Threads = page(
  z.object({
    id: z.string(),
    snippet: z.object({ topLevelComment: Comment, videoId: z.string().optional() }),
    replies: z.object({ comments: z.array(Comment).default([]) }).optional(),
  }),
);

export const Nothing = z.unknown();
