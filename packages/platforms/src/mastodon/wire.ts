import { z } from 'zod';

// Only the fields that we read, and every one of them in doubt: forks leave out, rename and retype.

const count = z.int().nonnegative().optional().catch(undefined);
const positive = z.int().positive().optional().catch(undefined);

const Configuration = z
  .object({
    statuses: z
      .object({
        max_characters: positive,
        max_media_attachments: count,
        characters_reserved_per_url: positive,
      })
      .optional()
      .catch(undefined),
    media_attachments: z
      .object({
        description_limit: positive,
        supported_mime_types: z.array(z.string()).optional().catch(undefined),
        image_size_limit: positive,
        image_matrix_limit: positive,
        video_size_limit: positive,
        video_matrix_limit: positive,
      })
      .optional()
      .catch(undefined),
    polls: z
      .object({
        max_options: positive,
        max_characters_per_option: positive,
        min_expiration: count,
        max_expiration: positive,
      })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);

export const InstanceV2 = z.object({
  version: z.string().optional(),
  configuration: Configuration,
  api_versions: z.object({ mastodon: count }).optional().catch(undefined),
});
export type InstanceV2 = z.infer<typeof InstanceV2>;

/** The older page, with what Pleroma and its kin add to it. */
export const InstanceV1 = z.object({
  version: z.string().optional(),
  configuration: Configuration,
  max_toot_chars: positive,
  max_media_attachments: positive,
  upload_limit: positive,
  description_limit: positive,
  poll_limits: z
    .object({
      max_options: positive,
      max_option_chars: positive,
      min_expiration: count,
      max_expiration: positive,
    })
    .optional()
    .catch(undefined),
});

export const NodeinfoLinks = z.object({ links: z.array(z.object({ href: z.string() })) });
export const Nodeinfo = z.object({ software: z.object({ name: z.string() }) });

export const OwnAccount = z.object({
  id: z.string(),
  acct: z.string().optional(),
  username: z.string().optional(),
  followers_count: count,
  statuses_count: count,
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const Status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  content: z.string().nullish(),
  spoiler_text: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  media_attachments: z.array(z.unknown()).nullish(),
  poll: z
    .object({ options: z.array(z.object({ title: z.string() })) })
    .nullish()
    .catch(undefined),
  favourites_count: count,
  reblogs_count: count,
  replies_count: count,
  quotes_count: count,
});
export type Status = z.infer<typeof Status>;

export const ScheduledStatus = z.object({
  id: z.string(),
  scheduled_at: z.iso.datetime({ offset: true }),
  params: z.looseObject({ text: z.string().nullish() }).nullish(),
});
export type ScheduledStatus = z.infer<typeof ScheduledStatus>;

/** The answer to a new post: asked to wait, some servers do, and some post at once. */
export const CreatedStatus = z.union([ScheduledStatus, Status]);

export const MediaAttachment = z.object({ id: z.string(), url: z.string().nullish() });

export const Notifications = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    status: z
      .object({
        id: z.string(),
        url: z.string().nullish(),
        content: z.string(),
        created_at: z.iso.datetime({ offset: true }),
        language: z.string().nullish(),
        in_reply_to_id: z.string().nullish(),
        in_reply_to_account_id: z.string().nullish(),
        account: z.object({
          id: z.string(),
          acct: z.string(),
          display_name: z.string().nullish(),
        }),
      })
      .nullish()
      .catch(undefined),
  }),
);
export type Notifications = z.infer<typeof Notifications>;

export const Nothing = z.unknown();
