import { z } from 'zod';
import { Instant } from './instant.ts';
import { Json } from './json.ts';

/**
 * What kind of no a network gave, and so what to do:
 * `auth-expired` refresh and run the step again; `permission` connect again with the right scopes;
 * `rate-limited` wait until `retryAt`; `quota` wait for the next day or buy more;
 * `duplicate` look, it may be ours; `invalid` change the post; `blocked` ask the platform;
 * `transient` try later; `gone` it no longer exists; `not-sent` no byte left, try again freely;
 * `unknown` nobody can tell.
 */
export const FailureKind = z.enum([
  'auth-expired',
  'permission',
  'rate-limited',
  'quota',
  'duplicate',
  'invalid',
  'blocked',
  'transient',
  'gone',
  'not-sent',
  'unknown',
]);
/** What kind of no a network gave, and so what to do. */
export type FailureKind = z.infer<typeof FailureKind>;

/** A network's refusal or silence as plain data: the outbox stores it, the report counts it. */
export const Failure = z.object({
  kind: FailureKind,
  message: z.string(),
  /** The platform's own code, verbatim: `InvalidSwap`. */
  code: z.string().optional(),
  /** The HTTP status, where there was an answer. */
  status: z.int().optional(),
  /** Not before this moment, where the platform said so. */
  retryAt: Instant.optional(),
  /** What the platform answered, verbatim, with secrets taken out. */
  payload: Json.optional(),
  hint: z.string().optional(),
});
/** A network's refusal or silence as plain data. */
export type Failure = z.infer<typeof Failure>;
