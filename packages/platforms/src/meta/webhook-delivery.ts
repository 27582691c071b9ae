import { instant } from '@affiche/core';
import { z } from 'zod';

/** Meta counts seconds for most products, and milliseconds for messages. */
const Time = z
  .int()
  .positive()
  .max(8_640_000_000_000)
  .transform((time) => instant(time > 1e11 ? time : time * 1000));
const Change = z.object({ field: z.string(), value: z.unknown() });

const Entry = z.object({
  /** The account it is about: a page's id. */
  id: z.string(),
  time: Time,
  changes: z.array(Change).default([]),
  messaging: z.array(z.unknown()).default([]),
});

const Batch = z.object({
  /** The product: `page`, `instagram`, `threads`. */
  object: z.string(),
  /** What it is about, where Threads says so: `moderate`, `interaction`. */
  topic: z.string().optional(),
  entry: z.array(Entry).min(1).max(1000),
});

/** Threads tells one thing at a time, in a shape of its own; it is given on as all others are. */
const Single = z
  .object({ topic: z.string(), target_id: z.string(), time: Time, values: Change })
  .transform(({ topic, target_id: id, time, values }) => ({
    object: 'threads',
    topic,
    entry: [{ id, time, changes: [values], messaging: [] }],
  }));

/** What Meta tells an application: which accounts changed, and how. */
export const MetaDelivery = z.union([Batch, Single]);
/** What Meta tells an application. */
export type MetaDelivery = z.infer<typeof MetaDelivery>;
