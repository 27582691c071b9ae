import { Instant } from '@affiche/core';
import { z } from 'zod';
import { Words } from './field.ts';
import { openObject } from './open-object.ts';
import { Strategy } from './strategy.ts';

/** What a client must say yes to, one by one, before a plan can be signed. */
export const ValidatedPart = z.enum(['audiences', 'objectives', 'budget', 'measures']);
/** What a client must say yes to before a plan can be signed. */
export type ValidatedPart = z.infer<typeof ValidatedPart>;

/** Where a strategy stands. */
export const StrategyStatus = z.enum(['draft', 'client-review', 'validated', 'running', 'closed']);
/** Where a strategy stands. */
export type StrategyStatus = z.infer<typeof StrategyStatus>;

const occasion = { at: Instant, by: Words };

/** Something that happened to a strategy; all of them, in order, are its life. */
export const StrategyEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('drafted'), ...occasion, strategy: Strategy }),
  z.object({
    type: z.literal('revised'),
    ...occasion,
    patch: z.record(z.string(), z.json()),
    reason: Words,
  }),
  z.object({ type: z.literal('submitted'), ...occasion }),
  z.object({ type: z.literal('validated'), ...occasion, part: ValidatedPart }),
  z.object({ type: z.literal('returned'), ...occasion, reason: Words }),
  /** The signature is for this content, by its hash, and no other. */
  z.object({ type: z.literal('signed'), ...occasion, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ type: z.literal('started'), ...occasion }),
  z.object({ type: z.literal('closed'), ...occasion, reason: Words.optional() }),
]);
/** Something that happened to a strategy. */
export type StrategyEvent = z.infer<typeof StrategyEvent>;

/** Who said yes, and when. */
export const Consent = openObject(occasion);
/** Who said yes, and when. */
export type Consent = z.infer<typeof Consent>;

/** What the events of a strategy add up to. */
export interface StrategyState {
  readonly status: StrategyStatus;
  readonly strategy: Strategy;
  /** Who drew it up. */
  readonly author: string;
  readonly validated: Readonly<Partial<Record<ValidatedPart, Consent>>>;
  readonly signature?: Consent & { readonly hash: string };
  /** Whether author and signer are one person, as with a freelancer who runs her own accounts. */
  readonly selfApproved: boolean;
}
