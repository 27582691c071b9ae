import { MediaSource, PostReference } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface RedditSettings {
  /** The communities whose flairs and rules are read with the facts: `boots`, without `r/`. */
  readonly subreddits?: readonly string[];
  /**
   * Requests of the application in ten minutes.
   *
   * @defaultValue 1000
   */
  readonly requestsPerTenMinutes?: number;
  /**
   * After how many seconds an account's list can be trusted to show a new post.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /** Limits that Reddit does not document, where you know better. */
  readonly limits?: Partial<
    Record<'imageBytes' | 'videoBytes' | 'videoSeconds' | 'pollOptionCharacters', number>
  >;
}

/** What a publication may ask of Reddit beyond its draft. */
export const RedditOptions = z.object({
  /** The community that the post goes to: `boots`, or `u_somebody` for a person's own page. */
  subreddit: z
    .string()
    .regex(/^(?:u_[\w-]{3,20}|\w{2,21})$/)
    .optional(),
  /** What stands above the post; by default the title of the draft's link. It can never be changed. */
  title: z.string().min(1).optional(),
  /** A label of the community; the facts list them. */
  flair: z.object({ id: z.string().min(1), text: z.string().optional() }).optional(),
  nsfw: z.boolean().default(false),
  spoiler: z.boolean().default(false),
  /** Whether answers are told to the account's inbox. */
  sendReplies: z.boolean().default(true),
  /** What is shown of a video before it plays. */
  poster: z
    .object({ source: MediaSource, mimeType: z.enum(['image/jpeg', 'image/png']) })
    .optional(),
  /** What stands under each picture of a gallery, and where it leads, in their order. */
  gallery: z
    .array(
      z.object({
        caption: z.string().optional(),
        link: z.url({ protocol: /^https?$/ }).optional(),
      }),
    )
    .optional(),
  /** A text of ours, post or comment, to write anew with the draft's one item. */
  edits: PostReference.optional(),
});
/** What a publication may ask of Reddit beyond its draft. */
export type RedditOptions = z.infer<typeof RedditOptions>;
