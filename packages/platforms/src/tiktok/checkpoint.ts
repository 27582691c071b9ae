import type { Json } from '@affiche/core';
import { z } from 'zod';

/** How far a post has come. */
export const Checkpoint = z.discriminatedUnion('phase', [
  /** The bytes up to here were sent. */
  z.object({ phase: z.literal('send'), sent: z.int().nonnegative() }),
  /** TikTok has everything, and works on it. */
  z.object({ phase: z.literal('ask'), publishId: z.string(), asked: z.int().nonnegative() }),
]);
/** How far a post has come. */
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Reads how far a post has come; `undefined` at its beginning. */
export function readCheckpoint(checkpoint: Json | undefined): Checkpoint | undefined {
  return Checkpoint.safeParse(checkpoint).data;
}
