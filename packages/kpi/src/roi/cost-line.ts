import { type Currency, Money, PlainDate } from '@affiche/core';
import { z } from 'zod';

/** What money was spent on. */
export const CostKind = z.enum([
  'media',
  'fees',
  'taxes',
  'labour',
  'production',
  'tools',
  'agency',
  'influencer',
  'prizes',
  'legal',
  'training',
  'contingency',
]);
/** What money was spent on. */
export type CostKind = z.infer<typeof CostKind>;

/** Which costs are counted: media ⊂ variable ⊂ full. */
export const CostBasis = z.enum(['media', 'variable', 'full']);
/** Which costs are counted: media ⊂ variable ⊂ full. */
export type CostBasis = z.infer<typeof CostBasis>;

/** One cost of a campaign. */
export const CostLine = z.object({
  id: z.string().min(1),
  kind: CostKind,
  name: z.string().min(1).optional(),
  /** Negative for a refund or a credit note. */
  amount: Money,
  /** The day it was booked: the rate of this day converts it. */
  date: PlainDate.optional(),
  /** The smallest basis that counts it; default by kind, see {@link basisOfKind}. */
  basis: CostBasis.optional(),
  /** What it was spent for, to share costs out: a campaign, a network, a post. */
  target: z.string().min(1).optional(),
});
/** One cost of a campaign. */
export type CostLine = z.infer<typeof CostLine>;

/**
 * The smallest basis that counts a kind of cost, unless the line says otherwise. Platform fees and
 * taxes that nobody gives back are part of what media costs; work, tools and training are paid
 * whether or not the campaign runs.
 */
export const basisOfKind: Readonly<Record<CostKind, CostBasis>> = {
  media: 'media',
  fees: 'media',
  taxes: 'media',
  production: 'variable',
  agency: 'variable',
  influencer: 'variable',
  prizes: 'variable',
  labour: 'full',
  tools: 'full',
  legal: 'full',
  training: 'full',
  contingency: 'full',
};

/** An amount that brought itself to another currency, or could not. */
export interface ConvertedAmount {
  readonly amount: Money;
  readonly original?: Money;
  /** The rate used and its day, where it was converted. */
  readonly rate?: { readonly rate: string; readonly date: PlainDate };
}

/** The currency of zero, when nothing was spent and none was named. */
export const noCurrency: Currency = 'XXX';
