import { z } from 'zod';

// Only the fields that we read: servers add fields whenever they like.

/** A blob as the server wants it back in a record. */
const Blob = z.object({
  $type: z.literal('blob'),
  ref: z.object({ $link: z.string() }),
  mimeType: z.string(),
  size: z.int(),
});
/** A record's address and the hash of its content. */
export const StrongReference = z.object({ uri: z.string(), cid: z.string() });
/** A record's address and the hash of its content. */
export type StrongReference = z.infer<typeof StrongReference>;

export const Session = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  didDoc: z
    .object({
      service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })).optional(),
    })
    .optional()
    .catch(undefined),
  active: z.boolean().optional(),
  status: z.string().optional(),
});
export type Session = z.infer<typeof Session>;

export const PutRecord = StrongReference.extend({
  commit: z.object({ rev: z.string() }).optional(),
  validationStatus: z.string().optional(),
});

export const FoundRecord = z.object({
  uri: z.string(),
  cid: z.string().optional(),
  value: z.record(z.string(), z.json()),
});
export type FoundRecord = z.infer<typeof FoundRecord>;

/** The part of somebody's post that says which thread it belongs to. */
export const ReplyReference = z.object({ root: StrongReference, parent: StrongReference });

export const Threadgate = z.looseObject({
  hiddenReplies: z.array(z.string()).optional(),
});

export const ResolvedHandle = z.object({ did: z.string() });
export const UploadedBlob = z.object({ blob: Blob });
export const Nothing = z.unknown();

export const ServerDescription = z.object({
  did: z.string().optional(),
  blobUploadLimit: z.int().positive().optional(),
});

export const PostViews = z.object({
  posts: z.array(
    z.object({
      uri: z.string(),
      likeCount: z.int().optional(),
      repostCount: z.int().optional(),
      replyCount: z.int().optional(),
      quoteCount: z.int().optional(),
      bookmarkCount: z.int().optional(),
    }),
  ),
});

export const Profile = z.object({
  followersCount: z.int().optional(),
  postsCount: z.int().optional(),
});

export const Notifications = z.object({
  cursor: z.string().optional(),
  notifications: z.array(
    z.object({
      uri: z.string(),
      cid: z.string(),
      reason: z.string(),
      indexedAt: z.iso.datetime({ offset: true }),
      author: z.object({
        did: z.string(),
        handle: z.string(),
        displayName: z.string().optional(),
      }),
      record: z.unknown(),
    }),
  ),
});

export type Notifications = z.infer<typeof Notifications>;

/** The part of somebody's post that an inbox shows. */
export const ReceivedPost = z.object({
  text: z.string(),
  langs: z.array(z.string()).optional().catch(undefined),
  reply: ReplyReference.optional().catch(undefined),
});

const JobStatus = z.object({
  jobId: z.string(),
  state: z.string(),
  blob: Blob.optional(),
  error: z.string().optional(),
  failureCode: z.string().optional(),
  message: z.string().optional(),
});

/** The video service answers with the status itself or with an object around it. */
export const VideoJob = z.union([
  z.object({ jobStatus: JobStatus }).transform(({ jobStatus }) => jobStatus),
  JobStatus,
]);

export const ServiceAuth = z.object({ token: z.string() });
export const UploadLimits = z.object({
  canUpload: z.boolean(),
  message: z.string().optional(),
});
