import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read.

const Moment = z.iso.datetime({ offset: true }).transform((text) => instant(Date.parse(text)));

/** A no, as all of Google's interfaces write it. */
export const Refusal = z.object({
  error: z.object({
    code: z.int().optional(),
    message: z.string().optional(),
    status: z.string().optional(),
    details: z
      .array(
        z.object({
          errorDetails: z
            .array(z.object({ field: z.string().optional(), message: z.string().optional() }))
            .optional(),
        }),
      )
      .optional()
      .catch(undefined),
  }),
});

export const LocalPost = z.object({
  name: z.string(),
  summary: z.string().optional(),
  topicType: z.string().optional(),
  state: z.string().optional(),
  createTime: Moment.optional(),
  searchUrl: z.string().optional(),
});
export type LocalPost = z.infer<typeof LocalPost>;

export const LocalPosts = z.object({
  localPosts: z.array(LocalPost).default([]),
  nextPageToken: z.string().optional(),
});

export const Location = z.object({ name: z.string(), title: z.string().optional() });

export const Review = z.object({
  name: z.string(),
  reviewer: z.object({ displayName: z.string().optional() }).optional(),
  starRating: z.string().optional(),
  comment: z.string().optional(),
  createTime: Moment,
  updateTime: Moment.optional(),
  reviewReply: z.object({ comment: z.string() }).optional(),
});
export type Review = z.infer<typeof Review>;

export const Reviews = z.object({
  reviews: z.array(Review).default([]),
  nextPageToken: z.string().optional(),
});

/** Metrics day by day; a day without a value had none. */
export const Series = z.object({
  multiDailyMetricTimeSeries: z
    .array(
      z.object({
        dailyMetricTimeSeries: z.array(
          z.object({
            dailyMetric: z.string(),
            timeSeries: z
              .object({
                datedValues: z.array(z.object({ value: z.coerce.number().optional() })).default([]),
              })
              .optional(),
          }),
        ),
      }),
    )
    .default([]),
});

export const Nothing = z.unknown();
