import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A container as `POST /{user}/media` takes it, and the file to send where it is not fetched. */
export const ContainerRequest = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  file: z.object({ source: MediaSource, mimeType: z.string() }).optional(),
});
export type ContainerRequest = z.infer<typeof ContainerRequest>;

/** What is published, and what tells its post from others if the answer is lost. */
export const PublishRequest = z.object({
  creation_id: z.string(),
  caption: z.string(),
  format: z.enum(['image', 'reel', 'carousel', 'story']),
});
export type PublishRequest = z.infer<typeof PublishRequest>;

/** Words under a post, under a comment, or to somebody alone. */
export const CommentRequest = z.object({
  answers: z.enum(['comment', 'post', 'mention', 'private-reply', 'message']),
  /** The post, the comment or the person. */
  target: z.string(),
  /** The post that a comment which names us stands under. */
  root: z.string().optional(),
  message: z.string(),
});
export type CommentRequest = z.infer<typeof CommentRequest>;

/** A post to look at, or to change. */
export const PostRequest = z.object({ id: z.string() });
