import { Account, Json } from '@affiche/core';
import { z } from 'zod';
import { TimeOfDay, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** How often a channel speaks. */
export const Cadence = openObject({
  /** Posts a week, at least and at most. */
  perWeek: openObject({ min: z.number().nonnegative(), max: z.number().nonnegative() }),
  /** Posts a day, at most. */
  perDay: z.int().positive().optional(),
  /** Hours between two posts, at least. */
  minGapHours: z.number().nonnegative().optional(),
});
/** How often a channel speaks. */
export type Cadence = z.infer<typeof Cadence>;

/** Hours of the day in which nothing goes out; `22:00` to `07:00` runs over midnight. */
export const QuietHours = openObject({ from: TimeOfDay, to: TimeOfDay });
/** Hours of the day in which nothing goes out. */
export type QuietHours = z.infer<typeof QuietHours>;

/** An account that the plan uses, and what for. */
export const Channel = openObject({
  account: openObject(Account.shape),
  /** What this channel is for: "the daily batch, for neighbours". */
  role: Words,
  /** Whose media it is; `offline` channels carry costs but no posts. */
  medium: z.enum(['owned', 'earned', 'paid', 'offline']).default('owned'),
  /** A client's channel is `professional`; publishing to a personal one needs a second look. */
  guard: z.enum(['professional', 'personal']).default('professional'),
  cadence: Cadence,
  quietHours: z.array(QuietHours).optional(),
  /** Working hours that one post takes, from idea to answered comments. */
  hoursPerPost: z.number().nonnegative().optional(),
  /** Languages it speaks, as BCP 47 tags; the strategy's own when empty. */
  languages: z.array(z.string().min(2)).default([]),
  /** The platform's own options for every post, checked by its adapter. */
  options: z.record(z.string(), Json).optional(),
});
/** An account that the plan uses, and what for. */
export type Channel = z.infer<typeof Channel>;
