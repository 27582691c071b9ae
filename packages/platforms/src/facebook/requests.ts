import { MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A picture that nobody sees until a post shows it. */
export const PhotoRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  alt: z.string().optional(),
  /** Where the network finds it; without one its bytes are sent. */
  url: z.string().optional(),
  /** Whether it is forgotten after a day unless something shows it. */
  temporary: z.boolean(),
});
export type PhotoRequest = z.infer<typeof PhotoRequest>;

/** Where films go: posts, reels and stories each have their own way. */
export const FilmEdge = z.enum(['videos', 'video_reels', 'video_stories']);
export type FilmEdge = z.infer<typeof FilmEdge>;

/** A film that nobody sees until it is published. */
export const FilmRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  edge: FilmEdge,
  /** Where the network finds it; without one its bytes are sent. */
  url: z.string().optional(),
});
export type FilmRequest = z.infer<typeof FilmRequest>;

/** A post of words, a link or pictures, as `POST /{page}/feed` takes it. */
export const PostRequest = z.object({
  fields: z.record(z.string(), z.string()),
  photos: z.array(z.string()),
});
export type PostRequest = z.infer<typeof PostRequest>;

/** A film that was sent, and what it says. */
export const PublishFilmRequest = z.object({
  edge: FilmEdge,
  video: z.string(),
  session: z.string().optional(),
  fields: z.record(z.string(), z.string()),
});
export type PublishFilmRequest = z.infer<typeof PublishFilmRequest>;

/** A picture that stands in a story. */
export const StoryRequest = z.object({ photo: z.string() });

/** A film that the network has taken and still works on. */
export const ConfirmRequest = z.object({ video: z.string() });

/** Words for one person: who wrote to us, by number, or who wrote a comment. */
export const MessageRequest = z.object({
  to: z.union([z.object({ id: z.string() }), z.object({ comment_id: z.string() })]),
  message: z.string(),
});
export type MessageRequest = z.infer<typeof MessageRequest>;

/** A comment under a post or an answer to one. */
export const CommentRequest = z.object({
  target: z.string(),
  message: z.string(),
  photo: z.string().optional(),
});
export type CommentRequest = z.infer<typeof CommentRequest>;
