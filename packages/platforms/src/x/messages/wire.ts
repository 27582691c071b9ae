import { z } from 'zod';
import { Includes } from '../wire.ts';

// Only the fields that we read.

export const Sent = z.object({ data: z.object({ dm_event_id: z.string() }) });

const Event = z.object({
  id: z.string(),
  event_type: z.string().optional(),
  text: z.string().optional(),
  sender_id: z.string().optional(),
  created_at: z.iso.datetime({ offset: true }).optional(),
});
export type Event = z.infer<typeof Event>;

/** What was said in private, newest first. */
export const Events = z.object({
  data: z.array(Event).default([]),
  includes: Includes,
  meta: z.object({ next_token: z.string().optional() }).optional(),
});
export type Events = z.infer<typeof Events>;
