import { type MediaSource, PostReference } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface ThreadsSettings {
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * Where the world finds a file: Threads fetches media from public addresses and takes no bytes.
   *
   * @defaultValue the address of a source that has one
   */
  readonly mediaUrl?: (source: MediaSource) => string | undefined;
  /**
   * Length of a choice in a poll: known from practice, not documented.
   *
   * @defaultValue 25
   */
  readonly pollOptionCharacters?: number;
  /**
   * How long every poll is open, in seconds: known from practice, not documented.
   *
   * @defaultValue 86400
   */
  readonly pollSeconds?: number;
  /**
   * Distinct links in a post.
   *
   * @defaultValue 5
   */
  readonly links?: number;
  /**
   * The most bits per second of a film; the network's pages say 100 or 25 million.
   *
   * @defaultValue 100000000
   */
  readonly videoBitsPerSecond?: number;
  /**
   * After how many seconds a container and the list of own posts can be trusted to show a publication.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /**
   * The version of the interface, as in addresses.
   *
   * @defaultValue 'v1.0'
   */
  readonly version?: string;
}

/** Some characters of a text, counted from 0. */
const Range = z.object({ offset: z.int().nonnegative(), length: z.int().positive() });

/** What a publication may ask of Threads beyond its draft. */
export const ThreadsOptions = z.object({
  /** Who may answer. */
  replies: z
    .enum(['everyone', 'following', 'mentioned', 'author', 'followers'])
    .default('everyone'),
  /** A post to show inside the first one. */
  quote: PostReference.optional(),
  /** The topic of the first post; there is one at most. */
  topic: z.string().min(1).optional(),
  /** Text of up to 10,000 characters to open from the first post. */
  longText: z.string().min(1).optional(),
  /** How parts of the long text are written. */
  longTextStyles: z
    .array(
      Range.extend({
        styles: z
          .array(z.enum(['bold', 'italic', 'highlight', 'underline', 'strikethrough']))
          .min(1),
      }),
    )
    .default([]),
  /** The link that stands with the long text. */
  longTextLink: z.url({ protocol: /^https?$/ }).optional(),
  /** Parts of the first post's text that are veiled until somebody wants to read them. */
  spoilers: z.array(Range).default([]),
  /** A picture that moves, by its number at Giphy. */
  giphy: z.string().min(1).optional(),
  /** Whether the first post vanishes after a day; text only. */
  ghost: z.boolean().default(false),
  /** Whether answers wait until somebody approves them. */
  approveReplies: z.boolean().default(false),
  /** Whether Instagram shows it too. */
  shareToInstagram: z.boolean().default(false),
  /** The place it is about, by the network's number. */
  location: z.string().min(1).optional(),
  /** The only countries where it is shown, as ISO 3166 codes. */
  countries: z.array(z.string().length(2)).min(1).optional(),
});
/** What a publication may ask of Threads beyond its draft. */
export type ThreadsOptions = z.infer<typeof ThreadsOptions>;
