import { Money, PlainDate } from '@affiche/core';
import { z } from 'zod';

/** One income of a campaign. */
export const RevenueLine = z.object({
  id: z.string().min(1),
  name: z.string().min(1).optional(),
  /** What customers paid, without recoverable taxes. Negative for refunds and chargebacks. */
  amount: Money,
  /** The day it was booked: the rate of this day converts it. */
  date: PlainDate.optional(),
  /** What is left of it after goods and variable costs. */
  margin: Money.optional(),
  /** The same as a share of the amount, from 0 to 1. */
  marginRate: z.number().max(1).optional(),
  /** `attributed` by a model, `incremental` by an experiment, or `total` of the business. */
  counted: z.enum(['attributed', 'incremental', 'total']).default('attributed'),
  /** The attribution model, or the experiment: without it nobody can repeat the number. */
  model: z.string().min(1).optional(),
  /** How many days before the sale a touch could count. */
  lookbackDays: z.number().positive().optional(),
  /** The lowest and highest amount that are plausible, for the interval of the return. */
  low: Money.optional(),
  high: Money.optional(),
});
/** One income of a campaign. */
export type RevenueLine = z.input<typeof RevenueLine>;
