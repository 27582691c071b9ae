import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface SnapchatSettings {
  /**
   * After how many seconds a profile's list can be trusted to show a new snap.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /** Limits that Snap does not document, where you know better. */
  readonly limits?: Partial<
    Record<
      'imageBytes' | 'videoBytes' | 'videoMinSeconds' | 'videoMaxSeconds' | 'width' | 'height',
      number
    >
  >;
}

/** What a publication may ask of Snapchat beyond its draft. */
export const SnapchatOptions = z.object({
  /** A story is there for a day; a spotlight is found by everybody, with words under it. */
  as: z.enum(['story', 'spotlight']).default('story'),
  /** The language of a spotlight's words, as Snap writes it: `en_US`. */
  locale: z
    .string()
    .regex(/^[a-z]{2}_[A-Z]{2}$/)
    .default('en_US'),
  /** Whether a spotlight stays on the profile. */
  saveToProfile: z.boolean().default(true),
});
/** What a publication may ask of Snapchat beyond its draft. */
export type SnapchatOptions = z.infer<typeof SnapchatOptions>;
