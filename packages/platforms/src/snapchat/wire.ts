import { z } from 'zod';

// Only the fields that we read. A yes has two levels: the request's, and that of each of its parts.

/** A no; of a part of the request, it comes with the status of a yes. */
export const Refusal = z.object({
  request_status: z.literal('ERROR'),
  debug_message: z.string().optional(),
  display_message: z.string().optional(),
  error_code: z.string().optional(),
});

export const Profile = z.object({
  public_profiles: z
    .array(
      z.object({
        public_profile: z.object({ id: z.string(), display_name: z.string().optional() }),
      }),
    )
    .min(1),
});

/** A place for the parts of a file, and where it ends. */
export const MediaPlace = z.object({
  media_id: z.string(),
  add_path: z.string(),
  finalize_path: z.string(),
});

const Snap = z.object({
  id: z.string(),
  media_id: z.string().optional(),
});

const part = { sub_request_status: z.literal('SUCCESS') };

export const Stories = z.object({ stories: z.array(z.object({ ...part, story: Snap })) });
export type Stories = z.infer<typeof Stories>;

export const Spotlights = z.object({
  spotlights: z.array(z.object({ ...part, spotlight: Snap })),
});
export type Spotlights = z.infer<typeof Spotlights>;

export const Nothing = z.unknown();
