import { z } from 'zod';
import { Failure } from './failure.ts';
import { Instant } from './instant.ts';
import { Json } from './json.ts';
import { Price } from './price.ts';

/** A share of a rate budget: this many points out of that bucket. */
export const Cost = z.object({
  /** A bucket of the platform's manifest: `writes`. */
  bucket: z.string().min(1),
  points: z.number().positive(),
});
/** A share of a rate budget. */
export type Cost = z.infer<typeof Cost>;

/**
 * One unit of work toward a post: at most one mutating request.
 * Steps are compiled before anything is sent and never change afterwards.
 */
export const Step = z.object({
  /** Unique within the publication and stable over compilations: `post-0`. */
  id: z.string().min(1),
  /** The adapter's word for what it does: `upload-blob`. */
  kind: z.string().min(1),
  /** The draft item that becomes visible by this step, if one does. */
  item: z.int().nonnegative().optional(),
  /** What the world sees when it happens. Steps that show nothing may be repeated freely. */
  visibility: z.enum(['none', 'private', 'public']),
  /**
   * How a repeat is recognised: `client-key` the platform knows our key; `handle` a stored handle tells
   * its state; `evidence` our own identifier can be looked up; `lookup` own posts can be listed and
   * compared; `none` not at all.
   */
  recognition: z.enum(['client-key', 'handle', 'evidence', 'lookup', 'none']),
  /** For how many seconds after arming a repeat with the same key is recognised. */
  keyWindowSeconds: z.number().positive().optional(),
  /** Ids of the steps whose outputs it reads. */
  needs: z.array(z.string()),
  costs: z.array(Cost),
  /** What the platform charges in money when it happens; absent where it is free. */
  price: Price.optional(),
  /** How long the request may take, in seconds. */
  timeoutSeconds: z.number().positive(),
  /** How long after the timeout a look-up can be trusted to show the effect, in seconds. */
  settleSeconds: z.number().nonnegative(),
  /** What to send, in the adapter's own words; outputs of other steps are filled in when it runs. */
  request: Json,
});
/** One unit of work toward a post: at most one mutating request. */
export type Step = z.infer<typeof Step>;

/** What a step leaves behind for later steps and for the log. */
export const StepOutput = z.object({
  /** The platform's id of what was made. */
  id: z.string().optional(),
  /** Where people see it. */
  url: z.string().optional(),
  /** Whatever later steps of this adapter need. */
  data: Json.optional(),
});
/** What a step leaves behind for later steps and for the log. */
export type StepOutput = z.infer<typeof StepOutput>;

/** Why we believe it, in words and facts, for `explain`. */
export const Evidence = z.object({
  /** One sentence: "the server answered 200 with the record's URI". */
  statement: z.string().min(1),
  facts: Json.optional(),
});
/** Why we believe it, in words and facts. */
export type Evidence = z.infer<typeof Evidence>;

/**
 * How a step ended. `rejected` is only for answers on the adapter's list of proofs of absence;
 * everything else after the bytes left is `ambiguous`.
 */
export const StepResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), output: StepOutput, evidence: Evidence }),
  z.object({ status: z.literal('pending'), checkpoint: Json, notBefore: Instant }),
  z.object({ status: z.literal('rejected'), failure: Failure }),
  z.object({ status: z.literal('ambiguous'), failure: Failure }),
]);
/** How a step ended. */
export type StepResult = z.infer<typeof StepResult>;

/** What a look for the effect of a step found. `inconclusive` is no answer: look again, or ask a person. */
export const Reconciled = z.discriminatedUnion('status', [
  z.object({ status: z.literal('applied'), output: StepOutput, evidence: Evidence }),
  z.object({ status: z.literal('absent'), evidence: Evidence }),
  z.object({ status: z.literal('inconclusive'), why: z.string(), retryAt: Instant.optional() }),
]);
/** What a look for the effect of a step found. */
export type Reconciled = z.infer<typeof Reconciled>;

/** What earlier steps left, and where a pending step stands. */
export interface StepProgress {
  /** Outputs by step id. */
  readonly outputs: Readonly<Record<string, StepOutput>>;
  /** What the step itself said when it was last `pending`. */
  readonly checkpoint?: Json;
}
