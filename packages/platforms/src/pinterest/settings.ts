import { MediaSource } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface PinterestSettings {
  /**
   * What Pinterest lets the application do. With trial access, which every application begins with,
   * pins are shown to their owner alone and the application has 1,000 requests a day.
   *
   * @defaultValue 'standard'
   */
  readonly access?: 'trial' | 'standard';
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * After how many seconds a board's list can be trusted to show a new pin.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /**
   * Pins that may be made, changed or deleted in a minute. Pinterest does not publish the number, and
   * says it with each answer.
   *
   * @defaultValue 60
   */
  readonly writesPerMinute?: number;
  /**
   * Of how many boards the sections are read with the facts: each board is a request.
   *
   * @defaultValue 20
   */
  readonly boardsWithSections?: number;
  /** Limits that Pinterest does not document, where you know better. */
  readonly limits?: Partial<
    Record<'imageBytes' | 'videoBytes' | 'videoMinSeconds' | 'videoMaxSeconds', number>
  >;
}

/** Pinterest's numbers of boards and sections. */
const Id = z.string().regex(/^\d+$/);

/** What people see of a film before it plays. */
export const Cover = z.union([
  z.object({
    /** The moment of the film, in whole seconds. */
    atSeconds: z.int().nonnegative(),
  }),
  z.object({ source: MediaSource, mimeType: z.enum(['image/jpeg', 'image/png']) }),
]);
/** What people see of a film before it plays. */
export type Cover = z.infer<typeof Cover>;

/** What a publication may ask of Pinterest beyond its draft. */
export const PinterestOptions = z.object({
  /** The board that the pin goes to; the facts list those of the account. */
  board: Id.optional(),
  /** A section of that board. */
  section: Id.optional(),
  /** What stands above the description; by default the title of the draft's link. */
  title: z.string().min(1).optional(),
  /** The colour to show until the picture is there: `#6E7874`. */
  dominantColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  /** What is shown of a film; by default its first frame. */
  cover: Cover.optional(),
  /** What each picture of a carousel has of its own, in their order. */
  slides: z
    .array(
      z.object({
        title: z.string().optional(),
        description: z.string().optional(),
        link: z.url({ protocol: /^https?$/ }).optional(),
      }),
    )
    .optional(),
  /** Which picture of a carousel is shown first, from 0. */
  firstSlide: z.int().nonnegative().optional(),
});
/** What a publication may ask of Pinterest beyond its draft. */
export type PinterestOptions = z.infer<typeof PinterestOptions>;
