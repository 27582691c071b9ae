import { Instant, type MediaSource } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface FacebookSettings {
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * Where the world finds a file: Facebook then fetches pictures, reels and stories from there. Films
   * that are posts are sent all the same, for only so can a lost one be looked for.
   *
   * @defaultValue nowhere: the bytes are sent
   */
  readonly mediaUrl?: (source: MediaSource) => string | undefined;
  /**
   * The longest text; Meta publishes none, and others found this.
   *
   * @defaultValue 63206
   */
  readonly textCharacters?: number;
  /**
   * Pictures in a post; more may work.
   *
   * @defaultValue 10
   */
  readonly photos?: number;
  /**
   * The largest picture in bytes; Meta's older pages say 4 MB.
   *
   * @defaultValue 10000000
   */
  readonly photoBytes?: number;
  /**
   * The largest film in bytes: known from practice.
   *
   * @defaultValue 10000000000
   */
  readonly videoBytes?: number;
  /**
   * The longest film in seconds: known from practice.
   *
   * @defaultValue 14400
   */
  readonly videoSeconds?: number;
  /**
   * After how many seconds the list of own posts can be trusted to show a publication.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /**
   * For how many seconds a film may be worked on, after the network took it, before we stop asking.
   *
   * @defaultValue 1800
   */
  readonly processingSeconds?: number;
  /**
   * The version of the interface, as in addresses.
   *
   * @defaultValue 'v25.0'
   */
  readonly version?: string;
}

const Card = z.object({
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().optional(),
  description: z.string().optional(),
  /** Where the network finds the picture. */
  image: z.url({ protocol: /^https?$/ }).optional(),
});

/** What a publication may ask of Facebook beyond its draft. */
export const FacebookOptions = z.object({
  /** A post, a film that stands alone and upright, or something that is gone after a day. */
  format: z.enum(['post', 'reel', 'story']).default('post'),
  /** The title of a film. */
  title: z.string().min(1).optional(),
  /** When Facebook itself should show it: 10 minutes to 30 days ahead. */
  scheduledAt: Instant.optional(),
  /** Cards that people push sideways, beside a link. */
  cards: z.array(Card).optional(),
  /** The page of the place it is about, by its number. */
  place: z.string().min(1).optional(),
  /**
   * What the draft answers, where it answers: a post or a `comment` in public, a comment in a
   * `private-reply`, or a person's `message`, by the number of the person.
   */
  answers: z.enum(['comment', 'private-reply', 'message']).default('comment'),
});
/** What a publication may ask of Facebook beyond its draft. */
export type FacebookOptions = z.infer<typeof FacebookOptions>;
