import { Instant, MediaSource } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface YouTubeSettings {
  /**
   * Whether Google has audited the project. What any other uploads is said to stay private.
   *
   * @defaultValue false
   */
  readonly audited?: boolean;
  /**
   * Units of the project's day, and uploads beside them.
   *
   * @defaultValue { unitsPerDay: 10000, uploadsPerDay: 100 }
   */
  readonly quota?: { readonly unitsPerDay?: number; readonly uploadsPerDay?: number };
  /** What calls cost in units, where your project pays other prices than the documented ones. */
  readonly costs?: Partial<Record<'upload' | 'write' | 'caption' | 'read', number>>;
  /**
   * How many bytes of a film go into one request; a multiple of 262,144.
   *
   * @defaultValue 8388608
   */
  readonly chunkBytes?: number;
  /**
   * After how many seconds lists can be trusted to show what was made.
   *
   * @defaultValue 15
   */
  readonly settleSeconds?: number;
}

/** What a publication may ask of YouTube beyond its draft. */
export const YouTubeOptions = z.object({
  /** By default the first line of the text. */
  title: z.string().min(1).optional(),
  tags: z.array(z.string().min(1)).default([]),
  /** The number of a category: 22 is people and blogs, 26 how-to and style. */
  category: z.string().regex(/^\d+$/).default('22'),
  privacy: z.enum(['public', 'unlisted', 'private']).default('public'),
  /** When YouTube makes a private film public by itself. */
  publishAt: Instant.optional(),
  /** Whether it is made for children: the law wants this said, and nobody can say it for you. */
  madeForKids: z.boolean().optional(),
  /** Whether a machine made people or places look real. */
  syntheticMedia: z.boolean().default(false),
  license: z.enum(['youtube', 'creativeCommon']).default('youtube'),
  embeddable: z.boolean().default(true),
  notifySubscribers: z.boolean().default(true),
  /** The picture to show before it plays. */
  thumbnail: z
    .object({
      source: MediaSource,
      mimeType: z.enum(['image/jpeg', 'image/png']),
      bytes: z.int().nonnegative().optional(),
    })
    .optional(),
  /** Playlists to put it into. */
  playlists: z.array(z.string().min(1)).default([]),
});
/** What a publication may ask of YouTube beyond its draft. */
export type YouTubeOptions = z.infer<typeof YouTubeOptions>;
