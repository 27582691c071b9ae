import { z } from 'zod';

/** Which part of a long list an assistant wants. */
export const Page = z.object({
  offset: z.int().nonnegative().default(0).describe('how many to leave out; 0 begins at the first'),
  limit: z.int().positive().max(200).default(50).describe('how many to show, at most 200'),
});

/** A part of a list, and where it goes on: an answer that fills a conversation helps nobody. */
export function paged<Value>(
  values: readonly Value[],
  { offset, limit }: z.infer<typeof Page>,
): { readonly total: number; readonly shown: readonly Value[]; readonly nextOffset?: number } {
  const next = offset + limit;
  return {
    total: values.length,
    shown: values.slice(offset, next),
    ...(next < values.length && { nextOffset: next }),
  };
}
