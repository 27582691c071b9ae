import { instant } from '@affiche/core';
import { z } from 'zod';

// What an archive of Google+ holds, as far as it is read; everything may be missing.

/** `2017-03-04 18:30:00+0100` */
const Moment = z
  .string()
  .transform((text) => text.replace(' ', 'T').replace(/([+-]\d\d):?(\d\d)$/, '$1:$2'))
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is no moment')
  .transform((text) => instant(Date.parse(text)));

const Person = z.object({
  displayName: z.string().optional(),
  profilePageUrl: z.string().optional(),
  resourceName: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

const File = z.object({
  localFilePath: z.string().optional(),
  url: z.string().optional(),
  contentType: z.string().optional(),
  width: z.number().int().positive().optional().catch(undefined),
  height: z.number().int().positive().optional().catch(undefined),
  description: z.string().optional(),
});
export type File = z.infer<typeof File>;

const Comment = z.object({
  creationTime: Moment,
  resourceName: z.string().optional(),
  author: Person.default({}),
  content: z.string().default(''),
});

/** A post of Google+. */
export const ArchivedPost = z.object({
  url: z.string().optional(),
  resourceName: z.string().optional(),
  creationTime: Moment,
  updateTime: Moment.optional().catch(undefined),
  author: Person.optional(),
  content: z.string().default(''),
  link: z.object({ title: z.string().optional(), url: z.string().optional() }).optional(),
  media: File.optional(),
  album: z.object({ media: z.array(File).default([]) }).optional(),
  poll: z
    .object({
      totalVotes: z.coerce.number().int().nonnegative().optional().catch(undefined),
      choices: z.array(z.object({ description: z.string().default('') })).default([]),
    })
    .optional(),
  resharedPost: z
    .object({
      author: Person.optional(),
      content: z.string().default(''),
      url: z.string().optional(),
    })
    .optional(),
  // An archive that does not say how many there were has none of it.
  plusOnes: z.array(z.unknown()).optional(),
  reshares: z.array(z.unknown()).optional(),
  comments: z.array(Comment).optional(),
  postAcl: z
    .object({
      visibleToStandardAcl: z
        .object({ circles: z.array(z.object({ type: z.string().optional() })).default([]) })
        .optional(),
    })
    .optional(),
});
export type ArchivedPost = z.infer<typeof ArchivedPost>;
