import { z } from 'zod';
import { Amount, Id, Words } from './field.ts';
import { FunnelStage } from './funnel-stage.ts';
import { openObject } from './open-object.ts';

/** What the company itself wants; every objective of the plan serves one. */
export const BusinessObjective = openObject({ id: Id, name: Words });
/** What the company itself wants. */
export type BusinessObjective = z.infer<typeof BusinessObjective>;

/** A part of the company with a budget and objectives of its own. */
export const BusinessUnit = openObject({
  id: Id,
  name: Words,
  budget: Amount,
  objectives: z.array(Id).default([]),
});
/** A part of the company with a budget and objectives of its own. */
export type BusinessUnit = z.infer<typeof BusinessUnit>;

/** What an objective is for. */
export const ObjectiveKind = z.enum([
  'awareness',
  'revenue',
  'image',
  'traffic',
  'loyalty',
  'leads',
]);
/** What an objective is for. */
export type ObjectiveKind = z.infer<typeof ObjectiveKind>;

/** One thing to reach: specific, measured by a KPI, from a baseline to a target, by a day, by somebody. */
export const Objective = openObject({
  id: Id,
  name: Words,
  kind: ObjectiveKind,
  /** An id of the KPI catalogue: `er_by_followers_post`. */
  kpi: Id,
  /** The KPI's value at the start, in `unit`. */
  baseline: z.number(),
  /** The value to reach, in `unit`. */
  target: z.number(),
  /** `count`, `fraction`, `seconds`, `score`, or a currency code. */
  unit: Words,
  from: z.iso.date(),
  by: z.iso.date(),
  /** The team member who answers for it. */
  owner: Id,
  /** The account key, when it concerns one channel: `mastodon:42@mastodon.social`. */
  account: Words.optional(),
  audience: Id.optional(),
  stage: FunnelStage.optional(),
  /** Business objectives it serves. */
  alignsWith: z.array(Id).default([]),
  /** What kind of result it claims to be, in the words of AMEC. */
  level: z.enum(['output', 'out-take', 'outcome', 'impact']).optional(),
  /** When the baseline was read. */
  baselineAsOf: z.iso.date().optional(),
  /** The unit the baseline was read in, when it is another. */
  baselineUnit: Words.optional(),
  /** Earlier values of the KPI at the same interval, the oldest first. */
  history: z.array(z.number()).default([]),
  /** Why a target far from history can be reached. */
  rationale: Words.optional(),
});
/** One thing to reach. */
export type Objective = z.infer<typeof Objective>;
