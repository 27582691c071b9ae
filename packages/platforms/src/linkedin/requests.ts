import { Instant, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A kind of file with endpoints of its own. */
export const FileKind = z.enum(['image', 'video', 'document']);
/** A kind of file with endpoints of its own. */
export type FileKind = z.infer<typeof FileKind>;

export const UploadRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  kind: FileKind,
});
export type UploadRequest = z.infer<typeof UploadRequest>;

const File = z.object({
  id: z.string(),
  altText: z.string().optional(),
  title: z.string().optional(),
});

/** A post as `POST /rest/posts` takes it. */
const PostBody = z.object({
  author: z.string(),
  commentary: z.string(),
  visibility: z.string(),
  distribution: z.object({
    feedDistribution: z.string(),
    targetEntities: z.array(z.never()),
    thirdPartyDistributionChannels: z.array(z.never()),
  }),
  lifecycleState: z.string(),
  isReshareDisabledByAuthor: z.boolean(),
  content: z
    .object({
      media: File.optional(),
      multiImage: z.object({ images: z.array(File) }).optional(),
      article: z
        .object({
          source: z.string(),
          title: z.string(),
          description: z.string().optional(),
          thumbnail: z.string().optional(),
        })
        .optional(),
      poll: z
        .object({
          question: z.string(),
          options: z.array(z.object({ text: z.string() })),
          settings: z.object({ duration: z.string() }),
        })
        .optional(),
    })
    .optional(),
  reshareContext: z.object({ parent: z.string() }).optional(),
});

/** A post, and the moment before which it cannot have gone out. */
export const PostRequest = z.object({ body: PostBody, notBefore: Instant });
export type PostRequest = z.infer<typeof PostRequest>;

export const ConfirmRequest = z.object({ id: z.string() });

/** A comment as `POST /rest/socialActions/…/comments` takes it, and what it stands under. */
export const CommentRequest = z.object({
  /** The post, or the comment that it answers. */
  target: z.string(),
  object: z.string(),
  parentComment: z.string().optional(),
  text: z.string(),
});
export type CommentRequest = z.infer<typeof CommentRequest>;
