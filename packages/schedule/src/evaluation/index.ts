/**
 * Judging schedules and models rather than using them: off-policy evaluation of a log, audiences
 * whose best hours are known, and what choices lost against them.
 *
 * @module @affiche/schedule/evaluation
 */
export {
  evaluateSchedule,
  type EvaluateScheduleOptions,
  type ScheduleEvaluation,
} from './evaluate-schedule.ts';
export {
  type GroundTruth,
  regret,
  simulateAudience,
  type SimulatedPost,
} from './simulate-audience.ts';
export type { SimulatorSpec } from './simulator-spec.ts';
