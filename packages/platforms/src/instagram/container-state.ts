import { instant, type PlatformIo, type StepResult } from '@affiche/core';
import { z } from 'zod';

/** Where a container stands that is not finished. */
export const ContainerCheckpoint = z.object({
  id: z.string(),
  /** How often it was asked for. */
  asked: z.int().nonnegative(),
  /** Where its file goes, until it is there. */
  uri: z.string().optional(),
});
/** Where a container stands that is not finished. */
export type ContainerCheckpoint = z.infer<typeof ContainerCheckpoint>;

/** Comes back to a container in a while. */
export function later(
  { uri, ...where }: ContainerCheckpoint,
  seconds: number,
  { clock }: PlatformIo,
): StepResult {
  const checkpoint = { ...where, ...(uri !== undefined && { uri }) };
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + seconds * 1000) };
}
