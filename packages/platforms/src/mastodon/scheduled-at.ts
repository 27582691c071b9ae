import { Instant } from '@affiche/core';
import { z } from 'zod';

const Waiting = z.object({ scheduledAt: z.preprocess(String, Instant) });

/** Until when the server keeps a post, as a step noted it; `undefined` where it does not. */
export function scheduledAtOf(noted: unknown): Instant | undefined {
  return Waiting.safeParse(noted).data?.scheduledAt;
}
