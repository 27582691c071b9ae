import { Json } from '@affiche/core';
import { z } from 'zod';
import { Words } from './field.ts';
import { openObject } from './open-object.ts';

/** One thing that is no longer what it was. Without `before` it is new; without `after` it is gone. */
export const Change = openObject({
  /** Keys and, in lists of things with an id, ids: `['objectives', 'followers', 'target']`. */
  path: z.array(z.union([z.string(), z.number()])),
  before: Json.optional(),
  after: Json.optional(),
});
/** One thing that is no longer what it was. */
export type Change = z.infer<typeof Change>;

/** Why and how a strategy became its next version. */
export const Revision = openObject({
  /** The version it led to. */
  version: z.int().min(2),
  reason: Words,
  changes: z.array(Change),
});
/** Why and how a strategy became its next version. */
export type Revision = z.infer<typeof Revision>;
