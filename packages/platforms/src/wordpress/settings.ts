import { Instant } from '@affiche/core';
import { z } from 'zod';

/** What an application may know better than the documented defaults. */
export interface WordPressSettings {
  /**
   * Where the blog is below its host: `/blog`.
   *
   * @defaultValue ''
   */
  readonly path?: string;
  /**
   * Whether the blog has no pretty addresses, so that its interface is asked by `?rest_route=`.
   *
   * @defaultValue false
   */
  readonly plainPermalinks?: boolean;
  /**
   * The largest file in bytes: what PHP's `upload_max_filesize` says on that server.
   *
   * @defaultValue 2_097_152
   */
  readonly uploadBytes?: number;
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
}

/** What a publication may ask of a WordPress beyond its draft. */
export const WordPressOptions = z.object({
  /** The title; by default the first heading of the text, or its first words. */
  title: z.string().optional(),
  /** What the text is written in. */
  format: z.enum(['markdown', 'html']).default('markdown'),
  /** Whether the content is made of blocks, or of plain HTML. */
  output: z.enum(['blocks', 'html']).default('blocks'),
  /**
   * The last part of the address. It is also what the post is recognised by, so that it must be unique
   * to the publication; by default the title with a few letters that are.
   */
  slug: z.string().optional(),
  /**
   * Whether WordPress may run what stands in brackets, such as `[gallery]`: its plugins decide what
   * that does. Otherwise readers see the brackets.
   */
  shortcodes: z.boolean().default(false),
  status: z.enum(['publish', 'draft', 'pending', 'private']).default('publish'),
  /** Leaves the waiting to the blog: it publishes the post at this moment. */
  scheduledAt: Instant.optional(),
  excerpt: z.string().optional(),
  /** By their names; those that are not there yet are made. */
  categories: z.array(z.string().min(1)).default([]),
  tags: z.array(z.string().min(1)).default([]),
  /** Which of the media is the featured image; by default the first, if it is an image. */
  featuredMedia: z.union([z.int().nonnegative(), z.literal('none')]).optional(),
  /** Whether readers may comment; by default as the blog has it. */
  comments: z.enum(['open', 'closed']).optional(),
});
/** What a publication may ask of a WordPress beyond its draft. */
export type WordPressOptions = z.infer<typeof WordPressOptions>;
