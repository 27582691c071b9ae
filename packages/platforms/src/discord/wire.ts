import { z } from 'zod';

// Only the fields that we read.

export const Message = z.object({
  id: z.string(),
  channel_id: z.string(),
  content: z.string().default(''),
  webhook_id: z.string().optional(),
  author: z.object({ id: z.string() }).optional(),
  attachments: z.array(z.unknown()).default([]),
  poll: z
    .object({ question: z.object({ text: z.string().nullish() }) })
    .nullish()
    .catch(undefined),
  reactions: z
    .array(z.object({ count: z.int().nonnegative() }))
    .optional()
    .catch(undefined),
});
export type Message = z.infer<typeof Message>;

/** A webhook, or the channel of a bot. */
export const Place = z.object({
  id: z.string(),
  channel_id: z.string().nullish(),
  guild_id: z.string().nullish(),
  name: z.string().nullish(),
});

export const Me = z.object({ id: z.string() });

export const Refusal = z.object({ message: z.string(), code: z.number().optional() });

/** A refusal for too many requests. */
export const Throttled = z.object({
  retry_after: z.number().nonnegative(),
  global: z.boolean().default(false),
});

export const Nothing = z.unknown();
