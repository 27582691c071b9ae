import { PostReference } from '@affiche/core';
import { z } from 'zod';
import type { PublicMedia } from '../public-address.ts';

/** What an application knows better than the documented defaults. */
export interface GoogleBusinessProfileSettings extends PublicMedia {
  /**
   * What a telephone number in the text is. Google rejects such posts, and does not document it.
   *
   * @defaultValue 'error'
   */
  readonly phoneNumbers?: 'error' | 'warning';
  /**
   * After how many seconds the list of posts can be trusted to show a new one.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /** Limits that Google does not document, where you know better. */
  readonly limits?: Partial<
    Record<'eventTitleCharacters' | 'imageMinWidth' | 'imageMinHeight', number>
  >;
}

const Moment = z.object({
  date: z.iso.date(),
  /** On the walls of the place: `18:30`. */
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

/** What a publication may ask of Google Business Profile beyond its draft. */
export const GoogleBusinessProfileOptions = z.object({
  /** What the button under the post says; it leads to the draft's link, and `CALL` to the telephone. */
  action: z.enum(['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP', 'CALL']).optional(),
  /** Makes the post an event, or says when an offer holds. */
  event: z.object({ title: z.string().min(1), start: Moment, end: Moment }).optional(),
  /** Makes the post an offer. */
  offer: z
    .object({
      couponCode: z.string().optional(),
      redeemUrl: z.url({ protocol: /^https?$/ }).optional(),
      terms: z.string().optional(),
    })
    .optional(),
  /** A post of ours whose text and button are to change, to those of the draft's one item. */
  edits: PostReference.optional(),
});
/** What a publication may ask of Google Business Profile beyond its draft. */
export type GoogleBusinessProfileOptions = z.infer<typeof GoogleBusinessProfileOptions>;
