import { Instant, MediaSource, PostReference } from '@affiche/core';
import { z } from 'zod';

/** What an application may know better than the documented defaults. */
export interface MastodonSettings {
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * Whether to rely on the server to recognise a repeated post by its `Idempotency-Key`. The key is
   * always sent; but servers that speak Mastodon's language ignore it or lose races on it, so that
   * normally own posts are looked through before anything is sent a second time.
   *
   * @defaultValue false
   */
  readonly trustIdempotencyKey?: boolean;
  /**
   * How many posts an account may publish in 3 hours: known from practice, not documented.
   *
   * @defaultValue 300
   */
  readonly statusesPerThreeHours?: number;
}

/** What a publication may ask of Mastodon beyond its draft. */
export const MastodonOptions = z.object({
  /** Who sees it: everybody, everybody but timelines, followers, or only those it names. */
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
  /** Whether media are hidden until opened; by default when there is a content warning. */
  sensitive: z.boolean().optional(),
  /** The language of the text as an ISO 639 tag; the draft's own when left out. */
  language: z.string().min(2).optional(),
  /** Who may quote it without asking. */
  quotePolicy: z.enum(['public', 'followers', 'nobody']).optional(),
  /** A post to show inside the first one. */
  quote: PostReference.optional(),
  /**
   * A post of ours to write anew, with the draft's one item; readers see that it was edited. Its
   * visibility and what it answers stay as they were, and another poll loses its votes.
   */
  edits: PostReference.optional(),
  /**
   * What must stay visible where a picture of the first post is cropped, in the order of the pictures:
   * from -1 to 1 to the right, and from -1 to 1 upwards.
   */
  focus: z.array(z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)])).optional(),
  /** What stands for the first post's film or sound until it is played. */
  thumbnail: z.object({ source: MediaSource, mimeType: z.string() }).optional(),
  /** Whether the votes of a poll are hidden until it ends. */
  hideTotals: z.boolean().default(false),
  /**
   * Leaves the waiting to the server: the post goes out at this moment, at least 5 minutes ahead.
   * Only for servers that are known to do as they say.
   * The publication is published when the post is found there, and not before.
   */
  scheduledAt: Instant.optional(),
});
/** What a publication may ask of Mastodon beyond its draft. */
export type MastodonOptions = z.infer<typeof MastodonOptions>;
