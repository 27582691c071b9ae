import { z } from 'zod';

/** A number in parts, as Meta's insights give it. */
export const Breakdowns = z.object({
  data: z.array(
    z.object({
      total_value: z.object({
        breakdowns: z
          .array(
            z.object({
              results: z.array(
                z.object({ dimension_values: z.array(z.string()), value: z.int().nonnegative() }),
              ),
            }),
          )
          .default([]),
      }),
    }),
  ),
});
/** A number in parts. */
export type Breakdowns = z.infer<typeof Breakdowns>;

/** The parts, each with what it is of. */
export function partsOf({ data }: Breakdowns): { readonly part: string; readonly value: number }[] {
  return data
    .flatMap(({ total_value: total }) => total.breakdowns.flatMap(({ results }) => results))
    .map(({ dimension_values: [part = ''], value }) => ({ part, value }));
}
