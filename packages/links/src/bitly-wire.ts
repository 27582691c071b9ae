import { z } from 'zod';

// Only the fields we read: Bitly may add or drop the others.
export const Bitlink = z.object({
  id: z.string(),
  link: z.string().optional(),
  long_url: z.string(),
  created_at: z.string().optional(),
});

export const BitlyClicks = z.object({
  link_clicks: z.array(z.object({ date: z.string(), clicks: z.int().nonnegative() })),
});

export const BitlyClickSummary = z.object({ total_clicks: z.int().nonnegative() });

/** Its shape is not in Bitly's published examples that we could read: everything is optional. */
export const BitlyPlatformLimits = z.object({
  platform_limits: z
    .array(
      z.object({
        endpoint: z.string(),
        methods: z.array(
          z.object({ name: z.string(), limit: z.number(), count: z.number().optional() }),
        ),
      }),
    )
    .default([]),
});

export const BitlyFailure = z.object({
  message: z.string().default('UNKNOWN'),
  description: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string().optional(), error_code: z.string().optional() }))
    .optional(),
});
