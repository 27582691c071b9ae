import { z } from 'zod';
import { Id } from './field.ts';
import { openObject } from './open-object.ts';

/** When the plan is looked at again, and by whom. */
export const ReviewCadence = openObject({
  every: z.enum(['week', 'month', 'quarter']),
  /** The days that are already fixed. */
  dates: z.array(z.iso.date()).default([]),
  attendees: z.array(Id).default([]),
});
/** When the plan is looked at again, and by whom. */
export type ReviewCadence = z.infer<typeof ReviewCadence>;
