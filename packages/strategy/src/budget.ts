import { z } from 'zod';
import { Amount, Id, Share, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** What money is spent on. */
export const BudgetKind = z.enum([
  'loyalty',
  'contests',
  'events',
  'ads',
  'production',
  'tools',
  'labour',
  'contingency',
]);
/** What money is spent on. */
export type BudgetKind = z.infer<typeof BudgetKind>;

/** One line of the budget. */
export const BudgetLine = openObject({
  id: Id,
  kind: BudgetKind,
  name: Words,
  amount: Amount,
  /** What was really spent so far. */
  actual: Amount.optional(),
  campaign: Id.optional(),
});
/** One line of the budget. */
export type BudgetLine = z.infer<typeof BudgetLine>;

/** How money may move between lines while the plan runs. */
export const ReallocationPolicy = openObject({
  /** The part of a line that may move in one cycle, as a fraction. */
  maxShare: Share,
  cycle: z.enum(['weekly', 'monthly', 'quarterly']),
  /** Conversions a line must have before anything is concluded from them. */
  minConversions: z.int().nonnegative().default(0),
  approver: Id,
});
/** How money may move between lines while the plan runs. */
export type ReallocationPolicy = z.infer<typeof ReallocationPolicy>;

/** The money of the plan: the lines sum to the total, to the cent. */
export const Budget = openObject({
  total: Amount,
  lines: z.array(BudgetLine).default([]),
  reallocation: ReallocationPolicy.optional(),
});
/** The money of the plan. */
export type Budget = z.infer<typeof Budget>;
