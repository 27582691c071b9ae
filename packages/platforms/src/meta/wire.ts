import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read, of answers that Meta's networks have in common.

/** Meta writes the offset of a moment without its colon. */
export const Moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => instant(Date.parse(text)));

/** Something new, by its id. */
export const Made = z.object({ id: z.string() });

/** Where a list goes on. Its `next` holds the token, so that only the cursor is used. */
export const Paging = z
  .object({
    next: z.string().optional(),
    cursors: z.object({ after: z.string().optional() }).optional(),
  })
  .optional()
  .catch(undefined);

/** A token, and for how many seconds it is good; no number where it has no end. */
export const Token = z.object({
  access_token: z.string(),
  expires_in: z.number().positive().optional(),
});
export type Token = z.infer<typeof Token>;

/** An answer that nobody reads. */
export const Nothing = z.unknown();
