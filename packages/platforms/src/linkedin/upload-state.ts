import { type Account, instant, type PlatformIo, type StepResult } from '@affiche/core';
import { z } from 'zod';
import type { LinkedIn } from './api.ts';
import { FileKind } from './requests.ts';

/** How far an upload has come. */
export const UploadCheckpoint = z.object({
  kind: FileKind,
  urn: z.string(),
  phase: z.enum(['send', 'finish', 'process', 'grace']),
  /** Where each part goes; one for everything but films. */
  parts: z
    .array(z.object({ url: z.string(), first: z.int().nonnegative(), last: z.int().nonnegative() }))
    .default([]),
  token: z.string().default(''),
  /** What the server called the parts that it has. */
  tags: z.array(z.string()).default([]),
});
/** How far an upload has come. */
export type UploadCheckpoint = z.infer<typeof UploadCheckpoint>;

/** What sending a file needs. */
export interface Sending {
  readonly account: Account;
  readonly io: PlatformIo;
  readonly linkedIn: LinkedIn & { readonly graceSeconds: number };
  readonly timeoutSeconds: number;
}

/** A step that goes on from here. */
export function later(
  checkpoint: UploadCheckpoint,
  seconds: number,
  { clock }: PlatformIo,
): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + seconds * 1000) };
}
