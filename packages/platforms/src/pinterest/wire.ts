import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read. Moments come without a zone, and are in UTC.

const Moment = z
  .string()
  .transform((text) => (/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => instant(Date.parse(text)));
const text = z.string().nullish();
const count = z.int().nonnegative().nullish().catch(undefined);

export const Pin = z.object({
  id: z.string(),
  title: text,
  description: text,
  link: text,
  alt_text: text,
  created_at: Moment.optional().catch(undefined),
});
export type Pin = z.infer<typeof Pin>;

const bookmark = z.string().nullish();

export const Pins = z.object({ items: z.array(Pin), bookmark });

export const Boards = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), privacy: z.string().optional() })),
  bookmark,
});

export const Sections = z.object({
  items: z.array(z.object({ id: z.string().optional(), name: z.string() })),
  bookmark,
});

export const UserAccount = z.object({
  id: z.string().optional(),
  username: z.string().optional(),
  account_type: z.string().optional(),
  follower_count: count,
});

/** Where the bytes of a film go, with everything that must go with them. */
export const MediaUpload = z.object({
  media_id: z.string(),
  upload_url: z.string(),
  upload_parameters: z.record(z.string(), z.string()),
});

export const MediaState = z.object({ status: z.string() });

const metrics = z.record(z.string(), z.number()).optional();

export const PinAnalytics = z.record(
  z.string(),
  z.object({ summary_metrics: metrics, lifetime_metrics: metrics }),
);

export const Nothing = z.unknown();
