import { MediaSource } from '@affiche/core';
import { z } from 'zod';
import { Cover } from './settings.ts';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A picture, or a film on its way. */
export const File = z.object({ source: MediaSource, mimeType: z.string() });
/** A picture, or a film on its way. */
export type File = z.infer<typeof File>;

/** A picture of a carousel. */
const Slide = File.extend({
  title: z.string().optional(),
  description: z.string().optional(),
  link: z.string().optional(),
});

/** What a pin shows, before its bytes are read. */
export const Shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), file: File }),
  z.object({ kind: z.literal('carousel'), slides: z.array(Slide), index: z.int().optional() }),
  z.object({ kind: z.literal('video'), id: z.string(), cover: Cover }),
]);
export type Shown = z.infer<typeof Shown>;

/** A pin, as `POST /pins` takes it but for its picture. */
export const PinRequest = z.object({
  body: z.object({
    board_id: z.string(),
    board_section_id: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    link: z.string().optional(),
    alt_text: z.string().optional(),
    dominant_color: z.string().optional(),
  }),
  shown: Shown,
});
export type PinRequest = z.infer<typeof PinRequest>;
