import { Instant, PostReference } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface TumblrSettings {
  /**
   * After how many seconds a blog's list can be trusted to show a new post.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /** Limits that Tumblr documents for an older kind of post, where you know better. */
  readonly limits?: Partial<Record<'imageBytes' | 'videoBytes' | 'videoSeconds', number>>;
}

/** What a publication may ask of Tumblr beyond its draft. */
export const TumblrOptions = z.object({
  /** Where the post goes: to readers, the blog's queue, its drafts, or its members alone. */
  state: z.enum(['published', 'queue', 'draft', 'private']).default('published'),
  /** When a post of the queue appears; without it, the queue decides. */
  publishOn: Instant.optional(),
  /** What people find it by; none holds a comma. */
  tags: z.array(z.string().regex(/^[^,]+$/)).default([]),
  /** Whom the content is from. */
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** A post of ours to write anew, with the draft's one item. */
  edits: PostReference.optional(),
});
/** What a publication may ask of Tumblr beyond its draft. */
export type TumblrOptions = z.infer<typeof TumblrOptions>;
