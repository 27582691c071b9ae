import { z } from 'zod';
import { PlainDate } from './instant.ts';

/** Where the bytes are. Bytes given directly are base64, so that a draft stays JSON. */
export const MediaSource = z.union([
  z.object({ path: z.string().min(1) }),
  z.object({ url: z.url() }),
  z.object({ base64: z.base64() }),
]);
/** Where the bytes are. */
export type MediaSource = z.infer<typeof MediaSource>;

/** Who owns a picture and on which terms we may show it. */
export const MediaRights = z.object({
  owner: z.string().min(1),
  /** An SPDX identifier, or the words of the agreement. */
  licence: z.string().min(1),
  credit: z.string().optional(),
  /** The last day on which it may be used. */
  until: PlainDate.optional(),
});
/** Who owns a picture and on which terms we may show it. */
export type MediaRights = z.infer<typeof MediaRights>;

/** An image, a video, a sound or a document, with what people who cannot see or hear it are told. */
export const Media = z.object({
  source: MediaSource,
  kind: z.enum(['image', 'animation', 'video', 'audio', 'document']),
  /** The type by content, not by name: `image/jpeg`. */
  mimeType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  /** Size in bytes. */
  bytes: z.int().nonnegative(),
  /**
   * The SHA-256 of the bytes, in hexadecimal. With it an approval binds to them: a file that was changed
   * afterwards is not sent.
   */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Width in pixels. */
  width: z.int().positive().optional(),
  /** Height in pixels. */
  height: z.int().positive().optional(),
  /** Length in seconds. */
  durationSeconds: z.number().nonnegative().optional(),
  /** The text alternative. Missing is not the same as empty: empty means decorative. */
  alt: z.string().optional(),
  rights: MediaRights.optional(),
  /** Subtitles, as WebVTT, one per BCP 47 language. */
  captions: z.array(z.object({ language: z.string(), source: MediaSource })).optional(),
});
/** An image, a video, a sound or a document. */
export type Media = z.infer<typeof Media>;
