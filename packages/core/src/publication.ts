import { z } from 'zod';
import { Account } from './account.ts';
import { Draft } from './draft.ts';
import { Finding } from './finding.ts';
import { Instant } from './instant.ts';
import { Json } from './json.ts';
import { WallTime } from './wall-time.ts';

/** What to do with a post whose time passed while nothing ran. A past time never means "now" by itself. */
export const MisfirePolicy = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('skip') }),
  z.object({ policy: z.literal('fire-once') }),
  z.object({ policy: z.literal('fire-within'), graceSeconds: z.int().positive() }),
]);
/** What to do with a post whose time passed while nothing ran. */
export type MisfirePolicy = z.infer<typeof MisfirePolicy>;

/** One draft for one account at one wall-clock time. */
export const Publication = z.object({
  /** Chosen by the caller and stable: applying the same plan twice changes nothing. */
  id: z.string().min(1),
  draft: Draft,
  account: Account,
  at: WallTime,
  /** The platform's own options, checked by its adapter: visibility, who may reply. */
  options: z.record(z.string(), Json).default({}),
  /** Who goes first when budgets are short. */
  priority: z.enum(['urgent', 'normal', 'low']).default('normal'),
  misfire: MisfirePolicy.default({ policy: 'fire-within', graceSeconds: 3600 }),
  /** What happens to a thread when one of its posts is refused for good. */
  threadFailure: z.enum(['resume', 'stop', 'rollback']).default('stop'),
  /** When nobody can tell whether a post went out: ask a person, or risk a double. */
  uncertain: z.enum(['park', 'resend']).default('park'),
});
/** One draft for one account at one wall-clock time. */
export type Publication = z.infer<typeof Publication>;

/** Everything that goes out in a period, and what could not be placed. */
export const Calendar = z.object({
  start: Instant,
  end: Instant,
  publications: z.array(Publication),
  /** Drafts that found no place, each with its reason. */
  unplaced: z.array(z.object({ draft: Draft, reason: z.string() })).default([]),
  findings: z.array(Finding).default([]),
});
/** Everything that goes out in a period, and what could not be placed. */
export type Calendar = z.infer<typeof Calendar>;
