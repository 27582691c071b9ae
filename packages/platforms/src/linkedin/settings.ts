import { PostReference } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface LinkedInSettings {
  /**
   * The version of the interface to speak, as year and month. Each one lives for about a year.
   *
   * @defaultValue '202609'
   */
  readonly apiVersion?: string;
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * After how many seconds a list of an organization's posts can be trusted to be whole.
   *
   * @defaultValue 15
   */
  readonly settleSeconds?: number;
  /**
   * How many seconds to give an uploaded file when the network does not let the account ask about it.
   *
   * @defaultValue 15
   */
  readonly graceSeconds?: number;
  /**
   * After how many seconds to see whether an organization's post was kept: LinkedIn takes posts and
   * may reject them afterwards.
   *
   * @defaultValue 20
   */
  readonly confirmSeconds?: number;
  /**
   * Posts that one account may make in a day. LinkedIn shows the number in its developer portal only;
   * about 150 were observed.
   *
   * @defaultValue 150
   */
  readonly postsPerDay?: number;
  /** Limits that LinkedIn does not document, where you know better. */
  readonly limits?: Partial<
    Record<'imagePixels' | 'imageBytes' | 'altCharacters' | 'videoBytes', number>
  >;
}

/** What a publication may ask of LinkedIn beyond its draft. */
export const LinkedInOptions = z.object({
  /** Who may see it; `CONNECTIONS` is for members only. */
  visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']).default('PUBLIC'),
  /** A post to share again with the draft's text above it. */
  reshare: PostReference.optional(),
  /** Whether others may not share the post. */
  reshareDisabled: z.boolean().default(false),
  /** What stands above a video or a document. */
  mediaTitle: z.string().min(1).max(400).optional(),
  /** What a poll asks; by default the text. */
  pollQuestion: z.string().min(1).optional(),
});
/** What a publication may ask of LinkedIn beyond its draft. */
export type LinkedInOptions = z.infer<typeof LinkedInOptions>;
