import { instant } from '@affiche/core';
import { z } from 'zod';

const Entry = z.object({
  /** The account it is about: a page's id. */
  id: z.string(),
  /** Meta counts seconds for most products, and milliseconds for messages. */
  time: z
    .int()
    .positive()
    .max(8_640_000_000_000)
    .transform((time) => instant(time > 1e11 ? time : time * 1000)),
  changes: z.array(z.object({ field: z.string(), value: z.unknown() })).default([]),
  messaging: z.array(z.unknown()).default([]),
});

/** What Meta tells an application: which accounts changed, and how. */
export const MetaDelivery = z.object({
  /** The product: `page`, `instagram`, `threads`. */
  object: z.string(),
  entry: z.array(Entry).min(1).max(1000),
});
/** What Meta tells an application. */
export type MetaDelivery = z.infer<typeof MetaDelivery>;
