import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read. Moments are seconds since the epoch, often with a fraction of zero.

const Moment = z.number().transform((seconds) => instant(seconds * 1000));
const count = z.int().nullish().catch(undefined);

/** A no that comes with a yes's status: what went wrong, in code and words, and with which field. */
export const Refusal = z.object({
  json: z.object({
    errors: z.array(z.array(z.unknown())).min(1),
    ratelimit: z.number().positive().optional(),
  }),
});

export const Me = z.object({ name: z.string() });

export const Flairs = z.array(z.object({ id: z.string(), text: z.string().optional() }));

export const Requirements = z.object({ is_flair_required: z.boolean().optional() });

/** A post that was made; of one with media only that it will be. */
export const Submitted = z.object({
  json: z.object({
    data: z.object({
      id: z.string().optional(),
      name: z.string().optional(),
      url: z.string().optional(),
    }),
  }),
});

const Comment = z.object({
  name: z.string(),
  parent_id: z.string().optional(),
  body: z.string().optional(),
  permalink: z.string().optional(),
  created_utc: Moment.optional(),
});

/** A comment that was made or changed. */
export const Commented = z.object({
  json: z.object({ data: z.object({ things: z.array(z.object({ data: Comment })).min(1) }) }),
});

/** A post or a comment in a list. */
const Thing = Comment.extend({
  title: z.string().optional(),
  subreddit: z.string().optional(),
  selftext: z.string().optional(),
  is_self: z.boolean().optional(),
  url: z.string().optional(),
  ups: count,
  num_comments: count,
  num_crossposts: count,
});
export type Thing = z.infer<typeof Thing>;

export const Things = z.object({
  data: z.object({
    children: z.array(z.object({ kind: z.string(), data: Thing })),
    after: z.string().nullish(),
  }),
});

/** Something in the inbox: an answer, a mention, or a message. */
const Message = z.object({
  name: z.string(),
  author: z.string().nullish(),
  body: z.string(),
  subject: z.string().optional(),
  parent_id: z.string().nullish(),
  context: z.string().optional(),
  type: z.string().optional(),
  was_comment: z.boolean().optional(),
  created_utc: Moment,
});
export type Message = z.infer<typeof Message>;

export const Messages = z.object({
  data: z.object({
    children: z.array(z.object({ data: Message })),
    after: z.string().nullish(),
  }),
});

/** Where a file goes, with everything that must go with it. */
export const Lease = z.object({
  args: z.object({
    action: z.string(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  asset: z.object({ asset_id: z.string() }),
});

export const Nothing = z.unknown();
