import { z } from 'zod';
import { Id, Words } from './field.ts';
import { openObject } from './open-object.ts';

/**
 * The stages of measured communication, in order.
 *
 * @see {@link https://amecorg.com/amecframework/ | AMEC Integrated Evaluation Framework}
 */
export const MeasurementStage = z.enum([
  'objectives',
  'inputs',
  'activity',
  'outputs',
  'out-takes',
  'outcomes',
  'impact',
]);
/** A stage of measured communication. */
export type MeasurementStage = z.infer<typeof MeasurementStage>;

/** Whose media it is: paid, earned, shared or owned. */
export const MediaKind = z.enum(['paid', 'earned', 'shared', 'owned']);
/** Whose media it is. */
export type MediaKind = z.infer<typeof MediaKind>;

/** One line of the measurement plan: a goal of an objective, its KPI, where it is read, how often, by whom. */
export const Measure = openObject({
  objective: Id,
  /** What people do when the objective is being reached: "order by message". */
  goal: Words.optional(),
  kpi: Id,
  target: z.number().optional(),
  /** The audience that is counted, when it is not everybody. */
  audience: Id.optional(),
  /** Where the number comes from: `mastodon`, `till`, `web analytics`. */
  source: z.string().default(''),
  cadence: z.enum(['daily', 'weekly', 'monthly', 'quarterly']).optional(),
  owner: z.string().default(''),
});
/** One line of the measurement plan. */
export type Measure = z.infer<typeof Measure>;

/** What is looked at in a stage, and in whose media. */
export const StageCell = openObject({
  stage: MeasurementStage,
  media: MediaKind,
  what: Words,
});
/** What is looked at in a stage, and in whose media. */
export type StageCell = z.infer<typeof StageCell>;

/** How the plan will be judged. */
export const MeasurementPlan = openObject({
  measures: z.array(Measure).default([]),
  stages: z.array(StageCell).default([]),
});
/** How the plan will be judged. */
export type MeasurementPlan = z.infer<typeof MeasurementPlan>;
