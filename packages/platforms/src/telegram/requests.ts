import { Json, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A file that travels with a message, in a part of the form of its own. */
export const AttachedFile = z.object({
  /** The name of the part. */
  part: z.string(),
  source: MediaSource,
  mimeType: z.string(),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

/** A message, by the method that sends it. */
export const SendRequest = z.object({
  method: z.enum([
    'sendMessage',
    'sendPhoto',
    'sendVideo',
    'sendAnimation',
    'sendAudio',
    'sendDocument',
    'sendMediaGroup',
    'sendPoll',
  ]),
  fields: z.record(z.string(), Json),
  files: z.array(AttachedFile),
});
export type SendRequest = z.infer<typeof SendRequest>;

export const PinRequest = z.object({ chat: z.number(), message: z.number(), silent: z.boolean() });
