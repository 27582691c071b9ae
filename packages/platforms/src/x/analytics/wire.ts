import { z } from 'zod';

// Only the fields that we read.

const Counts = z.record(z.string(), z.unknown());
const Instant = z.iso.datetime({ offset: true });

/** What was counted, in all or for each of several times. */
export const Measured = z.object({
  data: z
    .array(
      z.looseObject({
        id: z.string().optional(),
        media_key: z.string().optional(),
        timestamped_metrics: z
          .array(z.object({ timestamp: Instant.optional(), metrics: Counts }))
          .optional(),
      }),
    )
    .default([]),
});
export type Measured = z.infer<typeof Measured>;

/** Which files posts show. */
export const Shown = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
      }),
    )
    .default([]),
});
