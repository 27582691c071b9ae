import { Money, money } from '@affiche/core';
import { z } from 'zod';
import { openObject } from './open-object.ts';

/** A name that other parts of the strategy refer to: `new-customers`. */
export const Id = z.string().min(1).max(80);

/** Words a person wrote: never empty. */
export const Words = z.string().min(1);

/** A part of a whole, as a fraction: 0.25 is a quarter. */
export const Share = z.number().min(0).max(1);

/** Hours and minutes of a 24-hour clock: `08:30`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'not a time of day; write it like 08:30',
});

const written = /^-?\d+(?:\.\d+)? [A-Z]{3}$/;

/** An amount, as `{ minor, currency }` or, for people who write files, as `1250.00 EUR`. */
export const Amount = z.union([
  openObject(Money.shape),
  z
    .string()
    .regex(written, { error: 'not an amount; write it like 1250.00 EUR' })
    .transform((text, context): Money => {
      const [amount = '', currency = ''] = text.split(' ');
      try {
        return money(amount, currency);
      } catch {
        context.addIssue({ code: 'custom', message: 'not an amount; write it like 1250.00 EUR' });
        return z.NEVER;
      }
    }),
]);

/** A span of days, both included. */
export const Period = openObject({ from: z.iso.date(), to: z.iso.date() });
/** A span of days, both included. */
export type Period = z.infer<typeof Period>;
