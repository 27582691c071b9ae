import { z } from 'zod';
import { Id, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** How bad it is: 0 is a normal day, 4 is critical. */
export const CrisisLevel = openObject({
  level: z.int().min(0).max(4),
  name: Words,
  /** What tells that it has come to this: "three times the usual mentions in an hour". */
  triggers: z.array(Words).default([]),
  /** The number of mentions, relative to a usual hour, from which it applies. */
  mentionFactor: z.number().positive().optional(),
  approver: Id.optional(),
  backup: Id.optional(),
  /** What we say while we find out. */
  holdingStatement: Words.optional(),
  /** Minutes until something is said in public. */
  respondWithinMinutes: z.int().positive().optional(),
  actions: z.array(Words).default([]),
});
/** How bad it is, and what happens then. */
export type CrisisLevel = z.infer<typeof CrisisLevel>;

/** What the team does when things go wrong, settled while they go well. */
export const CrisisPlaybook = openObject({
  levels: z.array(CrisisLevel).default([]),
  /** When the team last played it through. */
  rehearsedOn: z.iso.date().optional(),
  /** Who may speak for the brand meanwhile: members marked as spokespeople. */
  spokespeople: z.array(Id).default([]),
});
/** What the team does when things go wrong. */
export type CrisisPlaybook = z.infer<typeof CrisisPlaybook>;
